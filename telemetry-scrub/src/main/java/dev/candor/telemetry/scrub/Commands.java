package dev.candor.telemetry.scrub;

import dev.candor.telemetry.scrub.Programs.Program;

/** Command lines whose options or arguments carry credentials: {@code curl -u jane:secret}. */
final class Commands {
  private static final int MAX_LINE = 400;
  private static final int MAX_WORD = 24;
  private static final AsciiSet AFTER = AsciiSet.of("\"'`<>");
  private static final AsciiSet CLOSING = AsciiSet.of(",;)]}");

  private Commands() {}

  /** Verifies the line behind the name of a program. */
  static void verify(String text, int start, int end, Findings out) {
    if (start > 0 && Chars.isAlnum(text.charAt(start - 1))) {
      return;
    }
    if (text.charAt(end - 1) == ':' || text.startsWith("sqlplus", start)) {
      slashed(text, end, out);
      return;
    }
    Program program = Programs.at(text, start, end);
    int limit = Math.min(text.length(), end + MAX_LINE);
    if (program == null || (isOptions(program) && out.option(text, end - 1) >= limit)) {
      return;
    }
    // Where all is written in capitals, so are the letters of options.
    boolean upper = Chars.isUpper(text.charAt(start + 1));
    // In a row of commands each would read what the one before has read.
    int at = Math.max(end - 1, out.commandEnd(program));
    int count = 0;
    while (at + 1 < limit && text.charAt(at) >= ' ' && text.charAt(at) != '|') {
      if (text.charAt(at) != ' ' || text.charAt(at + 1) == ' ') {
        at++;
      } else if (isOption(text, at + 1, program)) {
        // "-n" prints instead of writing to the file, which is then no argument.
        count += isShort(text, at + 1, 'n') ? 1 : 0;
        at = option(text, at + 1, upper, program, out);
      } else {
        int from = quoteEnd(text, at + 1);
        int to = valueEnd(text, from);
        count += isArgument(text, from, to) ? 1 : 0;
        if (count == program.position() && count > 0 && isPassword(text, from, to)) {
          out.add(from, to, Kind.SECRET);
          at = limit;
        } else {
          at = Math.max(to, at + 1);
        }
      }
    }
    out.commandEnd(program, at);
  }

  /** Whether all of a program's credentials stand behind a dash. */
  private static boolean isOptions(Program program) {
    return program.position() == 0 && !program.words().contains("p", 0, 1);
  }

  /** Options start with a dash, or where the program is one of Windows with a slash. */
  private static boolean isOption(String text, int at, Program program) {
    char c = text.charAt(at);
    return at + 2 < text.length()
        && (c == '-'
            || (c == '/' && program.words().contains("p", 0, 1))
            || (c == '/' && program.position() > 0));
  }

  private static boolean isShort(String text, int dash, char letter) {
    return text.charAt(dash + 1) == letter && Chars.isLower(text.charAt(dash + 2));
  }

  /** Verifies one option; returns where to go on. */
  private static int option(String text, int dash, boolean upper, Program program, Findings out) {
    int named = wordOption(text, dash, program.words(), out);
    if (named > 0) {
      return named;
    }
    char written = text.charAt(dash + 1);
    char letter = upper ? Chars.lower(written) : written;
    boolean user = program.pairs().indexOf(letter) >= 0;
    int from = dash + 2;
    if (letter == '-') {
      user = text.startsWith("--user", dash) && text.length() > dash + 7;
      from = dash + 6;
    }
    char after = from < text.length() ? text.charAt(from) : 0;
    boolean apart = after == ' ' || after == '=';
    boolean password =
        isLetter(program.apart(), letter, upper)
            || (!apart && isLetter(program.glued(), letter, upper));
    from = quoteEnd(text, from + (apart ? 1 : 0));
    int end = user ? Extents.tokenEnd(text, from) : valueEnd(text, from);
    if ((!user && !password) || end <= from || Placeholders.at(text, from)) {
      return dash + 1;
    }
    int pair = pairMark(text, from, end);
    if (user) {
      end = pair < 0 ? end : Math.max(end, valueEnd(text, from));
    }
    if (user ? pair > from && pair < end - 1 : text.charAt(from) != '-') {
      out.add(from, end, Kind.SECRET);
    }
    return end;
  }

  private static boolean isLetter(String letters, char letter, boolean upper) {
    return letters.indexOf(letter) >= 0
        || (upper && letters.indexOf(Character.toUpperCase(letter)) >= 0);
  }

  /** {@code -storepass x}, {@code /p:x}, {@code -passin pass:x}; 0 if it is another option. */
  private static int wordOption(String text, int dash, WordSet words, Findings out) {
    int from = dash + 1;
    from += text.charAt(from) == '-' ? 1 : 0;
    int to = from;
    while (to < text.length() && to - from < MAX_WORD && isWordChar(text.charAt(to))) {
      to++;
    }
    if (!words.contains(text, from, to)
        || to >= text.length()
        || " :=".indexOf(text.charAt(to)) < 0) {
      return 0;
    }
    int value = quoteEnd(text, to + 1);
    value += text.startsWith("pass:", value) ? 5 : 0;
    int end = valueEnd(text, value);
    if (end > value && "-/*".indexOf(text.charAt(value)) < 0 && !isSource(text, value)) {
      out.add(value, end, Kind.SECRET);
    }
    return Math.max(end, to);
  }

  /** Where the program is told to look elsewhere: {@code -passin env:KEY}. */
  private static boolean isSource(String text, int at) {
    return text.startsWith("env:", at)
        || text.startsWith("file:", at)
        || text.startsWith("fd:", at)
        || text.startsWith("stdin", at)
        || Placeholders.at(text, at);
  }

  private static boolean isWordChar(char c) {
    return Chars.isAlnum(c) || c == '-';
  }

  private static int quoteEnd(String text, int at) {
    int from = at;
    from += text.startsWith("\\", from) && from + 1 < text.length() ? 1 : 0;
    return from < text.length() && Labels.isQuote(text.charAt(from)) ? from + 1 : at;
  }

  /** The end of one argument of a command line: marks inside belong to it, marks behind do not. */
  static int valueEnd(String text, int from) {
    if (from > 0 && from < text.length() && Labels.isQuote(text.charAt(from - 1))) {
      int closing = Extents.closing(text, from, text.charAt(from - 1));
      if (closing >= 0) {
        return closing;
      }
    }
    int end = from;
    while (end < text.length() && text.charAt(end) > ' ' && !AFTER.has(text.charAt(end))) {
      if (text.charAt(end) == '\\' && AFTER.has(Extents.next(text, end))) {
        break;
      }
      end++;
    }
    while (end > from && CLOSING.has(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Drives, shares and files are no arguments that count. */
  private static boolean isArgument(String text, int from, int to) {
    return to > from
        && !(to - from == 2 && text.charAt(to - 1) == ':')
        && text.charAt(from) != '\\'
        && !text.startsWith("//", from)
        && !Placeholders.at(text, from)
        && text.charAt(from) != '*';
  }

  /** No word of a sentence about the program. */
  static boolean isPassword(String text, int from, int to) {
    int bare = Extents.trimmed(text, from, to);
    boolean plain = bare - from >= 4 && !Words.isEnglish(text, from, bare);
    return plain
        && text.charAt(from) != '$'
        && text.charAt(from) != '%'
        && !Words.isNoValue(text, from, bare)
        && !Placeholders.at(text, from);
  }

  private static int pairMark(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (":%,".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** {@code scott/tiger@db}. */
  private static void slashed(String text, int from, Findings out) {
    int start = Chars.blanksEnd(text, from);
    int end = Extents.tokenEnd(text, start);
    int slash = Extents.indexOf(text, '/', start, end - start);
    int at = text.lastIndexOf('@', end - 1);
    if (slash > start && slash < end - 1 && (at > slash + 1 || at < start)) {
      out.add(start, at > slash ? at : end, Kind.SECRET);
    }
  }
}
