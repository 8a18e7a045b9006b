package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.registry.AttributeRule;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.registry.SignalRule;
import dev.candor.telemetry.registry.SignalRule.Instrument;
import dev.candor.telemetry.registry.SignalRule.Shape;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Tells whether a file is a base that {@link BaseGenerator} wrote from some registry: it reads the
 * registry out of the rules, generates again and compares. What it does not understand is left out
 * of the registry, and so is a difference.
 */
final class GeneratedBase {
  private static final Pattern CALL = Pattern.compile("(\\w+)\\([a-z]+\\.attributes, (.+)\\)");
  private static final Pattern CONTRACT =
      Pattern.compile("delete_key\\(([a-z]+\\.attributes), (\"[^\"]+\")\\) where not \\((.*)\\)");
  private static final Pattern SPAN = Pattern.compile("span\\.name == \"([^\"]+)\"");
  private static final Pattern REQUIRED =
      Pattern.compile("name == \"([^\"]+)\" and attributes\\[\"([^\"]+)\"] == nil");
  private static final Pattern UNIT =
      Pattern.compile(
          "set\\(metric\\.unit, (\".*\")\\) where IsMatch\\(metric\\.name, (\".*\")\\)");
  private static final Pattern NAMES = Pattern.compile("IsMatch\\(metric\\.name, (\".*\")\\)");
  private static final Pattern HISTOGRAMS =
      Pattern.compile("type != METRIC_DATA_TYPE_HISTOGRAM and IsMatch\\(name, (\".*\")\\)");

  private final JsonNode tree;
  private final TreeMap<String, AttributeRule> attributes = new TreeMap<>();
  private final TreeMap<String, SignalRule> spans = new TreeMap<>();
  private final TreeMap<String, SignalRule> metrics = new TreeMap<>();
  private final TreeSet<String> resource = new TreeSet<>();

  private GeneratedBase(JsonNode tree) {
    this.tree = tree;
  }

  /** Whether a file means to be a base, and not an overlay. */
  static boolean isMeant(JsonNode tree) {
    return tree.path("receivers").has("otlp")
        && tree.path("connectors").has(StageRules.SCRUBBED)
        && tree.path("processors").has("transform/shape");
  }

  /** Where the file differs from what the generator writes. */
  static List<ConfigFault> faults(JsonNode tree) {
    JsonNode again = ConfigFiles.tree("base", BaseGenerator.generate(registry(tree)));
    return MergedConfig.differences(tree, again, ConfigRule.GENERATED);
  }

  private static Registry registry(JsonNode tree) {
    GeneratedBase base = new GeneratedBase(tree);
    base.spans();
    base.metrics();
    return new Registry(base.attributes, base.spans, base.metrics, base.resource);
  }

  private void spans() {
    Map<String, TreeSet<String>> required = new TreeMap<>();
    for (String condition : texts(tree.at("/processors/filter~1verify/traces/span"))) {
      Matcher key = REQUIRED.matcher(condition);
      if (key.matches()) {
        required.computeIfAbsent(key.group(1), name -> new TreeSet<>()).add(key.group(2));
      }
    }
    for (JsonNode group : tree.at("/processors/transform~1shape/trace_statements")) {
      Matcher name = SPAN.matcher(group.at("/conditions/0").asText());
      SortedSet<String> keys = keys(group);
      if (name.matches()) {
        TreeSet<String> needed = required.getOrDefault(name.group(1), new TreeSet<>());
        put(spans, name.group(1), new Shape(Instrument.SPAN, ""), keys, needed);
      } else {
        resource.addAll(keys);
      }
    }
  }

  private void metrics() {
    TreeSet<String> histograms = new TreeSet<>();
    for (String condition : texts(tree.at("/processors/filter~1contract/metrics/metric"))) {
      histograms.addAll(names(HISTOGRAMS, condition));
    }
    Map<String, String> units = new TreeMap<>();
    Map<String, SortedSet<String>> labels = new TreeMap<>();
    for (JsonNode group : tree.at("/processors/transform~1shape/metric_statements")) {
      for (String statement : texts(group.path("statements"))) {
        Matcher unit = UNIT.matcher(statement);
        if (unit.matches()) {
          BaseValues.members(BaseValues.unquoted(unit.group(2)))
              .forEach(name -> units.put(name, BaseValues.unquoted(unit.group(1))));
        }
      }
      SortedSet<String> keys = keys(group);
      List<String> named = names(NAMES, text(group.at("/conditions/0")));
      named.forEach(name -> labels.put(name, keys));
      if (named.isEmpty()) {
        resource.addAll(keys);
      }
    }
    units.forEach(
        (name, unit) -> {
          boolean histogram = histograms.contains(name);
          Instrument instrument = histogram ? Instrument.HISTOGRAM : Instrument.COUNTER;
          SortedSet<String> keys = labels.getOrDefault(name, new TreeSet<>());
          put(metrics, name, new Shape(instrument, unit), keys, new TreeSet<>());
        });
  }

  private static void put(
      Map<String, SignalRule> signals,
      String name,
      Shape shape,
      SortedSet<String> keys,
      SortedSet<String> required) {
    signals.put(name, new SignalRule(name, shape, keys, required));
  }

  /** The keys that a group keeps, and what it asks of them. */
  private SortedSet<String> keys(JsonNode group) {
    TreeSet<String> keys = new TreeSet<>();
    for (String statement : texts(group.path("statements"))) {
      Matcher call = CALL.matcher(statement);
      if (call.matches() && call.group(1).equals("keep_keys")) {
        keys.addAll(BaseValues.list(call.group(2)));
      }
      Matcher contract = CONTRACT.matcher(statement);
      if (contract.matches()) {
        String key = BaseValues.unquoted(contract.group(2));
        String value = contract.group(1) + "[" + contract.group(2) + "]";
        BaseValues.rule(contract.group(1), key, contract.group(3).replace(value, ""), statement)
            .ifPresent(rule -> attributes.put(key, rule));
      }
    }
    return keys;
  }

  private static List<String> names(Pattern form, String condition) {
    Matcher names = form.matcher(condition);
    return names.matches() ? BaseValues.members(BaseValues.unquoted(names.group(1))) : List.of();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(GeneratedBase::text).toList();
  }

  /** A doubled dollar sign is the Collector's way to write one. */
  private static String text(JsonNode node) {
    return node.asText().replace("$$", "$");
  }
}
