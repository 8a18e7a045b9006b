package dev.candor.telemetry.scrub;

/** Passwords in statements of SQL, in commands of protocols and on their way into a program. */
final class Statements {
  /** Statements that set a password, without a label that a sign follows. */
  private static final String[] SQL = {"identified with ", "set password for ", "identified by "};

  /** What reads a password from what was printed in front of it, or from what stands behind. */
  private static final String[] PIPES = {
    "sudo -s", "chpasswd", "-stdin", "passphrase-fd", "kinit ", "cryptsetup ", "smbpasswd "
  };

  private static final String[] PROTOCOLS = {" login ", "auth ", "\"auth\" ", "pass ", ":5432:"};

  static final String[][] ANCHORS = {SQL, PIPES, PROTOCOLS};

  private static final WordSet MECHANISMS =
      WordSet.of("plain login xoauth2 oauthbearer external ntlm gssapi");

  private static final WordSet PRINTERS = WordSet.of("echo printf cat");
  private static final int MAX_LOOK = 120;

  private Statements() {}

  static void verify(String text, int start, int end, Findings out) {
    char first = Chars.lower(text.charAt(start));
    if (text.regionMatches(true, start, "identified", 0, 10)) {
      boolean upper = Chars.isUpper(text.charAt(start + 1));
      literal(text, byEnd(text, end), upper || isOfAccount(text, start), out);
    } else if (text.regionMatches(true, start, "set password", 0, 12)) {
      int sign = Extents.indexOf(text, '=', end, MAX_LOOK);
      if (sign > 0) {
        literal(text, Chars.blanksEnd(text, sign + 1), true, out);
      }
    } else if (first == ':') {
      passwordFile(text, end, out);
    } else if (isProtocol(text, start, end)) {
      protocol(text, start, end, out);
    } else {
      printed(text, start, out);
      hereString(text, end, out);
    }
  }

  private static boolean isProtocol(String text, int start, int end) {
    int length = end - start;
    return (length == 7 && text.regionMatches(true, start + 1, "login", 0, 5))
        || (length == 7 && text.regionMatches(true, start + 1, "auth", 0, 4))
        || (length == 5 && text.regionMatches(true, start, "auth", 0, 4))
        || (length == 5 && text.regionMatches(true, start, "pass", 0, 4));
  }

  /** {@code IDENTIFIED WITH plugin BY}, {@code … AS}: behind the last word. */
  private static int byEnd(String text, int from) {
    int at = from;
    for (int words = 0; words < 6 && at < text.length(); words++) {
      if (Labels.isQuote(text.charAt(at)) && words > 0) {
        return at;
      }
      int stop = at;
      while (stop < text.length() && text.charAt(stop) > ' ') {
        stop++;
      }
      boolean last = Chars.isWord(text, at, stop, "by") || Chars.isWord(text, at, stop, "as");
      at = Chars.blanksEnd(text, stop);
      if (last) {
        return at;
      }
      if (words == 0 && Chars.lower(text.charAt(from - 2)) == 'y') {
        return from;
      }
    }
    return -1;
  }

  /** In front stands the statement's beginning: a specimen is identified by its label. */
  private static boolean isOfAccount(String text, int start) {
    for (int i = Math.max(0, start - MAX_LOOK); i < start; i++) {
      if ("ugrUGR".indexOf(text.charAt(i)) < 0) {
        continue;
      }
      if (text.regionMatches(true, i, "user ", 0, 5)
          || text.regionMatches(true, i, "grant ", 0, 6)
          || text.regionMatches(true, i, "role ", 0, 5)) {
        return true;
      }
    }
    return false;
  }

  /** A literal, also in the brackets of a function, or a bare word of no sentence. */
  private static void literal(String text, int from, boolean bare, Findings out) {
    int at = from;
    if (at < 0 || at >= text.length()) {
      return;
    }
    int word = Labels.wordEnd(text, at);
    at = text.startsWith("(", word) ? word + 1 : word - at == 1 ? word : at;
    int quote = at;
    quote += text.startsWith("\\", at) ? 1 : 0;
    if (quote < text.length() && Labels.isQuote(text.charAt(quote))) {
      int close = Extents.closing(text, quote + 1, text.charAt(quote));
      if (!Placeholders.at(text, quote + 1)) {
        out.add(quote + 1, close, Kind.SECRET);
      }
      return;
    }
    int end = Commands.valueEnd(text, from);
    if (bare && Commands.isPassword(text, from, end)) {
      out.add(from, end, Kind.SECRET);
    }
  }

  /** {@code db:5432:lims:jdoe:secret}, a line of a file of passwords. */
  private static void passwordFile(String text, int from, Findings out) {
    int database = Extents.indexOf(text, ':', from, 64);
    int user = database < 0 ? -1 : Extents.indexOf(text, ':', database + 1, 64);
    if (user > 0 && Extents.indexOf(text, ' ', from, user - from) < 0) {
      int end = Commands.valueEnd(text, user + 1);
      if (end > user + 1) {
        out.add(database + 1, user, Kind.USER);
        out.add(user + 1, end, Kind.SECRET);
      }
    }
  }

  /** {@code AUTH x}, {@code AUTH PLAIN x}, {@code a1 LOGIN jdoe x}, {@code USER jdoe, PASS x}. */
  private static void protocol(String text, int start, int end, Findings out) {
    int word = start;
    while (!Chars.isLetter(text.charAt(word))) {
      word++;
    }
    if (!Chars.isUpper(text.charAt(word + 1)) || isInWord(text, word)) {
      return;
    }
    int first = argument(text, end);
    int at =
        switch (text.charAt(word)) {
          case 'A' -> behindAuth(text, word, first);
          case 'L' -> start > 0 && Chars.isDigit(text.charAt(start - 1)) ? second(text, first) : -1;
          default -> isBehindUser(text, word) ? first : -1;
        };
    int stop = at < 0 ? at : Commands.valueEnd(text, at);
    if (stop > at && Commands.isPassword(text, at, stop)) {
      out.add(at, stop, Kind.SECRET);
    }
  }

  /** Behind {@code AUTH}: the password, which a mechanism or a login may precede, or -1. */
  private static int behindAuth(String text, int word, int first) {
    int stop = Commands.valueEnd(text, first);
    boolean mechanism =
        MECHANISMS.contains(text, first, stop) || Chars.isWord(text, first, stop, "default");
    boolean access = isAccess(text, word);
    int at = first;
    if (mechanism || access) {
      int second = second(text, first);
      int to = Commands.valueEnd(text, second);
      at = Commands.isPassword(text, second, to) ? second : first;
    }
    boolean password = !mechanism || at > first;
    return password && (access || isMarked(text, at, Commands.valueEnd(text, at))) ? at : -1;
  }

  /** The argument behind the one that starts at a position. */
  private static int second(String text, int first) {
    return argument(text, afterQuote(text, Commands.valueEnd(text, first)));
  }

  private static boolean isInWord(String text, int word) {
    return word > 0 && (Chars.isAlnum(text.charAt(word - 1)) || text.charAt(word - 1) == '_');
  }

  private static int argument(String text, int from) {
    int at = Chars.blanksEnd(text, from);
    at += text.startsWith("\\", at) ? 1 : 0;
    return at < text.length() && Labels.isQuote(text.charAt(at)) ? at + 1 : at;
  }

  private static int afterQuote(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == '\\' || Labels.isQuote(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  /** The store of keys and values has a word of its own for it, and is named or alone. */
  private static boolean isAccess(String text, int word) {
    int from = Math.max(0, word - 24);
    for (int i = from; i + 5 <= word; i++) {
      if (text.regionMatches(true, i, "redis", 0, 5)) {
        return true;
      }
    }
    return word == 0 || text.charAt(word - 1) == '"' || text.charAt(word - 1) == '\n';
  }

  /** Digits or marks that no word of a sentence has. */
  private static boolean isMarked(String text, int from, int to) {
    boolean mark = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      mark |= Chars.isDigit(c) || "!#$%&@+=".indexOf(c) >= 0;
    }
    return mark && to - from >= 8;
  }

  /** On the line above stands {@code USER}. */
  private static boolean isBehindUser(String text, int word) {
    for (int i = word - 1; i >= 0 && word - i < MAX_LOOK; i--) {
      if (text.startsWith("USER ", i)) {
        return true;
      }
    }
    return false;
  }

  /** {@code echo x | sudo -S}, {@code echo jdoe:x | chpasswd}. */
  private static void printed(String text, int start, Findings out) {
    int from = Math.max(0, start - MAX_LOOK);
    int pipe = start;
    while (pipe > from && text.charAt(pipe) != '|') {
      pipe--;
    }
    if (pipe == from) {
      return;
    }
    int word = pipe;
    while (word > from && text.charAt(word - 1) >= ' ') {
      word--;
      int end = Labels.wordEnd(text, word);
      boolean first = word == 0 || !Chars.isAlnum(text.charAt(word - 1));
      if (first && PRINTERS.contains(text, word, end)) {
        arguments(text, end, pipe, out);
        return;
      }
    }
  }

  private static void arguments(String text, int from, int pipe, Findings out) {
    int at = argument(text, from);
    while (at < pipe && (text.charAt(at) == '-' || text.charAt(at) == '%')) {
      at = argument(text, afterQuote(text, Commands.valueEnd(text, at)));
    }
    int end = Math.min(pipe, Commands.valueEnd(text, at));
    if (Commands.isPassword(text, at, end)) {
      out.add(at, end, Kind.SECRET);
    }
  }

  /** {@code kinit jdoe <<< x}. */
  private static void hereString(String text, int from, Findings out) {
    int here = from;
    while (here - from < MAX_LOOK && here < text.length() && !text.startsWith("<<<", here)) {
      here++;
    }
    if (!text.startsWith("<<<", here)) {
      return;
    }
    int at = argument(text, here + 3);
    int end = Commands.valueEnd(text, at);
    if (Commands.isPassword(text, at, end)) {
      out.add(at, end, Kind.SECRET);
    }
  }
}
