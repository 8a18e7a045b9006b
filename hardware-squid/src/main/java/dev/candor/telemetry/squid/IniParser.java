package dev.candor.telemetry.squid;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an INI file as Python's {@code ConfigParser} does, without interpolation.
 *
 * <p>Keys are lowered, {@code =} or {@code :} separates, an indented line continues a value, a line
 * that starts with {@code #} or {@code ;} is a comment, a section or key given twice is an error.
 * Values follow {@link IniValues}.
 */
final class IniParser {
  private final Map<String, Map<String, StringBuilder>> sections = new LinkedHashMap<>();
  private @Nullable Map<String, StringBuilder> section;
  private @Nullable StringBuilder value;

  private IniParser() {}

  /** Returns one table per section, named in lower case. */
  static Value parse(String text) throws UnreadableException {
    IniParser parser = new IniParser();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      parser.line(line);
    }
    return parser.result();
  }

  private void line(String line) throws UnreadableException {
    String content = line.strip();
    if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
      return;
    }
    boolean indented = Character.isWhitespace(line.charAt(0));
    if (indented && value != null) {
      value.append('\n').append(content);
    } else if (content.startsWith("[") && content.indexOf(']') > 1) {
      section(content.substring(1, content.indexOf(']')));
    } else {
      key(content);
    }
  }

  private void section(String name) throws UnreadableException {
    section = new LinkedHashMap<>();
    value = null;
    if (sections.put(name.toLowerCase(Locale.ROOT), section) != null) {
      throw new UnreadableException(UnreadableReason.DUPLICATE_KEY);
    }
  }

  private void key(String content) throws UnreadableException {
    int equals = content.indexOf('=');
    int colon = content.indexOf(':');
    int at = equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
    if (section == null || at <= 0) {
      throw new UnreadableException(UnreadableReason.SYNTAX);
    }
    value = new StringBuilder(content.substring(at + 1).strip());
    String key = content.substring(0, at).strip().toLowerCase(Locale.ROOT);
    if (section.put(key, value) != null) {
      throw new UnreadableException(UnreadableReason.DUPLICATE_KEY);
    }
  }

  private Value result() {
    Map<String, Value> tables = new LinkedHashMap<>();
    sections.forEach(
        (name, keys) -> {
          Map<String, Value> values = new LinkedHashMap<>();
          keys.forEach((key, text) -> values.put(key, IniValues.parse(text.toString())));
          tables.put(name, new Value.Table(values));
        });
    return new Value.Table(tables);
  }
}
