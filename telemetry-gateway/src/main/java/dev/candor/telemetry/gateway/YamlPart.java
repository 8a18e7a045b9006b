package dev.candor.telemetry.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A part of a YAML file that knows its line and its place. What is wrong is noted with both, and
 * reading goes on, so that an operator sees all of it at once. One thread.
 */
final class YamlPart {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("gateway")
          .setAllowDuplicateKeys(false)
          .setMaxAliasesForCollections(0)
          .build();

  private final String place;
  private final Node node;
  private final List<String> faults;

  private YamlPart(String place, Node node, List<String> faults) {
    this.place = place;
    this.node = node;
    this.faults = faults;
  }

  /** Reads a file; what is no YAML is a fault with its line. */
  static Optional<YamlPart> read(String text, List<String> faults) {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      if (root.isEmpty()) {
        faults.add("line 1: must not be empty");
      }
      return root.map(node -> new YamlPart("", node, faults));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      faults.add("line " + line + ": must be YAML with unique keys");
    } catch (YamlEngineException e) {
      faults.add("line 1: must be YAML with unique keys");
    }
    return Optional.empty();
  }

  /** Notes that this cannot be used. */
  void fault(String rule) {
    int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    faults.add("line " + line + ": " + (place.isEmpty() ? "" : place + ": ") + rule);
  }

  /** What it holds by key; a key that is none of these is a fault, without the key itself. */
  Map<String, YamlPart> parts(Set<String> known) {
    Map<String, YamlPart> parts = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      if (!isNothing()) {
        fault("must be a mapping");
      }
      return parts;
    }
    Set<String> seen = new TreeSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlPart value = new YamlPart(place, tuple.getKeyNode(), faults);
      if (!(tuple.getKeyNode() instanceof ScalarNode key) || !known.contains(key.getValue())) {
        value.fault("only these settings are known: " + String.join(", ", new TreeSet<>(known)));
      } else if (!seen.add(key.getValue())) {
        value.fault("each setting may stand once");
      } else {
        String name = key.getValue();
        String inner = place.isEmpty() ? name : place + "." + name;
        parts.put(name, new YamlPart(inner, tuple.getValueNode(), faults));
      }
    }
    return parts;
  }

  /** Its text, or null if it is none. */
  @Nullable String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    fault("must be a text");
    return null;
  }

  /** A whole number within bounds; anything else is a fault, and {@code otherwise} stands in. */
  long number(long least, long most, long otherwise) {
    String text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below; the exception quotes the value.
    }
    fault("must be " + least + " to " + most);
    return otherwise;
  }

  /** Its members. */
  List<YamlPart> list() {
    List<YamlPart> list = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node member : sequence.getValue()) {
        list.add(new YamlPart(place + "[" + list.size() + "]", member, faults));
      }
    } else {
      fault("must be a list");
    }
    return list;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  private boolean isNothing() {
    return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
  }
}
