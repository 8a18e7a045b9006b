package dev.candor.telemetry.collector;

import dev.candor.telemetry.registry.AttributeKind;
import dev.candor.telemetry.registry.AttributeRule;
import dev.candor.telemetry.registry.Registry;
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

  /**
   * Two groups, so that an item without the text costs one look, and a plain text runs few rules.
   * What one group leaves is no work for the other: a placeholder is not plain.
   */
  private static void groups(YamlText yaml, String context, String key) {
    group(yaml, context, key, false);
    group(yaml, context, key, true);
  }

  private static void group(YamlText yaml, String context, String key, boolean plain) {
    String value = context + ".attributes[" + Ottl.quote(key) + "]";
    TextNotes notes = new TextNotes(context, plain);
    List<String> rules =
        TextRules.ALL.stream()
            .filter(rule -> !plain || rule.mayFindInPlain())
            .map(rule -> rule.statement(value, notes.conditions(rule)))
            .toList();
    List<String> statements = new ArrayList<>(notes.statements(value));
    statements.addAll(rules);
    yaml.line("- context: " + context);
    yaml.indented(
        group ->
            group
                .line("conditions: " + YamlText.flow(List.of(TextNotes.condition(value, plain))))
                .texts("statements", statements));
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
