package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** Starts runtimes of the test's catalogue the way applications do. */
final class LabRuntime {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private LabRuntime() {}

  static TelemetryOptions.Builder options(Path folder, Clock clock) {
    return TelemetryOptions.builder("lab", "1.4.2", Lab.class)
        .folder(folder)
        .clock(clock)
        .environment(Map.of());
  }

  static TelemetryRuntime start(Path folder, Clock clock, LoopbackBackend backend) {
    return TelemetryRuntime.start(options(folder, clock).endpoint(backend.uri()).build());
  }

  static TelemetryRuntime startSilent(Path folder, Clock clock) {
    return TelemetryRuntime.start(options(folder, clock).build());
  }

  static void deliver(TelemetryRuntime runtime) {
    // On a busy machine one round may end before the courier has settled its last body.
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED));
  }

  static void store(TelemetryRuntime runtime) {
    assertThat(runtime.flush(PATIENCE)).isIn(FlushResult.STORED, FlushResult.DELIVERED);
  }
}
