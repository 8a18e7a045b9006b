package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentRecord;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryStatus;
import dev.candor.telemetry.exporter.Destination;
import java.util.List;
import java.util.Map;

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
    return new EngineInspection(
        settings.folders(), settings.service(), Destinations.hosts(settings));
  }

  /**
   * Reads the answer and the accounts of an installation without becoming part of it: no session
   * begins and nothing is sent. What only a running application knows (losses, scrubbed values) is
   * empty.
   */
  public static TelemetryStatus status(TelemetryOptions options) {
    EngineSettings settings = new SettingsReader(options, OtelEngine.systemProperties()).read();
    ConsentAnswer answer = new ConsentStore(settings).refresh();
    List<Destination> destinations = Destinations.of(settings, Vocabulary.none());
    destinations.forEach(Destination::close);
    return new TelemetryStatus(
        answer,
        Accounts.enabled(answer, destinations),
        Accounts.read(settings, null),
        Map.of(),
        Map.of());
  }

  /** Reads the audit log of an installation, oldest first. */
  public static List<ConsentRecord> history(TelemetryOptions options) {
    return new ConsentStore(new SettingsReader(options, OtelEngine.systemProperties()).read())
        .history();
  }
}
