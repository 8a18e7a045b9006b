package dev.candor.telemetry.corpus;

import dev.candor.telemetry.scrub.Carrier;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The eleven places of a string in OpenTelemetry data, by the names that the doors take. */
final class Carriers {
  static final String STACKTRACE = "exception.stacktrace";
  static final List<String> ALL =
      List.of(
          "attribute_value",
          "attribute_key",
          "span_name",
          "status_description",
          "exception.message",
          STACKTRACE,
          "resource_attribute",
          "config_value",
          "metric_attribute",
          "event_name",
          "log_body");

  /** Those whose text stands under a key that a program chooses. */
  static final Set<String> KEYED =
      Set.of("attribute_value", "resource_attribute", "config_value", "metric_attribute");

  /** Those that the Collector also sees under a registered text attribute. */
  static final Set<String> TEXT = Set.of("attribute_value", "config_value", "exception.message");

  private Carriers() {}

  static Carrier of(String name) {
    return Carrier.valueOf(name.replace('.', '_').toUpperCase(Locale.ROOT));
  }
}
