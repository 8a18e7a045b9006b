package dev.candor.telemetry.scrub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Every written form of every label in {@code src/words/labels.txt}. */
final class LabelForms {
  private static final Path WORDS = Path.of("src", "words", "labels.txt");
  private static final String MARKED = "àáâãåāăąçćčďèéêëēęěğìíîïīıłñńňòóôõøőřśšşșťţțùúûůűūýÿźżžÀÉ";
  private static final String PLAIN = "aaaaaaaacccdeeeeeeegiiiiiilnnnoooooorsssstttuuuuuuyyzzzAE";

  private final Map<Label, Set<String>> forms = new EnumMap<>(Label.class);

  private LabelForms() {}

  static Map<Label, Set<String>> read() throws IOException {
    LabelForms read = new LabelForms();
    Label label = Label.PASSWORD;
    for (String line : Files.readAllLines(WORDS)) {
      if (line.startsWith("[")) {
        label = Label.valueOf(line.substring(1, line.length() - 1));
      } else if (!line.startsWith("#")) {
        for (String word : line.split(",")) {
          read.addAll(label, word.strip());
        }
      }
    }
    return read.forms;
  }

  private void addAll(Label label, String word) {
    if (word.isEmpty()) {
      return;
    }
    add(label, word);
    if (word.chars().anyMatch(LabelForms::isMarked)) {
      add(label, plain(word, true));
      add(label, plain(word, false));
    }
  }

  private void add(Label label, String word) {
    Set<String> all = forms.computeIfAbsent(label, any -> new LinkedHashSet<>());
    all.add(word);
    all.add(word.replace(" ", ""));
    int elision = word.indexOf('\'');
    if (elision >= 0) {
      add(label, word.replace("'", ""));
      add(label, word.replace('\'', ' '));
      if (elision > 1 && word.charAt(elision - 2) == ' ') {
        // "numéro d'échantillon" is "numero_echantillon" where an article has no place.
        add(label, word.substring(0, elision - 1) + word.substring(elision + 1));
      }
    }
  }

  /** A Latin letter beyond ASCII. */
  private static boolean isMarked(int c) {
    return c >= '\u00c0' && c < '\u0250';
  }

  /** Without marks on letters; an umlaut is two letters in German and one elsewhere. */
  private static String plain(String word, boolean german) {
    StringBuilder out = new StringBuilder(word.length() + 2);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int umlaut = "äöüæœ".indexOf(c);
      int marked = MARKED.indexOf(c);
      if (umlaut >= 0) {
        out.append("aouao".charAt(umlaut)).append(german || umlaut > 2 ? "e" : "");
      } else if (c == 'ß') {
        out.append("ss");
      } else {
        out.append(marked >= 0 ? PLAIN.charAt(marked) : c);
      }
    }
    return out.toString();
  }
}
