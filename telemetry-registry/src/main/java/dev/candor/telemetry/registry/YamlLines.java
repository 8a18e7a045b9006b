package dev.candor.telemetry.registry;

import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
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

/** Finds the line of a section in a YAML text, for messages. */
final class YamlLines {
  private YamlLines() {}

  /**
   * The line, from 1, where a section starts; of a text that is no YAML, where it stops being one.
   *
   * @param path such as {@code .attributes[3].annotations}; a step that is not there ends the way
   */
  static int line(LoadSettings settings, String yaml, String path) {
    try {
      Optional<Node> root = new Compose(settings).composeString(yaml);
      return root.map(node -> line(node, path)).orElse(1);
    } catch (MarkedYamlEngineException e) {
      return e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
    } catch (YamlEngineException e) {
      return 1;
    }
  }

  private static int line(Node root, String path) {
    Node node = root;
    StringTokenizer steps = new StringTokenizer(path, ".[]");
    while (steps.hasMoreTokens()) {
      Optional<Node> next = step(node, steps.nextToken());
      if (next.isEmpty()) {
        break;
      }
      node = next.get();
    }
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private static Optional<Node> step(Node node, String step) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .filter(tuple -> isKey(tuple, step))
          .map(NodeTuple::getValueNode)
          .findFirst();
    }
    if (node instanceof SequenceNode sequence && step.chars().allMatch(Character::isDigit)) {
      List<Node> elements = sequence.getValue();
      int index = Integer.parseInt(step);
      return index < elements.size() ? Optional.of(elements.get(index)) : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isKey(NodeTuple tuple, String step) {
    return tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(step);
  }
}
