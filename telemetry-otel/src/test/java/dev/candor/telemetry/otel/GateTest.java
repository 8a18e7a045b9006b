package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeClock;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  private static final int CALLS = 100_000;
  @TempDir Path folder;

  @Test
  @Tag("P10")
  void record_off_allocatesNothingAndReadsNoClock() {
    CountingClock clock = new CountingClock();
    try (TelemetryRuntime runtime = LabRuntime.startSilent(folder, clock)) {
      Telemetry telemetry = runtime.telemetry();
      Lab.Export event = new Lab.Export(Lab.Format.TIFF, 1, false);
      calls(telemetry, event);
      int read = clock.read;

      long allocated = allocatedBy(() -> calls(telemetry, event));

      assertThat(allocated).isZero();
      assertThat(clock.read).isEqualTo(read);
    }
  }

  @Test
  @Tag("P10")
  void namedCalls_off_allocateNothing() {
    try (TelemetryRuntime runtime = LabRuntime.startSilent(folder, FakeClock.create())) {
      NamedTelemetry named = runtime.named();
      Map<String, Object> params = Map.of("images", 3L);
      namedCalls(named, params);

      assertThat(allocatedBy(() -> namedCalls(named, params))).isZero();
    }
  }

  @Test
  @Tag("P10")
  void isOn_offAfterHavingBeenOn_allocatesNothing() {
    try (TelemetryRuntime runtime = LabRuntime.startSilent(folder, FakeClock.create())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      Telemetry telemetry = runtime.telemetry();
      guard(telemetry);
      runtime.consent().set(ConsentPreset.NO);
      guard(telemetry);

      assertThat(allocatedBy(() -> guard(telemetry))).isZero();
    }
  }

  @Test
  @Tag("SQ-55")
  void uncaughtError_handlerBefore_isStillCalledAndRestored() throws InterruptedException {
    UncaughtExceptionHandler original = Thread.getDefaultUncaughtExceptionHandler();
    List<Throwable> seen = new ArrayList<>();
    UncaughtExceptionHandler mine = (thread, error) -> seen.add(error);
    Thread.setDefaultUncaughtExceptionHandler(mine);
    try (TelemetryRuntime runtime = LabRuntime.startSilent(folder, FakeClock.create())) {
      assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(mine);
      runtime.consent().set(ConsentPreset.COUNTS);
      assertThat(Thread.getDefaultUncaughtExceptionHandler()).isInstanceOf(CrashHandler.class);
      IllegalStateException error = new IllegalStateException("secret");
      Thread thread =
          new Thread(
              () -> {
                throw error;
              });
      thread.start();
      thread.join();
      assertThat(seen).containsExactly(error);
      runtime.consent().set(ConsentPreset.NO);
      assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(mine);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(original);
    }
  }

  @Test
  void close_recorderThread_isGone() {
    TelemetryRuntime runtime = LabRuntime.startSilent(folder, FakeClock.create());
    runtime.consent().set(ConsentPreset.EVERYTHING);
    LabRuntime.store(runtime);
    assertThat(candorThreads()).contains("candor-recorder");

    runtime.close();

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(candorThreads()).isEmpty());
    runtime.telemetry().record(new Lab.Export(Lab.Format.TIFF, 1, false));
    assertThat(candorThreads()).isEmpty();
  }

  private static List<String> candorThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("candor"))
        .toList();
  }

  private static void calls(Telemetry telemetry, Lab.Export event) {
    for (int i = 0; i < CALLS; i++) {
      telemetry.record(event);
      telemetry.use(Lab.Tool.LIVE_VIEW);
      telemetry.page(Lab.Screen.MAIN);
      telemetry.breadcrumb(Lab.Step.OPEN);
    }
  }

  private static void namedCalls(NamedTelemetry named, Map<String, Object> params) {
    for (int i = 0; i < CALLS; i++) {
      named.trackEvent("file.export", params);
      named.trackPageView("/main", "Main");
      named.trackPerformance("file.export", 1, "ms", params);
      named.trackAgentUsage("agent", "search", params);
      named.trackError("Error", "message", null, params);
    }
  }

  private static void guard(Telemetry telemetry) {
    for (int i = 0; i < CALLS; i++) {
      if (telemetry.isOn(Lab.Export.class)) {
        telemetry.record(new Lab.Export(Lab.Format.TIFF, i, false));
      }
    }
  }

  private static long allocatedBy(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    // The measurement itself allocates at first.
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  /** Counts how often it is read. */
  private static final class CountingClock extends java.time.Clock {
    private int read;

    @Override
    public Instant instant() {
      read++;
      return Instant.parse("2026-11-17T12:00:00Z");
    }

    @Override
    public java.time.ZoneId getZone() {
      return java.time.ZoneOffset.UTC;
    }

    @Override
    public java.time.Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
