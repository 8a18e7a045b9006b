package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that hold for every configuration, whichever registry its base was made of. Understand
 * a tree as it was written as well as one that the Collector printed.
 */
final class ConfigRules {
  private ConfigRules() {}

  static List<ConfigFault> faults(JsonNode config) {
    List<ConfigFault> faults = new ArrayList<>(StageRules.faults(config));
    faults.addAll(QueueRules.faults(config));
    faults.addAll(AddressRules.faults(config));
    return faults;
  }

  /** Of what differs, what no rule has named yet. */
  static List<ConfigFault> unnamed(List<ConfigFault> differences, List<ConfigFault> named) {
    return differences.stream()
        .filter(
            difference ->
                named.stream()
                    .noneMatch(fault -> difference.covers(fault) || fault.covers(difference)))
        .toList();
  }
}
