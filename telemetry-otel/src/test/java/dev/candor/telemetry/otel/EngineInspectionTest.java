package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineInspectionTest {
  @TempDir Path temporary;

  @Test
  @Tag("P1")
  void inspect_nobodyAnswered_tellsAndCreatesNothing() {
    Path folder = temporary.resolve("none");

    assertThat(EngineInspection.of(options(folder)).destinations()).containsExactly("127.0.0.1");
    assertThat(EngineInspection.of(options(folder)).service()).isEqualTo("app");
    assertThat(EngineInspection.status(options(folder)).answer().state())
        .isEqualTo(ConsentAnswer.State.UNKNOWN);
    assertThat(EngineInspection.status(options(folder)).destinations()).isEmpty();
    assertThat(EngineInspection.history(options(folder))).isEmpty();
    assertThat(folder).doesNotExist();
  }

  @Test
  void inspect_answered_readsAnswerAndHistory() {
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options(temporary))) {
      runtime.consent().set(ConsentPreset.NO);
      runtime.consent().set(ConsentPreset.COUNTS);
    }

    assertThat(EngineInspection.status(options(temporary)).answer().isOff()).isFalse();
    assertThat(EngineInspection.history(options(temporary))).isNotEmpty();
  }

  private static TelemetryOptions options(Path folder) {
    return TelemetryOptions.builder("app", "1.0")
        .folder(folder)
        .endpoint(URI.create("http://127.0.0.1:9"))
        .environment(Map.of())
        .build();
  }
}
