package dev.candor.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A compose file, read as Compose reads it, as far as this project's goes. */
final class ComposeFile {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:(\\$)|\\{(\\w+)(?::-([^}]*))?}|(.|$))");
  private static final Set<String> KEYS = Set.of("services", "networks", "volumes");

  private final Map<String, ComposeService> services = new LinkedHashMap<>();
  private final Map<?, ?> tree;

  private ComposeFile(Map<?, ?> tree, Path folder, Map<String, String> environment) {
    this.tree = tree;
    if (!KEYS.containsAll(tree.keySet())) {
      throw new AssertionError("compose.yaml has keys that no test looks at");
    }
    mapping(tree.get("services"))
        .forEach(
            (name, service) ->
                services.put(
                    name.toString(), ComposeService.of(mapping(service), folder, environment)));
  }

  /** Reads a file; its variables are taken from {@code environment}, as from {@code .env}. */
  static ComposeFile read(Path file, Map<String, String> environment) {
    try {
      Object text = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
      return new ComposeFile(mapping(resolve(text, environment)), file.getParent(), environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, ComposeService> services() {
    return services;
  }

  ComposeService service(String name) {
    return services.get(name);
  }

  Set<String> volumes() {
    return names("volumes");
  }

  Set<String> networks() {
    return names("networks");
  }

  private Set<String> names(String key) {
    return Set.copyOf(mapping(tree.get(key)).keySet().stream().map(Object::toString).toList());
  }

  static Map<?, ?> mapping(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  static List<String> words(Object value) {
    return value instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
  }

  private static Object resolve(Object value, Map<String, String> environment) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> resolved = new LinkedHashMap<>();
      map.forEach((key, one) -> resolved.put(key, resolve(one, environment)));
      return resolved;
    }
    if (value instanceof List<?> list) {
      List<Object> resolved = new ArrayList<>();
      list.forEach(one -> resolved.add(resolve(one, environment)));
      return resolved;
    }
    return value instanceof String text ? text(text, environment) : value;
  }

  private static String text(String text, Map<String, String> environment) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(one(found, environment)));
  }

  private static String one(java.util.regex.MatchResult found, Map<String, String> environment) {
    if (found.group(1) != null) {
      return "$";
    }
    if (found.group(2) == null) {
      throw new AssertionError("compose.yaml has a $ that Compose would not take");
    }
    String value = environment.getOrDefault(found.group(2), "");
    String otherwise = found.group(3) == null ? "" : found.group(3);
    return value.isEmpty() ? otherwise : value;
  }
}
