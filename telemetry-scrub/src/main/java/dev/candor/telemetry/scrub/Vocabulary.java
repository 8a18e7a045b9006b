package dev.candor.telemetry.scrub;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All words that the automaton looks for, and what is to be verified where one is found. */
final class Vocabulary {
  private static final int MIN_BASE64 = 6;
  private static final int MAX_PREFIX = 48;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;
  // Of a test: the length in bits 2 to 15, the character in the upper half.
  private static final int LENGTH = 2;
  private static final int MAX_WORD = (1 << 14) - 1;
  private static final int BEHIND = 16;
  private static final char[] FOLDED = folded();

  /** Says what a word is. */
  enum Role {
    LABEL,
    KEY_PREFIX,
    ARMOUR,
    MESSENGER,
    MAIL_AT,
    FILE,
    TITLE,
    HOUSE,
    OF,
    STREET,
    RUE,
    SECURITY_ID,
    DEGREE,
    COMMAND,
    KNOWN,
    KNOWN_CODED
  }

  /** One word: its role, and the label or kind that belongs to it. */
  record Entry(String word, Role role, Label label, Kind kind, String full) {}

  private final Entry[][] entries;

  // What tells most candidates from words, in one look-up: length, bounds, the character behind the
  // head.
  private final int[] tests;
  private final String[] texts;
  private final Automaton automaton;

  Vocabulary(KnownValues known) {
    Map<String, List<Entry>> words = new LinkedHashMap<>();
    // No lambda here and below: the first of a process costs as much as the tables.
    for (Map.Entry<String, Kind> value : known.kinds().entrySet()) {
      addKnown(words, value.getKey(), value.getValue());
    }
    for (Label label : Label.values()) {
      for (String form : label.forms()) {
        add(words, form, Role.LABEL, label, label.kind());
      }
    }
    addAll(words, Secrets.PREFIXES, Role.KEY_PREFIX, Kind.SECRET);
    addAll(words, new String[] {":aa", ":apa91b", "q~"}, Role.MESSENGER, Kind.SECRET);
    addAll(words, new String[] {"---begin ", "--begin "}, Role.ARMOUR, Kind.SECRET);
    addAll(words, WrittenMails.MARKS, Role.MAIL_AT, Kind.EMAIL);
    addAll(words, FileNames.EXTENSIONS, Role.FILE, Kind.PATH);
    addAll(words, Titles.TITLES, Role.TITLE, Kind.NAME);
    addAll(words, Titles.HOUSES, Role.HOUSE, Kind.NAME);
    addAll(words, Titles.OF, Role.OF, Kind.NAME);
    addAll(words, Streets.STREETS, Role.STREET, Kind.NAME);
    addAll(words, Streets.RUES, Role.RUE, Kind.NAME);
    addAll(words, new String[] {"\u00b0"}, Role.DEGREE, Kind.ID);
    addAll(words, Commands.names(), Role.COMMAND, Kind.SECRET);
    addAll(words, new String[] {"s-1-5-21-"}, Role.SECURITY_ID, Kind.ID);
    entries = new Entry[words.size()][];
    tests = new int[words.size()];
    texts = new String[words.size()];
    int index = 0;
    for (List<Entry> roles : words.values()) {
      String word = roles.get(0).word();
      int behind = word.length() > Automaton.HEAD ? word.charAt(Automaton.HEAD) : 0;
      tests[index] = behind << BEHIND | word.length() << LENGTH | bounds(roles);
      texts[index] = word;
      entries[index++] = roles.toArray(new Entry[0]);
    }
    automaton = Automaton.of(List.copyOf(words.keySet()));
  }

  Automaton automaton() {
    return automaton;
  }

  Entry[] entries(int index) {
    return entries[index];
  }

  /** Where a word ends whose head ends at a position, or 0 if the text only looks alike. */
  int end(int index, String text, int headEnd) {
    int test = tests[index];
    int length = test >>> LENGTH & MAX_WORD;
    int start = headEnd - Math.min(length, Automaton.HEAD);
    int end = start + length;
    if (start < 0
        || end > text.length()
        || (length > Automaton.HEAD && fold(text.charAt(headEnd)) != test >>> BEHIND)
        || isInside(test, text, start, end)) {
      return 0;
    }
    String word = texts[index];
    for (int i = 0; i < length; i++) {
      if (fold(text.charAt(start + i)) != word.charAt(i)) {
        return 0;
      }
    }
    return end;
  }

  /** Asked first, because it costs least: most short words stand inside of longer ones. */
  private static boolean isInside(int bounds, String text, int start, int end) {
    if ((bounds & RIGHT) != 0 && end < text.length() && Chars.isLetter(text.charAt(end))) {
      return true;
    }
    if ((bounds & LEFT) == 0 || start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    return Chars.isAlnum(before) && !(Chars.isLower(before) && Chars.isUpper(text.charAt(start)));
  }

  /** On which sides all roles of a word ask for a bound anyway. */
  private static byte bounds(List<Entry> roles) {
    String word = roles.get(0).word();
    boolean left = Chars.isLetter(word.charAt(0));
    boolean right = Chars.isLetter(word.charAt(word.length() - 1));
    for (Entry entry : roles) {
      left &=
          switch (entry.role()) {
            case LABEL -> entry.label() != Label.PASSWORD;
            case TITLE, OF -> true;
            default -> false;
          };
      right &=
          switch (entry.role()) {
            case LABEL, HOUSE, STREET, FILE -> true;
            default -> false;
          };
    }
    return (byte) ((left ? LEFT : 0) | (right ? RIGHT : 0));
  }

  private static void addAll(Map<String, List<Entry>> words, String[] list, Role role, Kind kind) {
    for (String word : list) {
      add(words, word, role, Label.TOKEN, kind);
    }
  }

  private static void add(
      Map<String, List<Entry>> words, String word, Role role, Label label, Kind kind) {
    put(words, word, role, label, kind, word);
  }

  private static void put(
      Map<String, List<Entry>> words, String word, Role role, Label label, Kind kind, String full) {
    String folded = fold(word);
    List<Entry> roles = words.get(folded);
    if (roles == null) {
      roles = new ArrayList<>(1);
      words.put(folded, roles);
    }
    // A word may play several roles: "token" is a label, "key-" a label and a prefix.
    for (Entry entry : roles) {
      if (entry.role() == role) {
        return;
      }
    }
    roles.add(new Entry(folded, role, label, kind, full));
  }

  /** A known value in each form in which it may be written. */
  private static void addKnown(Map<String, List<Entry>> words, String value, Kind kind) {
    for (String form : List.of(value, percent(value, false), percent(value, true), json(value))) {
      String head = form.length() > MAX_PREFIX ? form.substring(0, MAX_PREFIX) : form;
      put(words, head, Role.KNOWN, Label.USER, kind, form);
    }
    addCoded(words, value, kind);
    addCoded(words, value.toLowerCase(java.util.Locale.ROOT), kind);
    addCoded(words, value.toUpperCase(java.util.Locale.ROOT), kind);
  }

  /** Base64 at each of the three offsets that a value can have inside an encoded text, and hex. */
  private static void addCoded(Map<String, List<Entry>> words, String value, Kind kind) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    for (int offset = 0; offset < 3; offset++) {
      byte[] shifted = new byte[offset + bytes.length];
      System.arraycopy(bytes, 0, shifted, offset, bytes.length);
      String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int from = offset == 0 ? 0 : offset + 1;
      int to = shifted.length % 3 == 0 ? coded.length() : coded.length() - 1;
      if (to - from >= MIN_BASE64) {
        String inner = coded.substring(from, Math.min(to, from + MAX_PREFIX));
        put(words, inner, Role.KNOWN_CODED, Label.USER, kind, inner);
        put(
            words,
            inner.replace('+', '-').replace('/', '_'),
            Role.KNOWN_CODED,
            Label.USER,
            kind,
            inner);
      }
    }
    StringBuilder hex = new StringBuilder();
    for (byte b : bytes) {
      hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    put(
        words,
        hex.substring(0, Math.min(hex.length(), MAX_PREFIX)),
        Role.KNOWN_CODED,
        Label.USER,
        kind,
        "");
  }

  private static String percent(String value, boolean all) {
    StringBuilder out = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (!all && (Chars.isAlnum(c) || c == '-' || c == '_' || c == '.' || c == '~')) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    return out.toString();
  }

  private static String json(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c >= 128) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit((c >> shift) & 15, 16));
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Lower case, and one character for all separators, as the automaton sees text. */
  private static String fold(String word) {
    char[] folded = word.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return new String(folded);
  }

  private static char fold(char c) {
    return c < 128 ? FOLDED[c] : Character.toLowerCase(c);
  }

  private static char[] folded() {
    char[] folded = new char[128];
    for (char c = 0; c < folded.length; c++) {
      folded[c] = c == '_' || c == '-' || c == '.' ? ' ' : Chars.lower(c);
    }
    return folded;
  }
}
