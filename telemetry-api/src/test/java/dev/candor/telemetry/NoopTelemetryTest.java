package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing is whole, and costs nothing. */
class NoopTelemetryTest {
  private final Telemetry telemetry = Telemetry.noop();

  @Test
  @Tag("P9")
  void everyMethod_takesNullWithoutThrowing() throws IOException {
    telemetry.record(null);
    telemetry.begin(null).complete(null);
    telemetry.begin(null).fail(null);
    telemetry.begin(null).cancel();
    telemetry.begin(null).close();
    assertThat(telemetry.<Event, Object, IOException>during(null, null)).isNull();
    assertThat(telemetry.isOn(null)).isFalse();
    telemetry.use(null);
    telemetry.use(null, Integer.MIN_VALUE);
    telemetry.page(null);
    telemetry.breadcrumb(null);
    telemetry.error(null);
    telemetry.settings(null);
    SourceTelemetry source = telemetry.source(null);
    source.record(null, null, null, null, -1);
    source.error(null, Instant.MIN, -1);
    source.end(null, null);
  }

  @Test
  void runtime_isWhole() {
    try (TelemetryRuntime runtime = TelemetryRuntime.noop()) {
      assertThat(runtime.telemetry()).isSameAs(telemetry);
      assertThat(runtime.flush(Duration.ZERO)).isEqualTo(FlushResult.OFF);
      assertThat(runtime.flush(null)).isEqualTo(FlushResult.OFF);
      assertThat(runtime.status().answer().state()).isEqualTo(ConsentAnswer.State.UNKNOWN);
      assertThat(runtime.status().destinations()).isEmpty();
    }
  }

  @Test
  @Tag("P1")
  void consent_staysUnknownAndNeverAsks() {
    Consent consent = TelemetryRuntime.noop().consent();

    ConsentAnswer asked =
        consent.askIfUnknown(
            question -> {
              throw new AssertionError("there is nothing to ask about");
            });

    assertThat(asked.isOff()).isTrue();
    assertThat(consent.answer()).isEqualTo(ConsentAnswer.unknown());
    assertThat(consent.set(ConsentPreset.EVERYTHING).isOff()).isTrue();
    assertThat(consent.set(Purpose.USAGE, ConsentAnswer.Switches.OFF).isOff()).isTrue();
    assertThat(consent.history()).isEmpty();
    assertThat(consent.describe(SelfDescription.of("a", "b", "c", "d")))
        .isEqualTo(SelfDescription.none());
    assertThat(consent.describe(null)).isEqualTo(SelfDescription.none());
    assertThat(consent.selfDescription()).isEqualTo(SelfDescription.none());
  }

  @Test
  void during_returnsTheResultAndPassesAThrowOnUnchanged() {
    IOException failure = new IOException("disk");

    assertThat(
            telemetry.<SampleEvents.Bare, Integer, RuntimeException>during(
                SampleEvents.Bare.class, activity -> 7))
        .isEqualTo(7);
    assertThatThrownBy(
            () ->
                telemetry.during(
                    SampleEvents.Bare.class,
                    activity -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  @Test
  @Tag("P10")
  void hotPath_allocatesNothing() {
    SampleEvents.Bare event = new SampleEvents.Bare();
    exercise(event);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();

    long before = threads.getThreadAllocatedBytes(thread);
    exercise(event);
    long allocated = threads.getThreadAllocatedBytes(thread) - before;

    // 70,000 calls; the measurement itself takes a few bytes.
    assertThat(allocated).isLessThan(4_096);
  }

  private void exercise(SampleEvents.Bare event) {
    for (int i = 0; i < 10_000; i++) {
      telemetry.record(event);
      telemetry.use(SampleEvents.Tool.LIVE_VIEW);
      telemetry.page(SampleEvents.View.PLATE);
      telemetry.breadcrumb(SampleEvents.Step.STAGE_HOMED);
      telemetry.isOn(SampleEvents.Bare.class);
      try (Activity<SampleEvents.Bare> activity = telemetry.begin(SampleEvents.Bare.class)) {
        activity.complete(event);
      }
    }
  }
}
