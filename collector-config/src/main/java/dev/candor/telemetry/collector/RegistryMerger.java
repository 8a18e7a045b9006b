package dev.candor.telemetry.collector;

import dev.candor.telemetry.collector.SignalRule.Instrument;
import dev.candor.telemetry.collector.SignalRule.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Turns the sections of registry files into rules and unites them over files. */
final class RegistryMerger {
  private static final Set<String> FILE_KEYS =
      Set.of("file_format", "attributes", "attribute_groups", "spans", "metrics");
  private static final Set<String> GROUP_KEYS =
      Set.of("id", "type", "visibility", "brief", "stability", "note", "attributes", "annotations");
  private static final Set<String> SPAN_KEYS =
      Set.of("type", "kind", "name", "brief", "note", "stability", "attributes", "annotations");
  private static final Set<String> METRIC_KEYS =
      Set.of(
          "name", "instrument", "unit", "brief", "note", "stability", "attributes", "annotations");
  private static final Set<String> REF_KEYS =
      Set.of("ref", "ref_group", "requirement_level", "brief", "note");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*([.-][a-z0-9_]+)*");
  private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9%{}/._-]{1,30}");
  private static final int MAX_NAME = 200;

  private final SortedMap<String, AttributeRule> attributes = new TreeMap<>();
  private final SortedMap<String, SignalRule> spans = new TreeMap<>();
  private final SortedMap<String, SignalRule> metrics = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> groups = new TreeMap<>();
  private final Map<String, YamlSection> references = new LinkedHashMap<>();

  void add(YamlSection file) {
    file.allowOnly(FILE_KEYS);
    if (!file.text("file_format").equals("definition/2")) {
      throw file.fault("'file_format' must be definition/2");
    }
    file.sections("attributes").forEach(this::attribute);
    file.sections("attribute_groups").forEach(this::group);
    file.sections("spans").forEach(this::span);
    file.sections("metrics").forEach(this::metric);
  }

  Registry merged() {
    references.forEach(
        (key, place) -> {
          if (!attributes.containsKey(key)) {
            throw place.fault("refers to attribute " + key + ", which no registry declares");
          }
        });
    return new Registry(
        attributes, spans, metrics, groups.getOrDefault(Registry.RESOURCE_GROUP, new TreeSet<>()));
  }

  static String name(YamlSection section, String key) {
    String name = section.text(key);
    if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
      throw section.fault("'" + key + "' must be dotted lower case, at most " + MAX_NAME);
    }
    return name;
  }

  private void attribute(YamlSection section) {
    AttributeRule rule = AttributeParser.parse(section);
    AttributeRule known = attributes.get(rule.key());
    if (known != null && known.kind() != rule.kind()) {
      throw section.fault("another registry declares " + rule.key() + " with another kind");
    }
    attributes.merge(rule.key(), rule, AttributeRule::with);
  }

  private void group(YamlSection section) {
    section.allowOnly(GROUP_KEYS);
    References refs = references(section);
    groups.computeIfAbsent(name(section, "id"), id -> new TreeSet<>()).addAll(refs.all());
  }

  private void span(YamlSection section) {
    section.allowOnly(SPAN_KEYS);
    String name = name(section, "type");
    if (!section.text("kind").equals("internal")) {
      throw section.fault("'kind' must be internal");
    }
    if (!section.section("name").text("note").equals(name)) {
      throw section.fault("'name.note' must be the type: span names are static");
    }
    signal(spans, section, name, new Shape(Instrument.SPAN, ""));
  }

  private void metric(YamlSection section) {
    section.allowOnly(METRIC_KEYS);
    Instrument instrument =
        switch (section.text("instrument")) {
          case "counter" -> Instrument.COUNTER;
          case "histogram" -> Instrument.HISTOGRAM;
          default -> throw section.fault("'instrument' must be counter or histogram");
        };
    String unit = section.text("unit");
    if (!UNIT.matcher(unit).matches()) {
      throw section.fault("'unit' must be a UCUM unit such as s or {image}");
    }
    signal(metrics, section, name(section, "name"), new Shape(instrument, unit));
  }

  private void signal(
      SortedMap<String, SignalRule> signals, YamlSection section, String name, Shape shape) {
    References refs = references(section);
    SignalRule rule = new SignalRule(name, shape, refs.all(), refs.required());
    SignalRule known = signals.get(name);
    if (known != null && !known.shape().equals(shape)) {
      throw section.fault("another registry declares " + name + " with another shape");
    }
    signals.merge(name, rule, SignalRule::with);
  }

  private References references(YamlSection section) {
    References found = new References(new TreeSet<>(), new TreeSet<>());
    for (YamlSection ref : section.sections("attributes")) {
      ref.allowOnly(REF_KEYS);
      if (ref.has("ref_group")) {
        SortedSet<String> group = groups.get(ref.text("ref_group"));
        if (group == null) {
          throw ref.fault("'ref_group' must name a group that stands before it");
        }
        found.all().addAll(group);
        continue;
      }
      String key = name(ref, "ref");
      references.putIfAbsent(key, ref);
      found.all().add(key);
      if (ref.optionalText("requirement_level").orElse("").equals("required")) {
        found.required().add(key);
      }
    }
    return found;
  }

  private record References(SortedSet<String> all, SortedSet<String> required) {}
}
