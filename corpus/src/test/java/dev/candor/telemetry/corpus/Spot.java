package dev.candor.telemetry.corpus;

/**
 * What a form gets: the value to plant and the place.
 *
 * @param planted the value
 * @param keyed whether the label already stands in the key of the case
 * @param tongue the language of sentences
 * @param dice chance
 */
record Spot(Planted planted, boolean keyed, Tongue tongue, Dice dice) {
  String value() {
    return planted.value();
  }

  boolean needsLabel() {
    return planted.labelled() && !keyed;
  }

  /** The value, behind its label where it would be nothing without it. */
  String body() {
    return needsLabel() ? planted.label() + dice.pick(": ", "=", " = ", ":") + value() : value();
  }

  /** The same inside a sentence, in quotes if it holds a blank that would hide its end. */
  String spoken() {
    String quote =
        value().indexOf(' ') >= 0 && value().indexOf('"') < 0 ? dice.pick("'", "\"") : "";
    String quoted = quote + value() + quote;
    // A lone word behind a blank could be the next word of the sentence.
    boolean word = value().matches("\\p{Ll}+");
    String separator = word ? dice.pick(": ", "=") : dice.pick(" ", ": ", "=");
    return needsLabel() ? planted.label() + separator + quoted : quoted;
  }

  /** Backslash, quote and control characters as JSON writes them. */
  static String json(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        case '\n' -> escaped.append("\\n");
        case '\t' -> escaped.append("\\t");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
