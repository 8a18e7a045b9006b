package dev.candor.telemetry.scrub;

import java.util.Arrays;
import java.util.stream.Stream;

/** Names of machines by their own shape, and at the head of a log's line. */
final class Machines {
  /** Given by the setup of an operating system or a cloud: behind them stand letters and digits. */
  private static final String[] PREFIXES = {"desktop-", "laptop-", "win-", "ec2amaz-", "ip-"};

  private static final String[] SUFFIXES = {
    "-laptop", "-notebook", "-macbook", "-mbp", "-imac", "-iphone", "-ipad", "-pc"
  };

  /** Top-level domains of networks of one house. */
  private static final String[] DOMAINS = {
    ".local", ".localdomain", ".lan", ".internal", ".intra", ".intranet", ".corp"
  };

  /** All of them, and the phrases that name machines. */
  static final String[] SHAPES = shapes();

  private static final WordSet KINDS =
      WordSet.of(
          """
          ws pc srv server node host nas desktop laptop notebook fileserver filer db vm cluster gpu
          hpc scope mikroskop microscope lab workstation compute worker login storage mac imac
          macbook rig station rechner labor san dc ad proxy gateway router switch printer ipad mbp
          """);

  private static final WordSet PACKAGES =
      WordSet.of("com org net io de edu gov java javax jdk sun kotlin scala dev");

  /** What stands in front of a kind of machine in a compound that is no name. */
  private static final WordSet COMPOUNDS =
      WordSet.of("multi per on in the a inter mini non your my this each any single dual");

  private static final int MAX_HOST = 120;

  private Machines() {}

  static void verify(String text, int start, int end, Findings out) {
    char first = text.charAt(start);
    char last = text.charAt(end - 1);
    if (first == '.') {
      domain(text, start, end, out);
    } else if (text.charAt(start + 1) == '@') {
      MachinePhrases.quoted(text, end, out);
    } else if (first == '-') {
      suffix(text, start, end, out);
    } else if (first == ' ') {
      owned(text, start, end, out);
    } else if (last == '-' && !isInside(text, start)) {
      prefix(text, start, end, out);
    } else if (last == ' ' && !isInside(text, start)) {
      MachinePhrases.behind(text, start, end, out);
    } else if (last == '=' && !isInside(text, start)) {
      MachinePhrases.display(text, end, out);
    }
  }

  /** {@code Nov 3 10:11:12 zeus sshd[211]:}, behind the clock of any head of a line. */
  static void syslog(String text, int clock, Findings out) {
    int at = clock;
    while (at < text.length() && at - clock < 16 && ".,+-:Z".indexOf(text.charAt(at)) >= 0) {
      at = Numbers.groupEnd(text, at + 1);
    }
    int from = at + 1;
    int end = at < text.length() && text.charAt(at) == ' ' ? tokenEnd(text, from) : from;
    if (end - from < 2 || !text.startsWith(" ", end) || Words.isEnglish(text, from, end)) {
      return;
    }
    int program = end + 1;
    while (program < text.length() && program - end < 40 && isProgram(text.charAt(program))) {
      program++;
    }
    boolean process =
        program > end + 1
            && text.startsWith("[", program)
            && Numbers.groupEnd(text, program + 1) > program + 1
            && text.startsWith("]:", Numbers.groupEnd(text, program + 1));
    boolean bare =
        text.startsWith("kernel:", end + 1)
            || text.startsWith("sudo:", end + 1)
            || text.startsWith("su:", end + 1);
    if (process || bare) {
      out.add(from, end, Kind.HOST);
    }
  }

  private static boolean isProgram(char c) {
    return Chars.isAlnum(c) || "_-./()".indexOf(c) >= 0;
  }

  /** {@code nas.lan}; {@code srv-3.local}, but not {@code threading.local}. */
  private static void domain(String text, int start, int end, Findings out) {
    boolean goes =
        end < text.length()
            && (isHostChar(text.charAt(end)) || text.charAt(end) == '(')
            && (text.charAt(end) != '.'
                || (end + 1 < text.length() && Chars.isAlnum(text.charAt(end + 1))));
    int from = tokenStart(text, start);
    if (goes || from >= start || (from > 0 && "/\\@$".indexOf(text.charAt(from - 1)) >= 0)) {
      return;
    }
    boolean marked = false;
    for (int i = from; i < start; i++) {
      marked |= Chars.isDigit(text.charAt(i)) || text.charAt(i) == '-';
    }
    boolean code = text.regionMatches(true, start, ".local", 0, 6) || text.charAt(end - 1) == 'l';
    int dot = Extents.indexOf(text, '.', from, start - from);
    boolean common = Words.isEnglish(text, from, dot < 0 ? start : dot);
    if (marked || (!code && !common && start - from > 2)) {
      out.add(from, end, Kind.HOST);
    }
  }

  /** {@code jane-laptop}, {@code LAB-DOE-PC}, {@code janes-MacBook-Pro.local}. */
  private static void suffix(String text, int start, int end, Findings out) {
    int from = tokenStart(text, start);
    int dash = text.lastIndexOf('-', start - 1);
    int word = Math.max(from, dash + 1);
    boolean pc = end - start == 3;
    if (from >= start
        || COMPOUNDS.contains(text, word, start)
        || (pc && Words.isEnglish(text, word, start) && Extents.digits(text, from, start) == 0)
        || (pc && end < text.length() && Chars.isAlnum(text.charAt(end)))
        || (pc && isTarget(text, end))) {
      return;
    }
    out.add(from, Math.max(end, tokenEnd(text, start)), Kind.HOST);
  }

  /** {@code x86_64-pc-linux-gnu}: what a program was built for. */
  private static boolean isTarget(String text, int end) {
    return text.regionMatches(true, end, "-linux", 0, 6)
        || text.regionMatches(true, end, "-windows", 0, 8)
        || text.regionMatches(true, end, "-cygwin", 0, 7)
        || text.regionMatches(true, end, "-solaris", 0, 8)
        || text.regionMatches(true, end, "-msys", 0, 5);
  }

  /** {@code Jane's MacBook Pro}. */
  private static void owned(String text, int start, int end, Findings out) {
    if (start < 4
        || text.charAt(start - 1) != 's'
        || "'\u2019".indexOf(text.charAt(start - 2)) < 0) {
      return;
    }
    int from = start - 2;
    while (from > 0 && start - from < 40 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    boolean model = text.startsWith(" Pro", end) || text.startsWith(" Air", end);
    if (!Words.isEnglish(text, from, start - 2)) {
      out.add(from, model ? end + 4 : end, Kind.HOST);
    }
  }

  /** {@code DESKTOP-4YVTUAJ}, {@code WIN-C7XR09JEYEQ}, {@code ip-10-1-2-3}. */
  private static void prefix(String text, int start, int end, Findings out) {
    int to = end;
    while (to < text.length() && Chars.isAlnum(text.charAt(to))) {
      to++;
    }
    int length = to - end;
    int digits = Extents.digits(text, end, to);
    boolean given =
        length >= 7
            && length <= 11
            && (digits > 0 || Names.allUpper(text, start, to))
            && !Words.isEnglish(text, end, to);
    boolean cloud = length > 0 && length == digits && Chars.lower(text.charAt(start)) == 'i';
    for (int i = 0; cloud && i < 3; i++) {
      int next = text.startsWith("-", to) ? Numbers.groupEnd(text, to + 1) : to;
      cloud = next > to + 1 && next - to < 5;
      to = next;
    }
    if (given || cloud) {
      out.add(start, Math.max(to, tokenEnd(text, to)), Kind.HOST);
    }
  }

  /** The host that an option of a program names. */
  static void target(String text, int from, Findings out) {
    int end = tokenEnd(text, from);
    if (end - from >= 3 && isWord(text, from, end) && !text.startsWith("=", end)) {
      out.add(from, end, Kind.HOST);
    }
  }

  static boolean isWord(String text, int from, int end) {
    return !Words.isEnglish(text, from, end)
        && !Words.isNoValue(text, from, end)
        && !Extents.isNumber(text, from, end);
  }

  /** A name with a dash, a digit or a domain, one part of which tells a kind of machine. */
  static boolean isMachine(String text, int from, int end) {
    int part = from;
    boolean kind = false;
    int parts = 0;
    int dots = 0;
    for (int i = from; i <= end; i++) {
      char c = i < end ? text.charAt(i) : '.';
      if (Chars.isLetter(c)) {
        continue;
      }
      kind |= dots == 0 && KINDS.contains(text, part, i);
      parts += i > part || Chars.isDigit(c) ? 1 : 0;
      dots += c == '.' && i < end ? 1 : 0;
      part = i + 1;
    }
    return (kind && parts > 1) || (dots > 1 && isFullDomain(text, from, end));
  }

  /** {@code fs2.ad.example.org}: no package, no type, no version. */
  private static boolean isFullDomain(String text, int from, int end) {
    int last = text.lastIndexOf('.', end - 1) + 1;
    int first = Extents.indexOf(text, '.', from, end - from);
    for (int i = last; i < end; i++) {
      if (!Chars.isLetter(text.charAt(i))) {
        return false;
      }
    }
    boolean type = Chars.isUpper(text.charAt(last)) && Chars.isLower(text.charAt(from));
    return end - last >= 2 && end - last <= 10 && !type && !PACKAGES.contains(text, from, first);
  }

  static int tokenStart(String text, int at) {
    int start = at;
    while (start > 0 && at - start < MAX_HOST && isHostChar(text.charAt(start - 1))) {
      start--;
    }
    while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    return start;
  }

  static int tokenEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < MAX_HOST && isHostChar(text.charAt(end))) {
      end++;
    }
    while (end > from && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isHostChar(char c) {
    return Chars.isAlnum(c)
        || c == '-'
        || c == '.'
        || c == '_'
        || (c >= 128 && Character.isLetter(c));
  }

  private static boolean isInside(String text, int start) {
    return start > 0 && (isHostChar(text.charAt(start - 1)) || text.charAt(start - 1) == '/');
  }

  private static String[] shapes() {
    return Stream.of(PREFIXES, SUFFIXES, DOMAINS, MachinePhrases.words())
        .flatMap(Arrays::stream)
        .toArray(String[]::new);
  }
}
