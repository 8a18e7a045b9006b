package dev.candor.telemetry.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Unites registry files that {@link RegistryMerger} has found fit, with their words for people: of
 * two entries of one name the first speaks, lists are united, and a range is as wide as both.
 */
final class RegistryUnion {
  private static final String HEADER = "# Written by 'candor registry export'; do not edit.\n";

  private final SortedMap<String, Map<String, Object>> attributes = new TreeMap<>();
  // In their order: a group may name one that stands before it.
  private final Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
  private final SortedMap<String, Map<String, Object>> spans = new TreeMap<>();
  private final SortedMap<String, Map<String, Object>> metrics = new TreeMap<>();

  void add(Object root) {
    Map<String, Object> file = map(root);
    list(file.get("attributes")).forEach(entry -> attribute(map(entry)));
    list(file.get("attribute_groups")).forEach(entry -> references(groups, "id", map(entry)));
    list(file.get("spans")).forEach(entry -> references(spans, "type", map(entry)));
    list(file.get("metrics")).forEach(entry -> references(metrics, "name", map(entry)));
  }

  /** The attributes by key. */
  SortedMap<String, Map<String, Object>> attributes() {
    return attributes;
  }

  /** The spans by name. */
  SortedMap<String, Map<String, Object>> spans() {
    return spans;
  }

  /** The metrics by name. */
  SortedMap<String, Map<String, Object>> metrics() {
    return metrics;
  }

  /** The groups by id. */
  Map<String, Map<String, Object>> groups() {
    return groups;
  }

  String text() {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("file_format", "definition/2");
    file.put("attributes", List.copyOf(attributes.values()));
    if (!groups.isEmpty()) {
      file.put("attribute_groups", List.copyOf(groups.values()));
    }
    file.put("spans", List.copyOf(spans.values()));
    file.put("metrics", List.copyOf(metrics.values()));
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDereferenceAliases(true)
            .setWidth(120)
            .build();
    return HEADER + new Dump(settings).dumpToString(file);
  }

  private void attribute(Map<String, Object> entry) {
    Map<String, Object> known = attributes.putIfAbsent(text(entry.get("key")), entry);
    if (known == null) {
      return;
    }
    if (known.get("type") instanceof Map<?, ?> type && entry.get("type") instanceof Map<?, ?>) {
      map(type).put("members", united(map(type), map(entry.get("type")), "members", "value"));
    }
    Map<String, Object> candor = candor(known);
    Map<String, Object> other = candor(entry);
    if (candor.containsKey("values") || other.containsKey("values")) {
      Set<Object> values = new LinkedHashSet<>(list(candor.get("values")));
      values.addAll(list(other.get("values")));
      candor.put("values", new ArrayList<>(values));
    }
    limit(candor, other, "min", -1);
    limit(candor, other, "max", 1);
  }

  /** The wider of both; a side without a limit has none, and so has the union. */
  private static void limit(
      Map<String, Object> known, Map<String, Object> other, String key, int wider) {
    if (!(known.get(key) instanceof Number a) || !(other.get(key) instanceof Number b)) {
      known.remove(key);
    } else if (Double.compare(b.doubleValue(), a.doubleValue()) * wider > 0) {
      known.put(key, b);
    }
  }

  private static void references(
      Map<String, Map<String, Object>> entries, String name, Map<String, Object> entry) {
    Map<String, Object> known = entries.putIfAbsent(text(entry.get(name)), entry);
    if (known != null) {
      known.put("attributes", united(known, entry, "attributes", "ref"));
    }
  }

  /** The entries of both lists, each name once. */
  private static List<Object> united(
      Map<String, Object> known, Map<String, Object> other, String key, String name) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (Map<String, Object> side : List.of(known, other)) {
      for (Object entry : list(side.get(key))) {
        Object named = map(entry).get(name);
        Object before = entries.putIfAbsent(named == null ? entry : named, entry);
        if (before != null && "required".equals(map(entry).get("requirement_level"))) {
          map(before).put("requirement_level", "required");
        }
      }
    }
    return new ArrayList<>(entries.values());
  }

  static Map<String, Object> candor(Map<String, Object> entry) {
    Object annotations = entry.get("annotations");
    Object candor = annotations == null ? null : map(annotations).get("candor");
    return candor == null ? new LinkedHashMap<>() : map(candor);
  }

  static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** The loader makes maps of texts; the merger has refused all others. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
