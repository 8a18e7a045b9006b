package dev.candor.telemetry.scrub;

import dev.candor.telemetry.scrub.Use.Role;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the label in a key such as {@code enduser.name}, {@code dbPassword}, {@code X-Api-Key}. */
final class KeyWords {
  private static final int MAX_WORDS = 4;
  private static final int MAX_KEY = 200;
  private static final String[] PASSWORDS = {
    "password", "passwd", "passphrase", "pass", "pwd", "pw"
  };
  private static final Map<String, Label> LABELS = labels();

  private KeyWords() {}

  /** The label that a key ends with, or null. */
  static @Nullable Label of(String key) {
    if (key.length() > MAX_KEY) {
      return null;
    }
    return of(words(key), 0);
  }

  /** An index or a word such as {@code confirmation} at the end says which one of several it is. */
  private static @Nullable Label of(String words, int dropped) {
    Label label = ofTail(words);
    int last = words.lastIndexOf(' ');
    if (label != null || dropped == MAX_WORDS || words.isEmpty()) {
      return label;
    }
    int digits = words.length();
    while (digits > 0 && Chars.isDigit(words.charAt(digits - 1))) {
      digits--;
    }
    if (digits > last + 1 && digits < words.length()) {
      return of(words.substring(0, digits), dropped + 1); // password1
    }
    boolean index = digits == last + 1;
    if (last < 0) {
      return null;
    }
    boolean which = LabelEnds.isWhich(words, last + 1, words.length());
    Label rest = index || which ? of(words.substring(0, last), dropped + 1) : null;
    return rest != null && (index || rest.kind() == Kind.SECRET) ? rest : null;
  }

  private static @Nullable Label ofTail(String words) {
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
    int key = words.lastIndexOf(' ') + 1;
    if (found == Label.TOKEN && key > 0 && Compounds.isNeutral(words, key)) {
      return null;
    }
    return found == null && isPassword(words) ? Label.PASSWORD : found;
  }

  /** {@code keystorepassword}: joined without a mark or hump. */
  private static boolean isPassword(String words) {
    for (String end : PASSWORDS) {
      int start = words.length() - end.length();
      if (words.endsWith(end)
          && (end.length() > 4 || Compounds.isGlued(words, start, words.length()))) {
        return true;
      }
    }
    return false;
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
