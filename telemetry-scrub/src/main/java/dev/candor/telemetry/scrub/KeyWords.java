package dev.candor.telemetry.scrub;

import dev.candor.telemetry.scrub.Use.Role;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the label in a key such as {@code enduser.name}, {@code dbPassword}, {@code X-Api-Key}. */
final class KeyWords {
  private static final int MAX_WORDS = 4;
  private static final int MAX_KEY = 200;
  private static final Map<String, Label> LABELS = labels();

  private KeyWords() {}

  /** The label that a key ends with, or null. */
  static @Nullable Label of(String key) {
    if (key.length() > MAX_KEY) {
      return null;
    }
    String words = words(key);
    // The longest tail of up to four words that is a label.
    int from = words.length();
    Label found = null;
    for (int i = 0; i < MAX_WORDS && from > 0; i++) {
      from = words.lastIndexOf(' ', from - 1);
      Label label = LABELS.get(words.substring(from + 1).replace(" ", ""));
      if (label != null && (label != Label.NAME || i == 0)) {
        found = label;
      }
      if (from < 0) {
        break;
      }
    }
    return found == null && isPassword(words) ? Label.PASSWORD : found;
  }

  /** {@code keystorepassword}: joined without a mark or hump. */
  private static boolean isPassword(String words) {
    return words.endsWith("password") || words.endsWith("passwd") || words.endsWith("passphrase");
  }

  /** Lower-case words joined by blanks; humps and separators part them. */
  private static String words(String key) {
    StringBuilder out = new StringBuilder(key.length() + 8);
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '/') {
        c = ' ';
      } else if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(key.charAt(i - 1))) {
        out.append(' ');
      }
      if (c != ' ' || (!out.isEmpty() && out.charAt(out.length() - 1) != ' ')) {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString().strip();
  }

  private static Map<String, Label> labels() {
    Map<String, Label> labels = new HashMap<>();
    Lexicon lexicon = Lexicon.read();
    char[] letters = lexicon.letters();
    int start = 0;
    for (int word = 0; word < lexicon.size(); word++) {
      String form = new String(letters, start, lexicon.length(word));
      start += form.length();
      for (Use use : lexicon.uses()[lexicon.use(word)]) {
        if (use.role() == Role.LABEL) {
          labels.putIfAbsent(form.replace(" ", ""), use.label());
        }
      }
    }
    return Map.copyOf(labels);
  }
}
