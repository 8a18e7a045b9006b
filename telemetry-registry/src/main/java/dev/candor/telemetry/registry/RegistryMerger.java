package dev.candor.telemetry.registry;

import dev.candor.telemetry.registry.SignalRule.Instrument;
import dev.candor.telemetry.registry.SignalRule.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
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
  private final Map<List<String>, NameAtVendor> vendorNames = new LinkedHashMap<>();
  private final Map<String, String> origins = new HashMap<>();
  private final List<RegistryException> faults = new ArrayList<>();
  private String file = "";

  /** Takes in one file; what breaks a rule is kept as a fault, and the next entry is read. */
  void add(String name, Object root) {
    file = name;
    attempt(
        () -> {
          YamlSection section = YamlSection.of(name, root);
          section.allowOnly(FILE_KEYS);
          if (!section.text("file_format").equals("definition/2")) {
            throw section.fault("'file_format' must be definition/2");
          }
          each(section, "attributes", this::attribute);
          each(section, "attribute_groups", this::group);
          each(section, "spans", this::span);
          each(section, "metrics", this::metric);
        });
  }

  /** A file that is no YAML. */
  void add(RegistryException fault) {
    faults.add(fault);
  }

  /** Every rule that is broken. */
  List<RegistryException> faults() {
    if (!faults.isEmpty()) {
      // An attribute that was refused is missing in every reference to it.
      return faults;
    }
    List<RegistryException> missing = new ArrayList<>();
    references.forEach(
        (key, place) -> {
          if (!attributes.containsKey(key)) {
            missing.add(place.fault("refers to attribute " + key + ", which no registry declares"));
          }
        });
    return missing;
  }

  /** Throws the first broken rule, references to other registries left out. */
  void requireFitEntries() {
    if (!faults.isEmpty()) {
      throw faults.get(0);
    }
  }

  Registry merged() {
    List<RegistryException> found = faults();
    if (!found.isEmpty()) {
      throw found.get(0);
    }
    return new Registry(
        attributes,
        spans,
        metrics,
        groups.getOrDefault(Registry.RESOURCE_GROUP, new TreeSet<>()),
        List.copyOf(vendorNames.values()));
  }

  private void each(YamlSection section, String list, Consumer<YamlSection> reader) {
    attempt(() -> section.sections(list).forEach(entry -> attempt(() -> reader.accept(entry))));
  }

  private void attempt(Runnable reading) {
    try {
      reading.run();
    } catch (RegistryException fault) {
      faults.add(fault);
    }
  }

  /** The file that declared a name first. */
  private String origin(String name) {
    String origin = origins.getOrDefault(name, file);
    return origin.equals(file) ? "this registry" : origin;
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
      throw section.fault(origin(rule.key()) + " declares " + rule.key() + " with another kind");
    }
    origins.putIfAbsent(rule.key(), file);
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
    SignalRule rule = signal(spans, section, name, new Shape(Instrument.SPAN, ""));
    VendorNameParser.parse(section, name, rule.attributes())
        .forEach(given -> vendorName(section, given));
  }

  private void vendorName(YamlSection section, NameAtVendor given) {
    List<String> place = List.of(given.vendor(), given.event(), given.key());
    NameAtVendor known = vendorNames.putIfAbsent(place, given);
    if (known != null && !known.equals(given)) {
      throw section.fault("another registry gives " + given.event() + " another name there");
    }
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

  private SignalRule signal(
      SortedMap<String, SignalRule> signals, YamlSection section, String name, Shape shape) {
    References refs = references(section);
    SignalRule rule = new SignalRule(name, shape, refs.all(), refs.required());
    SignalRule known = signals.get(name);
    if (known != null && !known.shape().equals(shape)) {
      throw section.fault(origin(name) + " declares " + name + " with another shape");
    }
    origins.putIfAbsent(name, file);
    signals.merge(name, rule, SignalRule::with);
    return rule;
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
