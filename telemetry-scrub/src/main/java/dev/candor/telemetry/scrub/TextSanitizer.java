package dev.candor.telemetry.scrub;

import dev.candor.telemetry.scrub.Use.Role;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gate, automaton, verifiers and decoder, one after the other. */
final class TextSanitizer implements Sanitizer {
  private static final int MAX_DEPTH = 3;
  private static final int MAX_ROUNDS = 4;

  // A label at the start of a value this long is part of it: a row of labels costs linear time.
  private static final int LONG_VALUE = 512;

  private final Vocabulary vocabulary;
  private final Automaton automaton;

  // One set of findings waits for the next text, so that clean text allocates nothing.
  private final AtomicReference<@Nullable Findings> spare = new AtomicReference<>(new Findings());

  TextSanitizer(KnownValues known) {
    vocabulary = new Vocabulary(known);
    automaton = vocabulary.automaton();
  }

  @Override
  public List<Finding> find(String key, String value, Carrier carrier) {
    Findings found = take();
    try {
      search(key, value, carrier, found);
      return found.isEmpty() ? List.of() : found.union();
    } catch (RuntimeException | StackOverflowError fault) {
      throw new SanitizerFault();
    } finally {
      give(found);
    }
  }

  @Override
  public String sanitize(String key, String value, Carrier carrier) {
    String text = value;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Finding> findings = find(key, text, carrier);
      if (findings.isEmpty()) {
        return text;
      }
      text = replace(text, findings);
    }
    // What is still found after so many rounds is not understood: nothing of it leaves.
    return find(key, text, carrier).isEmpty() ? text : "<" + Kind.NAME.word() + ">";
  }

  /** The kind of the first finding in a decoded text, or null. */
  @Nullable Kind firstKind(String text, int depth) {
    Findings found = new Findings();
    scan(text, depth, found);
    return found.isEmpty() ? null : found.union().get(0).kind();
  }

  private void search(String key, String value, Carrier carrier, Findings found) {
    if (value.length() > Findings.MAX_TEXT) {
      throw new IllegalArgumentException("text is too long");
    }
    if (!key.isEmpty() && !value.isEmpty()) {
      Keys.verify(key, value, carrier, found);
      if (found.size() == 1 && found.end(0) == value.length() && found.start(0) == 0) {
        return;
      }
    }
    Beside.alone(value, found);
    scan(value, MAX_DEPTH, found);
  }

  private void scan(String text, int depth, Findings found) {
    int seen = read(text, found);
    if ((seen & Gate.AT) != 0) {
      Mails.scan(text, found);
    }
    if ((seen & Gate.CARET) != 0) {
      CaretNames.scan(text, found);
    }
    if ((seen & Gate.SLASH) != 0) {
      Paths.scan(text, found);
    }
    if ((seen & Gate.NUMBER) != 0) {
      Numbers.scan(text, found.pass().numbers(), found.pass().digits(), found);
    }
    Runs.scan(text, found.pass().runs(), this, depth, found);
    if ((seen & (Gate.ESCAPE | Gate.UNUSUAL)) != 0 && depth > 0) {
      decode(text, depth, found);
    }
  }

  private void decode(String text, int depth, Findings found) {
    Decoder decoder = Decoder.decode(text);
    if (decoder == null) {
      return;
    }
    Findings inner = new Findings();
    scan(decoder.plain(), depth - 1, inner);
    if (inner.isEmpty() && text.indexOf('+') >= 0) {
      // Forms write a blank as a plus.
      inner.clear();
      scan(decoder.plain().replace('+', ' '), depth - 1, inner);
    }
    for (int i = 0; i < inner.size(); i++) {
      found.add(decoder.origin(inner.start(i)), decoder.origin(inner.end(i)), inner.kind(i));
    }
  }

  /** The pass over the whole text. Answers what the gate saw. */
  private int read(String text, Findings found) {
    Pass pass = found.pass();
    pass.start(text);
    while (pass.next(automaton)) {
      for (int i = 0; i < pass.count(); i++) {
        match(text, pass.end(i), pass.state(i), found);
      }
    }
    return pass.seen();
  }

  /** Words whose heads end here. */
  private void match(String text, int at, int state, Findings found) {
    for (int node = state; node != Automaton.START; node = automaton.shorter(node)) {
      for (int word = automaton.firstMatch(node); word >= 0; word = automaton.another(word)) {
        int end = vocabulary.end(word, text, at);
        if (end > 0) {
          int start = end - vocabulary.length(word);
          for (Use use : vocabulary.uses(word)) {
            verify(text, start, end, use, found);
          }
        }
      }
    }
  }

  private static void verify(String text, int start, int end, Use use, Findings found) {
    if (found.lastCovers(start) && !isSurer(start, use, found)) {
      return;
    }
    Role role = use.role();
    switch (role) {
      case LABEL -> Labels.verify(text, start, end, use.label(), found);
      case KEY_PREFIX -> {
        if (text.regionMatches(true, start, use.full(), 0, use.full().length())) {
          Secrets.prefixed(text, start, end, found);
        }
      }
      case MESSENGER -> Secrets.messenger(text, start, end, found);
      case ARMOUR -> Secrets.armour(text, start, end, found);
      case MAIL_AT ->
          WrittenMails.obfuscated(text, atStart(text, start, end), atEnd(text, start, end), found);
      case FILE -> FileNames.verify(text, start, end, found);
      case TITLE -> Titles.person(text, start, end, found);
      case HOUSE -> Titles.house(text, start, end, found);
      case OF -> Titles.of(text, start, end, found);
      case STREET -> Streets.street(text, start, end, found);
      case BOX -> Boxes.verify(text, start, end, found);
      case RUE -> Streets.rue(text, start, end, found);
      case SECURITY_ID -> {
        int to = end;
        while (to < text.length() && (Chars.isDigit(text.charAt(to)) || text.charAt(to) == '-')) {
          to++;
        }
        found.add(start, to, Kind.ID);
      }
      case DEGREE -> Places.degrees(text, start, found);
      case DICOM -> DicomTags.verify(text, start, end, found);
      case HEALTH -> HealthRecords.verify(text, start, end, found);
      case MACHINE -> Machines.verify(text, start, end, found);
      case ACCOUNT -> Accounts.verify(text, start, end, found);
      case COMMAND -> Commands.verify(text, start, end, found);
      case CALL -> Calls.verify(text, start, end, found);
      case STATEMENT -> Statements.verify(text, start, end, found);
      case KNOWN -> known(text, start, end, use, found);
      case KNOWN_CODED -> coded(text, start, end, use.kind(), found);
    }
  }

  /** What may be covered by a finding and is yet read: words of one start come in any order. */
  private static boolean isSurer(int start, Use use, Findings found) {
    int last = found.size() - 1;
    boolean name = found.kind(last) == Kind.NAME;
    return (found.start(last) == start && found.end(last) - start < LONG_VALUE)
        || switch (use.role()) {
          case FILE -> found.kind(last) != Kind.PATH;
          case MAIL_AT, TITLE -> name;
          default -> name && use.kind() == Kind.SECRET;
        };
  }

  private static int atStart(String text, int start, int end) {
    int at = start;
    while (at < end && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int atEnd(String text, int start, int end) {
    int at = end;
    while (at > start && !Character.isLetter(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** A known value is a word of its own, unless it is long or no word at all. */
  private static void known(String text, int start, int end, Use use, Findings found) {
    int to = end;
    if (use.full().length() > end - start) {
      while (to < text.length() && text.charAt(to) > ' ') {
        to++;
      }
    } else if (use.kind() == Kind.IP && !isAddress(text, start, end)) {
      return;
    } else if (use.kind() != Kind.SECRET && isWord(text, start, end)) {
      boolean left =
          start > 0 && Character.isLetter(text.charAt(start - 1)) && !isHump(text, start);
      boolean right =
          end < text.length() && Character.isLetter(text.charAt(end)) && !isHump(text, end);
      if ((left || right) && end - start < 8) {
        return;
      }
    }
    found.add(start, to, use.kind());
  }

  /** Not the start of a longer one, and no row of numbers with blanks between. */
  private static boolean isAddress(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == ' ') {
        return false;
      }
    }
    return (start == 0 || !Chars.isHex(text.charAt(start - 1)))
        && (end == text.length() || !Chars.isHex(text.charAt(end)));
  }

  private static boolean isHump(String text, int at) {
    return Chars.isLower(text.charAt(at - 1)) && Chars.isUpper(text.charAt(at));
  }

  private static boolean isWord(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The whole run that holds an encoded known value. */
  private static void coded(String text, int start, int end, Kind kind, Findings found) {
    int from = start;
    int to = end;
    while (from > 0 && Gate.isRunChar(text.charAt(from - 1)) && text.charAt(from - 1) != '=') {
      from--;
    }
    while (to < text.length() && Gate.isRunChar(text.charAt(to))) {
      to++;
    }
    found.add(from, to, kind);
  }

  private static String replace(String text, List<Finding> findings) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (Finding finding : findings) {
      out.append(text, at, finding.start());
      Placeholders.append(text, finding, out);
      at = finding.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  private Findings take() {
    Findings waiting = spare.getAndSet(null);
    return waiting == null ? new Findings() : waiting;
  }

  private void give(Findings used) {
    used.clear();
    spare.setRelease(used);
  }
}
