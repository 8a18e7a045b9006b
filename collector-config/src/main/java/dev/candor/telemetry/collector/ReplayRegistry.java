package dev.candor.telemetry.collector;

import dev.candor.telemetry.registry.BuiltInRegistries;
import dev.candor.telemetry.registry.Registry;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The registry that cases are replayed against: the built-in events, Squid's, one span that may
 * carry every registered key and one free text, and one counter that may carry every label.
 */
final class ReplayRegistry {
  static final String SPAN = "corpus.case";
  static final String METRIC = "corpus.case.count";
  static final String UNIT = "{event}";

  /** The registered free text; its greatest length is the greatest that a registry may declare. */
  static final String TEXT = "corpus.text";

  private static final String NAME = "replay";

  private ReplayRegistry() {}

  static Registry read() {
    return BuiltInRegistries.reader().text(NAME, cases(BuiltInRegistries.reader().read())).read();
  }

  private static String cases(Registry known) {
    SortedSet<String> labels = new TreeSet<>();
    known.metrics().forEach(metric -> labels.addAll(metric.attributes()));
    YamlText yaml = new YamlText();
    yaml.line("file_format: definition/2");
    yaml.section(
        "attributes",
        list ->
            list.line(
                "- {key: "
                    + TEXT
                    + ", type: string, brief: Text, annotations: {candor: {kind: text, max:"
                    + " 16384}}}"));
    yaml.section(
        "spans",
        list -> {
          list.line("- type: " + SPAN);
          list.indented(
              span -> {
                span.line("kind: internal");
                span.line("name: {note: " + SPAN + "}");
                span.section("attributes", refs -> references(refs, known.keys()).line(ref(TEXT)));
              });
        });
    yaml.section(
        "metrics",
        list -> {
          list.line("- name: " + METRIC);
          list.indented(
              metric -> {
                metric.line("instrument: counter");
                metric.line("unit: " + YamlText.quote(UNIT));
                metric.section("attributes", refs -> references(refs, labels));
              });
        });
    return yaml.toString();
  }

  private static YamlText references(YamlText yaml, SortedSet<String> keys) {
    keys.forEach(key -> yaml.line(ref(key)));
    return yaml;
  }

  private static String ref(String key) {
    return "- {ref: " + key + "}";
  }
}
