package dev.candor.telemetry.otel;

import dev.candor.telemetry.TelemetryOptions;
import java.net.URI;
import java.util.List;

/**
 * What the engine would use for some options, without starting anything: for command lines that
 * show or check it.
 *
 * @param folders where the files lie
 * @param service the name that is reported
 * @param destinations the hosts that would receive data
 */
public record EngineInspection(Folders folders, String service, List<String> destinations) {
  /** Copies the list. */
  public EngineInspection {
    destinations = List.copyOf(destinations);
  }

  /**
   * Reads the settings; creates, starts and connects nothing.
   *
   * @throws IllegalArgumentException naming every faulty setting and its rule, never a value
   */
  public static EngineInspection of(TelemetryOptions options) {
    EngineSettings settings = new SettingsReader(options, OtelEngine.systemProperties()).read();
    URI endpoint = settings.endpoint();
    return new EngineInspection(
        settings.folders(),
        settings.service(),
        endpoint == null ? List.of() : List.of(endpoint.getHost()));
  }
}
