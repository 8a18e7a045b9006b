package dev.candor.telemetry.scrub;

import dev.candor.telemetry.scrub.Use.Role;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings all words that are the same on every machine into the form that {@link Lexicon} reads. */
final class LexiconWriter {
  private final Map<String, List<Use>> words = new LinkedHashMap<>();

  /** The bytes of the resource. */
  static byte[] write() throws IOException {
    LexiconWriter writer = new LexiconWriter();
    writer.collect();
    String image = writer.image();
    byte[] bytes = new byte[2 * image.length()];
    ByteBuffer.wrap(bytes).asCharBuffer().put(image);
    return bytes;
  }

  private void collect() throws IOException {
    for (Map.Entry<Label, Set<String>> label : LabelForms.read().entrySet()) {
      for (String form : label.getValue()) {
        put(form, new Use(Role.LABEL, label.getKey(), label.getKey().kind(), ""));
      }
    }
    for (String prefix : KeyPrefixes.ALL) {
      put(prefix, new Use(Role.KEY_PREFIX, Label.TOKEN, Kind.SECRET, prefix));
    }
    putAll(Role.MESSENGER, Kind.SECRET, ":aa", ":apa91b", "q~", ".apps.googleusercontent.com");
    putAll(Role.ARMOUR, Kind.SECRET, "---begin ", "--begin ");
    putAll(Role.MAIL_AT, Kind.EMAIL, WrittenMails.MARKS);
    putAll(Role.FILE, Kind.PATH, FileNames.EXTENSIONS);
    putAll(Role.TITLE, Kind.NAME, Titles.TITLES);
    putAll(Role.HOUSE, Kind.NAME, Titles.HOUSES);
    putAll(Role.OF, Kind.NAME, Titles.OF);
    putAll(Role.STREET, Kind.NAME, Streets.STREETS);
    putAll(Role.BOX, Kind.NAME, Boxes.WORDS);
    putAll(Role.RUE, Kind.NAME, Streets.RUES);
    putAll(Role.DEGREE, Kind.ID, "\u00b0");
    putAll(Role.COMMAND, Kind.SECRET, Programs.names());
    putAll(Role.CALL, Kind.SECRET, Calls.LOGINS);
    putAll(Role.CALL, Kind.SECRET, Calls.CONNECTS);
    for (String[] anchors : Statements.ANCHORS) {
      putAll(Role.STATEMENT, Kind.SECRET, anchors);
    }
    putAll(Role.DICOM, Kind.ID, DicomTags.STARTS);
    putAll(Role.HEALTH, Kind.NAME, HealthRecords.STARTS);
    putAll(Role.HEALTH, Kind.NAME, ContactCards.STARTS);
    putAll(Role.MACHINE, Kind.HOST, Machines.SHAPES);
    putAll(Role.ACCOUNT, Kind.USER, Accounts.words());
    putAll(Role.SECURITY_ID, Kind.ID, "s-1-5-21-");
  }

  private void putAll(Role role, Kind kind, String... list) {
    for (String word : list) {
      put(word, new Use(role, Label.TOKEN, kind, ""));
    }
  }

  /** A word may play several roles: "token" is a label, "key-" a label and a prefix. */
  private void put(String word, Use use) {
    List<Use> uses = words.computeIfAbsent(Vocabulary.fold(word), any -> new ArrayList<>());
    if (uses.stream().noneMatch(other -> other.role() == use.role())) {
      uses.add(use);
    }
  }

  private String image() {
    List<List<Use>> uses = words.values().stream().distinct().toList();
    AutomatonTrie trie = AutomatonTrie.empty();
    char[] twins = new char[words.size()];
    Arrays.fill(twins, AutomatonTrie.NO_WORD);
    // The last word with a head comes first, as it always did.
    List<String> list = List.copyOf(words.keySet());
    for (int i = list.size() - 1; i >= 0; i--) {
      trie.append(list.get(i), i, twins);
    }
    StringBuilder out = new StringBuilder();
    out.append((char) words.size()).append((char) uses.size()).append((char) trie.size());
    uses.forEach(each -> append(out, each));
    for (int i = 0; i < list.size(); i++) {
      List<Use> own = words.get(list.get(i));
      out.append((char) list.get(i).length())
          .append((char) (uses.indexOf(own) << Lexicon.BOUND_BITS | bounds(list.get(i), own)))
          .append(twins[i]);
    }
    return out.append(trie.nodes()).append(String.join("", list)).toString();
  }

  private static void append(StringBuilder out, List<Use> uses) {
    out.append((char) uses.size());
    for (Use use : uses) {
      out.append((char) use.role().ordinal())
          .append((char) use.label().ordinal())
          .append((char) use.kind().ordinal())
          .append((char) use.full().length())
          .append(use.full());
    }
  }

  /** On which sides all roles of a word ask for a bound anyway. */
  private static int bounds(String word, List<Use> uses) {
    boolean left = Chars.isLetter(word.charAt(0));
    boolean right = Chars.isLetter(word.charAt(word.length() - 1));
    for (Use use : uses) {
      left &=
          switch (use.role()) {
            case LABEL -> use.label() != Label.PASSWORD && !word.startsWith("schl");
            case TITLE, OF, MACHINE, HEALTH -> true;
            default -> false;
          };
      right &=
          switch (use.role()) {
            case LABEL -> use.label() != Label.PASSWORD;
            case HOUSE, STREET, FILE -> true;
            default -> false;
          };
    }
    return (left ? Vocabulary.LEFT : 0) | (right ? Vocabulary.RIGHT : 0);
  }
}
