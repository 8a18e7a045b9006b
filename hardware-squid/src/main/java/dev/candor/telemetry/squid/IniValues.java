package dev.candor.telemetry.squid;

import org.jspecify.annotations.Nullable;

/**
 * Squid's own grammar of a value in its INI file, tried in this order: JSON as it stands; else,
 * with an inline comment cut off, {@code None}, {@code True} or {@code False}, JSON again, a number
 * in Python's notation, a string.
 *
 * <p>So {@code "SQUID"} is a string without quotes, {@code 100e-6} a number, and {@code {405: 1}}
 * stays a string, because bare numbers are no keys in JSON.
 */
final class IniValues {
  /** The most hashes that are tried as the start of a comment behind a list or a table. */
  private static final int MAX_HASHES = 16;

  private IniValues() {}

  static Value parse(String text) {
    Value json = json(text);
    if (json != null) {
      return json;
    }
    String bare = withoutComment(text);
    switch (bare) {
      case "None", "" -> {
        return bare.isEmpty() ? new Value.Text("") : Value.nothing();
      }
      case "True", "true" -> {
        return new Value.Flag(true);
      }
      case "False", "false" -> {
        return new Value.Flag(false);
      }
      default -> {
        return number(bare);
      }
    }
  }

  private static String withoutComment(String text) {
    if (text.startsWith("[") || text.startsWith("{")) {
      int hash = text.lastIndexOf('#');
      for (int i = 0; hash >= 0 && i < MAX_HASHES; i++) {
        String rest = text.substring(0, hash).strip();
        if (json(rest) != null) {
          return rest;
        }
        hash = text.lastIndexOf('#', hash - 1);
      }
      return text;
    }
    int space = text.indexOf(" #");
    int tab = text.indexOf("\t#");
    int at = space < 0 ? tab : tab < 0 ? space : Math.min(space, tab);
    return at < 0 ? text : text.substring(0, at).strip();
  }

  private static Value number(String text) {
    Value json = json(text);
    if (json != null) {
      return json;
    }
    Double number = PlainNumbers.parse(text);
    return number == null ? new Value.Text(text) : new Value.Num(number);
  }

  private static @Nullable Value json(String text) {
    if (text.isEmpty() || !mayBeJson(text.charAt(0))) {
      return null;
    }
    try {
      return JsonReader.parse(text);
    } catch (UnreadableException e) {
      // Not JSON; the next rule decides.
      return null;
    }
  }

  private static boolean mayBeJson(char first) {
    return "{[\"-tfn".indexOf(first) >= 0 || (first >= '0' && first <= '9');
  }
}
