package dev.candor.telemetry.scrub;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the key beside a value says of it. */
final class Keys {
  private static final int MAX_LAYERS = 3;
  private static final WordSet FILE_WORDS =
      WordSet.of("file filename document attachment datei fichier archivo documento bestand plik");

  /** Words in front of a value: {@code was jdoe}. */
  private static final WordSet LINKS = WordSet.of("was is now war ist era est of");

  /** Keys of an object that hold the value of the key outside. */
  private static final WordSet INNER =
      WordSet.of("value val v raw text content data id name default current old new original");

  private Keys() {}

  /** Reads {@code key=value} as the label it is; a hit takes the whole value. */
  static void verify(String key, String value, Carrier carrier, Findings found) {
    if (carrier == Carrier.ATTRIBUTE_KEY || Placeholders.end(value, 0) == value.length()) {
      return;
    }
    Label label = KeyWords.of(key);
    boolean file = label == null && isFileKey(key);
    if (label == null && !file) {
      return;
    }
    if (isValue(key, label, value)) {
      found.add(0, value.length(), label == null ? Kind.PATH : label.kind());
    } else if (value.indexOf('"') >= 0 || value.indexOf('\'') >= 0) {
      leaves(key, label, value, found);
    }
  }

  private static boolean isFileKey(String key) {
    int from = lastWord(key);
    return FILE_WORDS.contains(key, from, key.length())
        || (key.length() - from == 4
            && key.endsWith("name")
            && from > 1
            && FILE_WORDS.contains(key, lastWord(key.substring(0, from - 1)), from - 1));
  }

  private static int lastWord(String key) {
    int from = key.length();
    while (from > 0
        && Chars.isLetter(key.charAt(from - 1))
        && (from == key.length() || !isHump(key, from))) {
      from--;
    }
    return from;
  }

  private static boolean isHump(String key, int at) {
    return Chars.isUpper(key.charAt(at)) && Chars.isLower(key.charAt(at - 1));
  }

  /** Whether a value, or what it stands for when it is encoded, is one of the label's. */
  private static boolean isValue(String key, @Nullable Label label, String value) {
    String plain = value;
    for (int layer = 0; layer <= MAX_LAYERS; layer++) {
      if (isPlainValue(key, label, plain)) {
        return true;
      }
      String next = decoded(plain);
      if (next == null) {
        return false;
      }
      plain = next;
    }
    return false;
  }

  /** One layer less of writing, or null if the text is not encoded as a whole. */
  static @Nullable String decoded(String text) {
    Decoder decoder = Decoder.decode(text);
    return decoder != null ? decoder.plain() : Runs.plain(text);
  }

  private static boolean isPlainValue(String key, @Nullable Label label, String value) {
    int from = 0;
    int end = value.length();
    int before;
    do {
      before = end - from;
      while (from < end && isLeading(value, from, end)) {
        from++;
      }
      while (end > from && isTrailing(value, from, end)) {
        end--;
      }
      int word = Labels.wordEnd(value, from);
      if (word < end && value.charAt(word) == ' ' && LINKS.contains(value, from, word)) {
        from = word;
      }
    } while (end - from < before && end > from);
    if (end <= from || value.charAt(from) == '{' || Placeholders.at(value, from)) {
      return false;
    }
    if (label == null) {
      return FileNames.isTyped(value, from, end);
    }
    return fits(key, label, value.substring(from, end));
  }

  private static boolean isLeading(String value, int at, int end) {
    char c = value.charAt(at);
    if (c == '=' || c == ':') {
      return true;
    }
    if (c == '[' || c == '(') {
      return Extents.next(value, at) != c;
    }
    boolean mark = c <= ' ' || Labels.isQuote(c) || (c == '<' && !Placeholders.at(value, at));
    return mark && end - at > 1;
  }

  private static boolean isTrailing(String value, int from, int end) {
    char c = value.charAt(end - 1);
    return c <= ' ' || "\"'`\u201d\u00bb\u300d;,".indexOf(c) >= 0 || isClosing(value, from, end);
  }

  /** A bracket that is closed here and was opened in front of the value. */
  private static boolean isClosing(String value, int from, int end) {
    char c = value.charAt(end - 1);
    int kind = ">])".indexOf(c);
    return kind >= 0 && from > 0 && value.lastIndexOf("<[(".charAt(kind), end - 1) < from;
  }

  /** The rules for labels in a text decide; quotes make the whole value one. */
  private static boolean fits(String key, Label label, String value) {
    if (label == Label.NAME) {
      return Names.isFullName(value);
    }
    Findings quoted = new Findings();
    String word = key.substring(lastWord(key)).toLowerCase(Locale.ROOT);
    String text = word + "\u201c" + value + "\u201d";
    int from = word.length() + 1;
    quoted.joint().sign(from, '\u201c');
    int start = label.kind() == Kind.SECRET || label == Label.HOST ? 0 : from - 1;
    LabelValues.verify(text, start, quoted.joint(), label, quoted);
    return !quoted.isEmpty();
  }

  /** The strings of an object or list that are values of the key. */
  private static void leaves(String key, @Nullable Label label, String value, Findings found) {
    int at = 0;
    boolean inner = true;
    while (at < value.length()) {
      char c = value.charAt(at);
      if (c != '"' && c != '\'') {
        at++;
        continue;
      }
      int close = Extents.closing(value, at + 1, c);
      if (close < 0) {
        return;
      }
      int after = close + 1;
      while (after < value.length() && value.charAt(after) == ' ') {
        after++;
      }
      if (after < value.length() && value.charAt(after) == ':') {
        inner = INNER.contains(value, at + 1, close);
      } else if (inner && isValue(key, label, value.substring(at + 1, close))) {
        found.add(at + 1, close, label == null ? Kind.PATH : label.kind());
      }
      at = close + 1;
    }
  }
}
