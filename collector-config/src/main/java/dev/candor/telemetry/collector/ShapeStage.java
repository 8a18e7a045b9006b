package dev.candor.telemetry.collector;

import dev.candor.telemetry.registry.AttributeRule;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.registry.SignalRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the stage that keeps registered keys with fitting values and empties every other field.
 * Repeated keys go first, for the language sees only the first of them.
 */
final class ShapeStage {
  private ShapeStage() {}

  static void write(YamlText yaml, Registry registry) {
    yaml.section(
        "transform/shape",
        shape -> {
          shape.line("error_mode: propagate");
          shape.section("trace_statements", traces -> traces(traces, registry));
          shape.section("metric_statements", metrics -> metrics(metrics, registry));
        });
  }

  private static void traces(YamlText yaml, Registry registry) {
    group(yaml, "resource", List.of(), resource(registry.spanResource()));
    group(yaml, "scope", List.of(), scope());
    group(yaml, "span", List.of(), everySpan());
    for (SignalRule span : registry.spans()) {
      List<String> statements = new ArrayList<>();
      statements.add("set(span.cache[\"n\"], Len(span.attributes))");
      statements.addAll(contracts("span.attributes", registry.rules(span.attributes())));
      statements.add(
          "set(span.dropped_attributes_count, span.cache[\"n\"] - Len(span.attributes))");
      group(yaml, "span", List.of("span.name == " + Ottl.quote(span.name())), statements);
    }
  }

  private static List<String> everySpan() {
    List<String> statements = new ArrayList<>(unique("span"));
    statements.add("set(span.trace_state, \"\")");
    statements.add("set(span.parent_span_id, SpanID(0x0000000000000000))");
    statements.add("set(span.status.message, \"\")");
    statements.add(
        "set(span.status.code, STATUS_CODE_UNSET) where not (span.status.code == STATUS_CODE_OK"
            + " or span.status.code == STATUS_CODE_ERROR)");
    statements.add("set(span.kind, SPAN_KIND_INTERNAL)");
    // Sampled, and "the parent is known not to be remote": SDKs set both; other bits are free.
    statements.add(
        "set(span.flags, 0) where not (span.flags == 1 or span.flags == 256 or span.flags == 257)");
    statements.add("set(span.dropped_attributes_count, 0)");
    statements.add("set(span.dropped_events_count, 0)");
    statements.add("set(span.dropped_links_count, 0)");
    return statements;
  }

  private static void metrics(YamlText yaml, Registry registry) {
    group(yaml, "resource", List.of(), resource(registry.metricResource()));
    group(yaml, "scope", List.of(), scope());
    List<String> statements =
        new ArrayList<>(List.of("set(metric.description, \"\")", "keep_keys(metric.metadata, [])"));
    byUnit(registry)
        .forEach(
            (unit, names) ->
                statements.add(
                    "set(metric.unit, "
                        + Ottl.quote(unit)
                        + ") where "
                        + Ottl.match("metric.name", ValuePatterns.oneOf(names))));
    group(yaml, "metric", List.of(), statements);
    List<String> points = new ArrayList<>(unique("datapoint"));
    points.add("set(datapoint.flags, 0)");
    group(yaml, "datapoint", List.of(), points);
    byLabels(registry)
        .forEach(
            (labels, names) ->
                group(
                    yaml,
                    "datapoint",
                    List.of(Ottl.match("metric.name", ValuePatterns.oneOf(names))),
                    contracts("datapoint.attributes", registry.rules(new TreeSet<>(labels)))));
  }

  private static List<String> resource(List<AttributeRule> rules) {
    List<String> statements = new ArrayList<>(unique("resource"));
    statements.addAll(contracts("resource.attributes", rules));
    statements.add("set(resource.schema_url, \"\")");
    statements.add("set(resource.dropped_attributes_count, 0)");
    return statements;
  }

  private static List<String> scope() {
    return List.of(
        "keep_keys(scope.attributes, [])",
        "set(scope.name, \"candor\")",
        "set(scope.version, \"\")",
        "set(scope.schema_url, \"\")",
        "set(scope.dropped_attributes_count, 0)");
  }

  /** The first value of a repeated key stays. */
  private static List<String> unique(String context) {
    return List.of(
        "merge_maps(" + context + ".cache, " + context + ".attributes, \"insert\")",
        "set(" + context + ".attributes, " + context + ".cache)");
  }

  private static List<String> contracts(String attributes, List<AttributeRule> rules) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "keep_keys("
            + attributes
            + ", "
            + Ottl.list(rules.stream().map(AttributeRule::key).toList())
            + ")");
    rules.forEach(rule -> statements.add(Ottl.contract(attributes, rule)));
    return statements;
  }

  private static Map<String, Collection<String>> byUnit(Registry registry) {
    Map<String, Collection<String>> units = new TreeMap<>();
    for (SignalRule metric : registry.metrics()) {
      units.computeIfAbsent(metric.shape().unit(), unit -> new TreeSet<>()).add(metric.name());
    }
    return units;
  }

  private static Map<List<String>, Collection<String>> byLabels(Registry registry) {
    Map<List<String>, Collection<String>> labels =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (SignalRule metric : registry.metrics()) {
      labels
          .computeIfAbsent(List.copyOf(metric.attributes()), keys -> new TreeSet<>())
          .add(metric.name());
    }
    return labels;
  }

  private static void group(
      YamlText yaml, String context, List<String> conditions, List<String> statements) {
    yaml.line("- context: " + context);
    yaml.indented(
        group -> {
          if (!conditions.isEmpty()) {
            group.line("conditions: " + YamlText.flow(conditions));
          }
          group.texts("statements", statements);
        });
  }
}
