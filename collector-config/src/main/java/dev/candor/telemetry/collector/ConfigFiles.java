package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The files of one configuration as they were written, in their order, to tell which of them
 * decides a setting. Merged as the Collector does: mappings unite, all else replaces.
 */
final class ConfigFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_DEPTH = 100;

  /** One file; {@code name} stands in messages. */
  record Source(String name, JsonNode tree) {}

  private final List<Source> sources = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  static ConfigFiles read(List<Path> files) {
    ConfigFiles read = new ConfigFiles();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        read.add(name, Files.readString(file));
      } catch (CharacterCodingException e) {
        read.unreadable.add(name + ": is not UTF-8");
      } catch (IOException e) {
        read.unreadable.add(name + ": cannot be read");
      }
    }
    return read;
  }

  static JsonNode tree(String name, String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
    JsonNode tree = tree(new Load(settings).loadFromString(yaml), 0);
    return tree.isNull() ? JSON.createObjectNode() : tree;
  }

  /** An alias may name what holds it, so there is an end to nesting. */
  private static JsonNode tree(@Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("nested too deep");
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JSON.createObjectNode();
      map.forEach((key, child) -> object.set(String.valueOf(key), tree(child, depth + 1)));
      return object;
    }
    if (value instanceof Iterable<?> list) {
      ArrayNode array = JSON.createArrayNode();
      list.forEach(child -> array.add(tree(child, depth + 1)));
      return array;
    }
    return JSON.valueToTree(value);
  }

  /** One line for each file that is no mapping. */
  List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  List<Source> sources() {
    return List.copyOf(sources);
  }

  JsonNode merged() {
    JsonNode merged = JSON.createObjectNode();
    for (Source source : sources) {
      merged = merge(merged, source.tree());
    }
    return merged;
  }

  /** The file that decides what stands at a path; the nearest one if it stands nowhere. */
  String decides(List<String> path) {
    String nearest = sources.get(sources.size() - 1).name();
    int best = 0;
    for (int i = sources.size() - 1; i >= 0; i--) {
      int depth = depth(sources.get(i).tree(), path);
      if (depth < 0) {
        return sources.get(i).name();
      }
      if (depth > best) {
        best = depth;
        nearest = sources.get(i).name();
      }
    }
    return nearest;
  }

  /** Every text that stands as a value somewhere: none of them may be in a message. */
  Set<String> values() {
    Set<String> values = new HashSet<>();
    sources.forEach(source -> values(source.tree(), values));
    return values;
  }

  /** Whether a component or setting has this name: messages need those. */
  boolean isName(String text) {
    return sources.stream().anyMatch(source -> hasName(source.tree(), text));
  }

  /** The last file that names a component which a message quotes; otherwise the last file. */
  String naming(String message) {
    for (int i = sources.size() - 1; i >= 0; i--) {
      for (JsonNode section : sources.get(i).tree()) {
        if (ConfigTree.names(section).stream().anyMatch(name -> quotes(message, name))) {
          return sources.get(i).name();
        }
      }
    }
    return sources.get(sources.size() - 1).name();
  }

  private static boolean quotes(String message, String name) {
    return message.contains('"' + name + '"') || message.contains("::" + name + ":");
  }

  private static boolean hasName(JsonNode node, String text) {
    if (node.has(text)) {
      return true;
    }
    for (JsonNode child : node) {
      if (hasName(child, text)) {
        return true;
      }
    }
    return false;
  }

  private void add(String name, String yaml) {
    try {
      JsonNode tree = tree(name, yaml);
      if (tree.isObject()) {
        sources.add(new Source(name, tree));
      } else {
        unreadable.add(name + ": is not a mapping");
      }
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      unreadable.add(name + line + ": is not YAML with unique keys");
    } catch (YamlEngineException | IllegalArgumentException e) {
      // Not one document, or one that holds itself.
      unreadable.add(name + ": is not one YAML document");
    }
  }

  /** How far the path leads into a tree; negative if the tree decides what stands there. */
  private static int depth(JsonNode tree, List<String> path) {
    JsonNode node = tree;
    for (int i = 0; i < path.size(); i++) {
      if (!node.isObject()) {
        return -1;
      }
      node = node.path(path.get(i));
      if (node.isMissingNode()) {
        return i;
      }
    }
    return -1;
  }

  private static JsonNode merge(JsonNode below, JsonNode above) {
    if (!(below instanceof ObjectNode from) || !(above instanceof ObjectNode over)) {
      return above;
    }
    ObjectNode united = from.deepCopy();
    over.properties()
        .forEach(
            entry ->
                united.set(entry.getKey(), merge(united.path(entry.getKey()), entry.getValue())));
    return united;
  }

  private static void values(JsonNode node, Set<String> values) {
    if (node.isValueNode() && !node.isNull()) {
      values.add(node.asText());
    }
    node.forEach(child -> values(child, values));
  }
}
