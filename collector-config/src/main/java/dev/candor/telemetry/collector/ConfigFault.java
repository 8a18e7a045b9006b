package dev.candor.telemetry.collector;

import java.util.List;

/**
 * One broken rule. Holds names of settings only, never a value.
 *
 * @param path from the root, such as {@code processors, filter/contract, error_mode}
 */
record ConfigFault(List<String> path, ConfigRule rule) {
  ConfigFault(List<String> path, ConfigRule rule) {
    this.path = List.copyOf(path);
    this.rule = rule;
  }

  static ConfigFault at(ConfigRule rule, String... path) {
    return new ConfigFault(List.of(path), rule);
  }

  /** Whether the other fault lies at the same place or inside it. */
  boolean covers(ConfigFault other) {
    return other.path.size() >= path.size() && other.path.subList(0, path.size()).equals(path);
  }

  /** Such as {@code my-dest.yaml: exporters.otlp_http/d.endpoint: … (plain-http)}. */
  String in(String file) {
    return file + ": " + place() + ": " + rule.sentence() + " (" + rule.id() + ")";
  }

  private String place() {
    return String.join(".", path).replaceAll("\\.(\\d+)(?=\\.|$)", "[$1]");
  }
}
