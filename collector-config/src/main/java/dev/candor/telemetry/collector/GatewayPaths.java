package dev.candor.telemetry.collector;

import java.util.List;
import java.util.Set;

/**
 * What {@code dest-gateway.yaml} is told: which paths of a gateway get the same. A gateway sends
 * everything away for ever that is sent to a list which it does not understand.
 */
final class GatewayPaths {
  static final String VARIABLE = "CANDOR_GATEWAY_PATHS";

  static final String RULE =
      "ga4, amplitude and sentry, each once at most, with commas between them; the store has an"
          + " overlay of its own, which brings totals, too";

  private static final Set<String> VENDORS = Set.of("ga4", "amplitude", "sentry");

  private GatewayPaths() {}

  /** Whether a value of a file refers to it. */
  static boolean isAskedFor(String value) {
    return value.contains("${env:" + VARIABLE) || value.contains("${" + VARIABLE);
  }

  static boolean areFit(String list) {
    List<String> names = List.of(list.split(",", -1));
    return VENDORS.containsAll(names) && Set.copyOf(names).size() == names.size();
  }
}
