package dev.candor.telemetry.otel;

import dev.candor.telemetry.TelemetryOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Settings below one folder, with variables of the test's choice. */
final class TestSettings {
  private TestSettings() {}

  static EngineSettings in(Path folder, Clock clock, Map<String, String> environment) {
    return in(folder, clock, environment, 1);
  }

  static EngineSettings in(
      Path folder, Clock clock, Map<String, String> environment, int policyVersion) {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2")
            .folder(folder)
            .clock(clock)
            .policyVersion(policyVersion)
            .environment(environment)
            .build();
    return new SettingsReader(options, Map.of("os.name", "Linux", "user.home", "/home/x")).read();
  }
}
