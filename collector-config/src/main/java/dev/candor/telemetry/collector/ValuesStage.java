package dev.candor.telemetry.collector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the stage that replaces data of persons in registered free text, by {@link TextRules}. A
 * text stands under its key only where the stage before has let it, so that one group for each key
 * serves all spans. There is no such stage where no text is registered.
 */
final class ValuesStage {
  static final String NAME = "transform/values";

  private ValuesStage() {}

  /** Whether anything registered is free text. */
  static boolean isNeeded(Registry registry) {
    return !texts(registry.spanResource()).isEmpty()
        || !texts(registry.metricResource()).isEmpty()
        || !spanTexts(registry).isEmpty()
        || !pointTexts(registry).isEmpty();
  }

  static void write(YamlText yaml, Registry registry) {
    Map<String, List<String>> traces = new TreeMap<>();
    traces.put("resource", texts(registry.spanResource()));
    traces.put("span", spanTexts(registry));
    Map<String, List<String>> metrics = new TreeMap<>();
    metrics.put("resource", texts(registry.metricResource()));
    metrics.put("datapoint", pointTexts(registry));
    yaml.section(
        NAME,
        values -> {
          values.line("error_mode: propagate");
          section(values, "trace_statements", traces);
          section(values, "metric_statements", metrics);
        });
  }

  private static void section(YamlText yaml, String name, Map<String, List<String>> contexts) {
    if (contexts.values().stream().allMatch(List::isEmpty)) {
      return;
    }
    yaml.section(
        name,
        section ->
            contexts.forEach(
                (context, keys) -> keys.forEach(key -> groups(section, context, key))));
  }

  /** Rules that follow each other behind the same gate are one group, so that it is read once. */
  private static void groups(YamlText yaml, String context, String key) {
    String value = context + ".attributes[" + Ottl.quote(key) + "]";
    int from = 0;
    while (from < TextRules.ALL.size()) {
      TextGate gate = TextRules.ALL.get(from).gate();
      int to = from;
      List<String> statements = new ArrayList<>();
      while (to < TextRules.ALL.size() && TextRules.ALL.get(to).gate() == gate) {
        statements.add(TextRules.ALL.get(to++).statement(value));
      }
      yaml.line("- context: " + context);
      yaml.indented(
          group ->
              group
                  .line("conditions: " + YamlText.flow(List.of(gate.condition(value))))
                  .texts("statements", statements));
      from = to;
    }
  }

  private static List<String> spanTexts(Registry registry) {
    TreeSet<String> keys = new TreeSet<>();
    registry.spans().forEach(span -> keys.addAll(texts(registry.rules(span.attributes()))));
    return List.copyOf(keys);
  }

  private static List<String> pointTexts(Registry registry) {
    TreeSet<String> keys = new TreeSet<>();
    registry.metrics().forEach(metric -> keys.addAll(texts(registry.rules(metric.attributes()))));
    return List.copyOf(keys);
  }

  private static List<String> texts(List<AttributeRule> rules) {
    return rules.stream()
        .filter(rule -> rule.kind() == AttributeKind.TEXT)
        .map(AttributeRule::key)
        .toList();
  }
}
