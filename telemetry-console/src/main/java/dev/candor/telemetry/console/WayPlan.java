package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a way leads, and which destinations are brought the same by one exporter: one queue and one
 * request for all of them, in place of one for each.
 *
 * @param destinations each once, in the order that all are shown in
 * @param together whether those that may share do
 */
record WayPlan(List<WayDestination> destinations, boolean together) {
  private static final String SHARED = "otlp_http/gateway";
  private static final String PATHS = "CANDOR_GATEWAY_PATHS";

  /** Get all spans and nothing else: Sentry's are filtered, and the store gets totals, too. */
  private static final Set<WayDestination> ALIKE =
      Set.of(WayDestination.GA4, WayDestination.AMPLITUDE);

  /**
   * Copies the list.
   *
   * @throws CommandFailure if fewer than two could share
   */
  WayPlan {
    destinations = List.copyOf(destinations);
    if (together && destinations.stream().filter(ALIKE::contains).count() < 2) {
      throw new CommandFailure(
          ExitCode.USAGE, "--together joins ga4 and amplitude: --dest must name both");
    }
  }

  private boolean isShared(WayDestination one) {
    return together && ALIKE.contains(one);
  }

  /** The overlays, each once. */
  List<CollectorFiles> overlays() {
    return destinations.stream()
        .map(one -> isShared(one) ? CollectorFiles.DEST_GATEWAY : one.overlay())
        .distinct()
        .toList();
  }

  /** What these overlays are told, beside what the environment says. */
  Map<String, String> variables() {
    return together ? Map.of(PATHS, shared()) : Map.of();
  }

  /** The Collector's names for what sends there. */
  List<String> exporters(WayDestination one) {
    return isShared(one) ? List.of(SHARED) : one.exporters();
  }

  /** Said behind the figures of an exporter that is not of one destination alone. */
  String remark(WayDestination one) {
    return isShared(one) ? " (one queue for " + shared() + ")" : "";
  }

  private String shared() {
    return destinations.stream()
        .filter(this::isShared)
        .map(WayDestination::word)
        .collect(Collectors.joining(","));
  }
}
