package dev.candor.telemetry.collector;

import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.registry.SignalRule;
import dev.candor.telemetry.registry.SignalRule.Instrument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Writes the two gates around the shaping stage. What fits a condition is dropped. */
final class FilterStages {
  private FilterStages() {}

  /** Unknown names, other metric types and whatever no rule can clean later. */
  static void contract(YamlText yaml, Registry registry) {
    yaml.section(
        "filter/contract",
        filter -> {
          filter.line("error_mode: propagate");
          filter.section(
              "traces",
              traces ->
                  traces
                      .texts(
                          "span", List.of(unknown("name", registry.spanNames()), "Len(links) > 0"))
                      .texts("spanevent", List.of("true")));
          filter.section(
              "metrics",
              metrics ->
                  metrics
                      .texts("metric", metricContract(registry))
                      // Summary points have no exemplars at all: unguarded, they fail the request.
                      .texts("datapoint", List.of("exemplars != nil and Len(exemplars) > 0")));
        });
  }

  /** The same promises asked again of what came out, by other means. */
  static void verify(YamlText yaml, Registry registry) {
    String scope = "instrumentation_scope.name != \"candor\"";
    String scopeAttributes = "Len(instrumentation_scope.attributes) > 0";
    List<String> spans =
        new ArrayList<>(
            List.of(
                "trace_state != \"\"",
                "status.message != \"\"",
                "Len(events) > 0",
                "Len(links) > 0",
                scope,
                "instrumentation_scope.version != \"\"",
                scopeAttributes));
    for (SignalRule span : registry.spans()) {
      for (String key : span.required()) {
        spans.add(
            "name == "
                + Ottl.quote(span.name())
                + " and attributes["
                + Ottl.quote(key)
                + "] == nil");
      }
    }
    List<String> metrics =
        List.of(
            "description != \"\"",
            unknown("unit", units(registry)),
            "Len(metadata) > 0",
            scope,
            "instrumentation_scope.version != \"\"",
            scopeAttributes);
    yaml.section(
        "filter/verify",
        filter -> {
          filter.line("error_mode: propagate");
          filter.section("traces", traces -> traces.texts("span", spans));
          filter.section(
              "metrics",
              section ->
                  section
                      .texts("metric", metrics)
                      .texts("datapoint", List.of("exemplars != nil and Len(exemplars) > 0")));
        });
  }

  static Collection<String> units(Registry registry) {
    TreeSet<String> units = new TreeSet<>();
    registry.metrics().forEach(metric -> units.add(metric.shape().unit()));
    return units;
  }

  private static List<String> metricContract(Registry registry) {
    List<String> conditions = new ArrayList<>();
    conditions.add(unknown("name", registry.metricNames()));
    conditions.add("type != METRIC_DATA_TYPE_SUM and type != METRIC_DATA_TYPE_HISTOGRAM");
    otherType(conditions, registry.metricNames(Instrument.COUNTER), "METRIC_DATA_TYPE_SUM");
    otherType(conditions, registry.metricNames(Instrument.HISTOGRAM), "METRIC_DATA_TYPE_HISTOGRAM");
    return conditions;
  }

  private static void otherType(List<String> conditions, List<String> names, String type) {
    if (!names.isEmpty()) {
      conditions.add("type != " + type + " and " + Ottl.match("name", ValuePatterns.oneOf(names)));
    }
  }

  private static String unknown(String path, Collection<String> names) {
    return names.isEmpty() ? "true" : "not " + Ottl.match(path, ValuePatterns.oneOf(names));
  }
}
