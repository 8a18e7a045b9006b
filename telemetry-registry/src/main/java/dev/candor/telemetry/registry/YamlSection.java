package dev.candor.telemetry.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One mapping of a YAML file, read strictly: what has another shape than expected is refused by
 * name.
 */
final class YamlSection {
  private final String place;
  private final Map<?, ?> values;

  private YamlSection(String place, Map<?, ?> values) {
    this.place = place;
    this.values = values;
  }

  static YamlSection of(String place, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new RegistryException(place, "expected a mapping");
    }
    return new YamlSection(place, map);
  }

  void allowOnly(Set<String> keys) {
    for (Object key : values.keySet()) {
      if (!keys.contains(key)) {
        throw fault("only these keys are understood: " + String.join(", ", keys));
      }
    }
  }

  /** Its keys, in the file's order. */
  List<String> keys() {
    return values.keySet().stream().map(String::valueOf).toList();
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  String text(String key) {
    return optionalText(key).orElseThrow(() -> fault("'" + key + "' must be a text"));
  }

  Optional<String> optionalText(String key) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text) || text.isBlank()) {
      throw fault("'" + key + "' must be a text");
    }
    return Optional.of(text);
  }

  Optional<BigDecimal> number(String key) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof Number)) {
      throw fault("'" + key + "' must be a number");
    }
    try {
      return Optional.of(new BigDecimal(value.toString()));
    } catch (NumberFormatException notFinite) {
      throw fault("'" + key + "' must be a finite number");
    }
  }

  boolean isSection(String key) {
    return values.get(key) instanceof Map;
  }

  YamlSection section(String key) {
    Object value = values.get(key);
    if (value == null) {
      throw fault("'" + key + "' is missing");
    }
    return of(place + "." + key, value);
  }

  Optional<YamlSection> optionalSection(String key) {
    return has(key) ? Optional.of(section(key)) : Optional.empty();
  }

  /** The mappings of a list; a missing list is empty. */
  List<YamlSection> sections(String key) {
    List<YamlSection> sections = new ArrayList<>();
    int index = 0;
    for (Object element : list(key)) {
      sections.add(of(place + "." + key + "[" + index++ + "]", element));
    }
    return sections;
  }

  /** The texts of a list; a missing list is empty. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Object element : list(key)) {
      if (!(element instanceof String text)) {
        throw fault("'" + key + "' must list texts (quote what looks like a number)");
      }
      texts.add(text);
    }
    return texts;
  }

  RegistryException fault(String rule) {
    return new RegistryException(place, rule);
  }

  private List<?> list(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw fault("'" + key + "' must be a list");
    }
    return list;
  }
}
