package dev.candor.telemetry.squid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the first document of a YAML file from its events. Tags are ignored, so nothing is ever
 * constructed; aliases are followed within a limit.
 */
final class YamlParser {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(ConfigReader.MAX_BYTES)
          .setUseMarks(false)
          .setParseComments(false)
          .build();

  private final Iterator<Event> events;
  private final Map<String, Value> anchors = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private int count;

  private YamlParser(Iterator<Event> events) {
    this.events = events;
  }

  static Value parse(String text) throws UnreadableException {
    try {
      YamlParser parser = new YamlParser(new Parse(SETTINGS).parseString(text).iterator());
      return parser.document();
    } catch (YamlEngineException e) {
      throw new UnreadableException(UnreadableReason.SYNTAX);
    }
  }

  private Value document() throws UnreadableException {
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent) {
        Value value = node(event, 1);
        // Read the rest for its errors only: Squid's files have one document.
        while (events.hasNext()) {
          events.next();
        }
        return value;
      }
    }
    throw new UnreadableException(UnreadableReason.EMPTY);
  }

  private Value node(Event event, int depth) throws UnreadableException {
    if (depth > ConfigReader.MAX_DEPTH) {
      throw new UnreadableException(UnreadableReason.TOO_DEEP);
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias.getAlias().getValue());
    }
    int before = count;
    count(1);
    Value value =
        switch (event.getEventId()) {
          case Scalar -> scalar((ScalarEvent) event);
          case SequenceStart -> items(depth);
          case MappingStart -> table(depth);
          default -> throw new UnreadableException(UnreadableReason.SYNTAX);
        };
    ((NodeEvent) event)
        .getAnchor()
        .ifPresent(
            anchor -> {
              anchors.put(anchor.getValue(), value);
              sizes.put(anchor.getValue(), count - before);
            });
    return value;
  }

  private Value alias(String name) throws UnreadableException {
    Value value = anchors.get(name);
    if (value == null) {
      throw new UnreadableException(UnreadableReason.SYNTAX);
    }
    count(sizes.getOrDefault(name, 1));
    return value;
  }

  /** What an alias repeats counts again, so that nested repetition ends at the limit. */
  private void count(int values) throws UnreadableException {
    count += values;
    if (count > ConfigReader.MAX_VALUES) {
      throw new UnreadableException(UnreadableReason.TOO_MANY_VALUES);
    }
  }

  private static Value scalar(ScalarEvent event) {
    return event.getScalarStyle() == ScalarStyle.PLAIN
        ? YamlScalars.plain(event.getValue())
        : new Value.Text(event.getValue());
  }

  private Value items(int depth) throws UnreadableException {
    List<Value> values = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      values.add(node(event, depth + 1));
    }
    return new Value.Items(values);
  }

  private Value table(int depth) throws UnreadableException {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      if (!(event instanceof ScalarEvent key)) {
        throw new UnreadableException(UnreadableReason.SYNTAX);
      }
      count(1);
      if (values.put(key.getValue(), node(events.next(), depth + 1)) != null) {
        throw new UnreadableException(UnreadableReason.DUPLICATE_KEY);
      }
    }
    return new Value.Table(values);
  }
}
