package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.exporter.Check.Result;
import dev.candor.telemetry.otel.Checkup.Given;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CheckupTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;

  @Test
  @Tag("P1")
  void of_nobodyAnswered_looksAndCreatesNothing() {
    try (Checkup checkup = Checkup.of(options(Map.of()).build())) {
      assertThat(checkup.settings())
          .containsExactly(
              new Given("TELEMETRY_ENDPOINT", "environment", false),
              new Given("OTEL_EXPORTER_OTLP_HEADERS", "builder", true));
      assertThat(checkup.faults()).isEmpty();
      assertThat(checkup.silence()).isNull();
      assertThat(checkup.isAgreed()).isFalse();
      assertThat(checkup.targets()).extracting(Checkup.Target::name).containsExactly("otlp");
      assertThat(checkup.targets().get(0).host()).isEqualTo("127.0.0.1");
    }
    assertThat(backend.connections()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void check_ofATarget_storesNothing() {
    try (Checkup checkup = Checkup.of(options(Map.of()).build())) {
      assertThat(checkup.targets().get(0).check(LONG).result()).isEqualTo(Result.OK);
    }
    assertThat(backend.spans()).isEmpty();
    assertThat(backend.points()).isEmpty();
  }

  @Test
  void of_answered_isAgreed() {
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options(Map.of()).build())) {
      runtime.consent().set(ConsentPreset.COUNTS);
    }
    try (Checkup checkup = Checkup.of(options(Map.of()).build())) {
      assertThat(checkup.isAgreed()).isTrue();
      assertThat(checkup.silence()).isNull();
    }
  }

  @Test
  @Tag("P3")
  void of_environmentForbids_isSilent() {
    try (Checkup checkup = Checkup.of(options(Map.of("DO_NOT_TRACK", "1")).build())) {
      assertThat(checkup.silence()).startsWith("DO_NOT_TRACK");
      assertThat(checkup.isAgreed()).isFalse();
    }
  }

  @Test
  @Tag("P4")
  void of_faultySettings_namesThemAndHasNoTarget() {
    try (Checkup checkup = Checkup.of(options(Map.of("TELEMETRY_TIMEOUT", "secret")).build())) {
      assertThat(checkup.faults())
          .containsExactly("TELEMETRY_TIMEOUT must be a number from 1 to 30");
      assertThat(checkup.targets()).isEmpty();
      assertThat(checkup.settings()).extracting(Given::name).contains("TELEMETRY_TIMEOUT");
    }
  }

  private TelemetryOptions.Builder options(Map<String, String> further) {
    Map<String, String> environment = new HashMap<>(further);
    environment.put("TELEMETRY_ENDPOINT", backend.uri().toString());
    return TelemetryOptions.builder("lab", "1.4.2")
        .folder(folder)
        .setting("OTEL_EXPORTER_OTLP_HEADERS", "authorization=secret")
        .environment(environment);
  }
}
