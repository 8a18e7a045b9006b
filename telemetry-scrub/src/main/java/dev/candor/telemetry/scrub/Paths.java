package dev.candor.telemetry.scrub;

/**
 * Paths of files, as people and programs write them: POSIX, Windows, network shares, with blanks
 * and any script. Paths below the roots of the system stay, unless one of their folders is a
 * person's.
 */
final class Paths {
  private static final int MAX_PATH = 4_096;
  private static final int MAX_BRIDGE = 40;
  private static final AsciiSet NAME = AsciiSet.alnumAnd("._-~+=@%#$^!");
  private static final AsciiSet INNER = AsciiSet.alnumAnd("_-.$@");

  /** Roots that belong to the system, not to a person. */
  private static final WordSet SYSTEM =
      WordSet.of(
          "usr lib lib64 bin sbin etc proc sys dev boot opt var snap system library applications nix run app build windows program programdata program_files msys64 mingw64");

  /** Folders that hold what belongs to one person, wherever they stand. */
  private static final WordSet PERSONAL =
      WordSet.of(
          """
          home users user mail spool folders media documents desktop downloads pictures onedrive dropbox
          profiles homes accounts people patients patient members customers usr_home serial disk by-id
          export scratch nfs smb cifs shares projects
          """);

  /** Roots below which people and groups keep what is theirs. */
  private static final WordSet STORAGE =
      WordSet.of(
          """
          tmp volumes volume vol srv root private work storage store labdata cluster gpfs lustre
          beegfs groups group lab labs nobackup archive backup backups pool tank share shared net
          afs hpc nas nas1 nas2 raid disk1 disk2 microscopy imaging experiments
          """);

  /** First words of routes of a program's interface. */
  private static final WordSet ROUTES =
      WordSet.of(
          "api rest rpc graphql auth oauth oauth2 login logout static assets public health healthz status metrics ping admin search v1 v2 v3 v4 internal ws socket events webhooks swagger docs favicon.ico index.html actuator items orders sessions products upload download");

  private Paths() {}

  static void scan(String text, Findings out) {
    int slash = text.indexOf('/');
    int backslash = text.indexOf('\\');
    while (slash >= 0 || backslash >= 0) {
      boolean forward = slash >= 0 && (backslash < 0 || slash < backslash);
      int at = forward ? slash : backslash;
      int next = Math.max(at + 1, forward ? slash(text, at, out) : backslash(text, at, out));
      if (slash >= 0 && slash < next) {
        slash = text.indexOf('/', next);
      }
      if (backslash >= 0 && backslash < next) {
        backslash = text.indexOf('\\', next);
      }
    }
  }

  private static int slash(String text, int at, Findings out) {
    if (at > 1 && text.charAt(at - 1) == ':' && isDrive(text, at - 2)) {
      return windows(text, at - 2, at, out);
    }
    if (at > 0 && text.charAt(at - 1) == ':' && text.startsWith("//", at)) {
      return Urls.verify(text, at, out);
    }
    if (at > 4 && text.regionMatches(true, at - 5, "file:", 0, 5)) {
      if (isSystem(text, at)) {
        return plainEnd(text, at, '/');
      }
      int end = end(text, at, '/', quoteBefore(text, at - 5));
      out.add(at - 5, end, Kind.PATH);
      return end;
    }
    int home = homeStart(text, at);
    if (home < at) {
      int end = end(text, at, '/', quoteBefore(text, home));
      if (end > at + 1 || at - home > 1) {
        out.add(home, end, Kind.PATH);
      }
      return end;
    }
    if (at > 0 && isInner(text.charAt(at - 1))) {
      return relative(text, at, '/', out);
    }
    if (text.startsWith("//", at) && at + 2 < text.length() && Chars.isAlnum(text.charAt(at + 2))) {
      int end = end(text, at + 1, '/', quoteBefore(text, at));
      if (Chars.first(text, '/', at + 2, end) > 0) {
        out.add(at, end, Kind.PATH);
      }
      return end;
    }
    if (at > 3 && text.startsWith("jrt:", at - 4)) {
      return plainEnd(text, at, '/');
    }
    if (at > 0 && text.charAt(at - 1) == '}') {
      // "${HOME}/x": what a variable stands for is told by no one.
      int plain = plainEnd(text, at, '/');
      return hasPersonal(text, at, plain, '/') ? posix(text, at, out) : plain;
    }
    return posix(text, at, out);
  }

  /** Whether a path lies below a root of the system and names no person. */
  static boolean isSystem(String text, int at) {
    int plain = plainEnd(text, at, '/');
    int rootEnd = segmentEnd(text, at + 1, plain, '/');
    return SYSTEM.contains(text, at + 1, rootEnd) && !hasPersonal(text, rootEnd, plain, '/');
  }

  /** {@code ~/x}, {@code ~alice/x}: the start of the home mark, or {@code at}. */
  private static int homeStart(String text, int at) {
    int start = at;
    while (start > 0
        && at - start < 40
        && (Chars.isAlnum(text.charAt(start - 1)) || "._-".indexOf(text.charAt(start - 1)) >= 0)) {
      start--;
    }
    boolean home =
        start > 0
            && text.charAt(start - 1) == '~'
            && (start < 2 || !isInner(text.charAt(start - 2)));
    return home ? start - 1 : at;
  }

  private static int posix(String text, int at, Findings out) {
    char quote = quoteBefore(text, at);
    int plain = plainEnd(text, at, '/');
    if (plain == at + 1) {
      return plain;
    }
    int rootEnd = segmentEnd(text, at + 1, plain, '/');
    if (text.charAt(at + 1) == '/' || text.charAt(at + 1) == '*') {
      return plain;
    }
    boolean single = rootEnd >= plain;
    if (SYSTEM.contains(text, at + 1, rootEnd)) {
      int end = plain;
      if (hasPersonal(text, rootEnd, plain, '/')) {
        end = end(text, at, '/', quote);
        out.add(at, end, Kind.PATH);
      }
      return end;
    }
    if (isTemplate(text, at, plain)) {
      return plain;
    }
    if (single) {
      boolean typed = isTyped(text, at + 1, plain) && Chars.first(text, '.', at, plain) > 0;
      if (PERSONAL.contains(text, at + 1, rootEnd) || !typed) {
        return plain;
      }
    }
    if (ROUTES.contains(text, at + 1, rootEnd) && !hasPersonal(text, rootEnd, plain, '/')) {
      return plain;
    }
    if (PERSONAL.contains(text, at + 1, rootEnd)
        || single
        || isFilePath(text, at, plain)
        || hasPersonal(text, rootEnd, plain, '/')) {
      int end = end(text, at, '/', quote);
      out.add(at, end, Kind.PATH);
      return end;
    }
    return plain;
  }

  /** Whether an unknown root holds files: a typed name, capitals, digits or an extension. */
  private static boolean isFilePath(String text, int from, int end) {
    int rootEnd = segmentEnd(text, from + 1, end, '/');
    if (STORAGE.contains(text, from + 1, rootEnd)
        || text.regionMatches(true, from + 1, "mnt", 0, 3)
        || text.regionMatches(true, from + 1, "data", 0, 4)) {
      return true;
    }
    return isTyped(text, from, end);
  }

  private static boolean isTyped(String text, int from, int end) {
    int digits = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isUpper(c) || c >= 128 || c == '_' || c == '~') {
        return true;
      }
      digits = Chars.isDigit(c) ? digits + 1 : 0;
      if (digits >= 4 || (c == '.' && i + 2 < end && Chars.isLetter(text.charAt(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  /** {@code /users/{id}} and {@code /users/:id} name a route. */
  private static boolean isTemplate(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == '/'
          && i + 1 < text.length()
          && (text.charAt(i + 1) == '{'
              || text.charAt(i + 1) == ':'
              || text.charAt(i + 1) == '*'
              || (text.charAt(i + 1) == '<' && !Placeholders.at(text, i + 1)))) {
        return true;
      }
    }
    return end < text.length() && text.charAt(end) == '{';
  }

  private static boolean hasPersonal(String text, int from, int end, char separator) {
    int at = from;
    while (at < end) {
      if (isSeparator(text.charAt(at), separator)) {
        int next = segmentEnd(text, at + 1, end, separator);
        if ((next < end && PERSONAL.contains(text, at + 1, next))
            || text.startsWith("hsperfdata_", at + 1)) {
          return true;
        }
      }
      at++;
    }
    return false;
  }

  private static int backslash(String text, int at, Findings out) {
    if (at > 1 && text.charAt(at - 1) == ':' && isDrive(text, at - 2)) {
      return windows(text, at - 2, at, out);
    }
    if (text.startsWith("\\\\", at) && (at == 0 || !isInner(text.charAt(at - 1)))) {
      return share(text, at, out);
    }
    if (at > 0 && isInner(text.charAt(at - 1))) {
      return relative(text, at, '\\', out);
    }
    if (at > 0 && text.charAt(at - 1) == '%') {
      return variable(text, at, out);
    }
    return at + 1;
  }

  /** {@code %USERPROFILE%\x}: the variable is harmless, what stands behind it is not. */
  private static int variable(String text, int at, Findings out) {
    int end = end(text, at, '\\', (char) 0);
    if (Chars.first(text, '\\', at + 1, end) > 0) {
      out.add(at, end, Kind.PATH);
    }
    return end;
  }

  /** {@code \\server\share}, {@code \\wsl$\…}, {@code \\?\C:\…}. */
  private static int share(String text, int at, Findings out) {
    int start = at;
    while (start < text.length() && text.charAt(start) == '\\') {
      start++;
    }
    if (text.startsWith("?\\", start) || text.startsWith(".\\", start)) {
      return start + 1;
    }
    if (start >= text.length() || !isInner(text.charAt(start))) {
      return start;
    }
    int plain = plainEnd(text, start, '\\');
    if (Chars.first(text, '\\', start, plain) < 0) {
      return plain;
    }
    int end = end(text, start, '\\', quoteBefore(text, at));
    out.add(at, end, Kind.PATH);
    return end;
  }

  private static int windows(String text, int drive, int at, Findings out) {
    char separator = text.charAt(at);
    int from = at;
    while (from < text.length() && text.charAt(from) == separator) {
      from++;
    }
    int plain = plainEnd(text, at, '\\');
    int rootEnd = segmentEnd(text, from, plain, '\\');
    boolean system =
        SYSTEM.contains(text, from, rootEnd)
            || text.regionMatches(true, from, "program files", 0, 13);
    if ((system && !hasPersonal(text, rootEnd, plain, '\\')) || from == plain) {
      return plain;
    }
    int end = end(text, at, '\\', quoteBefore(text, drive));
    out.add(drive, end, Kind.PATH);
    return end;
  }

  /** A path without root is one only if a folder in it is a person's, or a domain is in front. */
  private static int relative(String text, int at, char separator, Findings out) {
    int start = at;
    while (start > 0
        && at - start < 255
        && isInner(text.charAt(start - 1))
        && !out.lastCovers(start - 1)) {
      start--;
    }
    int plain = plainEnd(text, at, separator);
    int rootEnd = segmentEnd(text, start, plain, separator);
    boolean root =
        PERSONAL.contains(text, start, rootEnd)
            && plain > rootEnd + 1
            && (separator == '\\' || Chars.first(text, '/', rootEnd + 1, plain) > 0);
    if ((root || text.charAt(start) == '$' || hasPersonal(text, rootEnd, plain, separator))
        && !isTemplate(text, start, plain)) {
      int end = end(text, at, separator, quoteBefore(text, start));
      out.add(start, end, Kind.PATH);
      return end;
    }
    if (separator == '\\' && isDomainUser(text, start, at, plain)) {
      out.add(start, plain, Kind.USER);
    }
    return Math.max(plain, at + 1);
  }

  /** {@code CORP\jdoe}: a domain in capitals and a login that is no escape sequence. */
  private static boolean isDomainUser(String text, int start, int at, int end) {
    int user = at;
    while (user < end && text.charAt(user) == '\\') {
      user++;
    }
    if (at - start < 2 || at - start > 20 || end - user < 2) {
      return false;
    }
    for (int i = start; i < at; i++) {
      char c = text.charAt(i);
      if (!Chars.isUpper(c) && !Chars.isDigit(c) && c != '-' && c != '_') {
        return false;
      }
    }
    for (int i = user; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isAlnum(c) && "._-$".indexOf(c) < 0) {
        return false;
      }
    }
    boolean escape = user == at + 1 && "nrtbfux0".indexOf(text.charAt(user)) >= 0;
    return Chars.isUpper(text.charAt(start))
        && (!escape
            || (!Words.isEnglish(text, user + 1, end) && Chars.isLower(text.charAt(user + 1))));
  }

  private static boolean isDrive(String text, int at) {
    return at >= 0
        && Chars.isLetter(text.charAt(at))
        && (at == 0 || !Chars.isAlnum(text.charAt(at - 1)));
  }

  static char quoteBefore(String text, int at) {
    if (at == 0) {
      return 0;
    }
    char c = text.charAt(at - 1);
    return Labels.isQuote(c) ? c : 0;
  }

  /** Where a path ends: at its closing quote, else behind blanks that lead on to a separator. */
  static int end(String text, int from, char separator, char quote) {
    if (quote != 0) {
      int limit = Math.min(text.length(), from + MAX_PATH);
      for (int i = from; i < limit && text.charAt(i) != '\n'; i++) {
        if (text.charAt(i) == quote) {
          return text.charAt(i - 1) == '\\' && i - 1 > from ? i - 1 : i;
        }
      }
    }
    int end = plainEnd(text, from, separator);
    while (end - from < MAX_PATH) {
      int bridge = bridge(text, from, end, separator);
      if (bridge == end) {
        return end;
      }
      end = bridge;
    }
    return end;
  }

  /**
   * The end of the next part if the blank at {@code end} stands inside a name; else {@code end}.
   */
  private static int bridge(String text, int from, int end, char separator) {
    if (end >= text.length() || text.charAt(end) != ' ' || end + 1 >= text.length()) {
      return end;
    }
    int segment = end;
    while (segment > from && !isSeparator(text.charAt(segment - 1), separator)) {
      segment--;
    }
    boolean extension = hasExtension(text, segment, end);
    int at = end + 1;
    int words = 0;
    while (at < text.length() && at - end < MAX_BRIDGE && words < 5) {
      char c = text.charAt(at);
      if (isSeparator(c, separator)) {
        boolean inside = text.charAt(at - 1) != ' ' && !extension;
        return inside ? plainEnd(text, at, separator) : end;
      }
      if (c == ' ') {
        words++;
        if (text.charAt(at - 1) == ' ') {
          break;
        }
      } else if (!isNameChar(text, at)) {
        break;
      }
      at++;
    }
    if (extension) {
      return end;
    }
    return fileBehind(text, segment, end);
  }

  /** {@code …/Smith Lab} and {@code …/My file (2).tif}: capitals, or words up to an extension. */
  private static int fileBehind(String text, int segment, int end) {
    int at = end;
    for (int words = 0; words < 5 && at < text.length() && text.charAt(at) == ' '; words++) {
      int stop = at + 1;
      while (stop < text.length()
          && (isNameChar(text, stop) || text.charAt(stop) == '(' || text.charAt(stop) == ')')) {
        stop++;
      }
      if (stop == at + 1) {
        break;
      }
      int bare = stop;
      while (bare > at && ".,:;)".indexOf(text.charAt(bare - 1)) >= 0) {
        bare--;
      }
      if (hasExtension(text, at + 1, bare)) {
        return bare;
      }
      at = stop;
    }
    boolean capital =
        segment < end && (Chars.isUpper(text.charAt(segment)) || text.charAt(segment) >= 128);
    int next = end + 1;
    if (capital
        && (Chars.isUpper(text.charAt(next))
            || (text.charAt(next) >= 128 && Character.isLetter(text.charAt(next))))) {
      int stop = next;
      while (stop < text.length()
          && (Character.isLetterOrDigit(text.charAt(stop))
              || text.charAt(stop) == '_'
              || text.charAt(stop) == '-')) {
        stop++;
      }
      return stop;
    }
    return end;
  }

  private static boolean hasExtension(String text, int from, int end) {
    int dot = end - 1;
    while (dot > from && end - dot <= 6 && Chars.isAlnum(text.charAt(dot))) {
      dot--;
    }
    return dot > from
        && text.charAt(dot) == '.'
        && end - dot >= 2
        && Chars.isLetter(text.charAt(dot + 1));
  }

  private static boolean isSeparator(char c, char separator) {
    return c == '/' || (c == '\\' && separator == '\\');
  }

  /** The end of the run of name characters and separators, without marks of the sentence. */
  private static int plainEnd(String text, int from, char separator) {
    int end = from;
    int limit = Math.min(text.length(), from + MAX_PATH);
    while (end < limit && (isSeparator(text.charAt(end), separator) || isNameChar(text, end))) {
      end++;
    }
    while (end > from + 1 && ".,;:!'".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static int segmentEnd(String text, int from, int limit, char separator) {
    int end = from;
    while (end < limit && !isSeparator(text.charAt(end), separator)) {
      end++;
    }
    return end;
  }

  private static boolean isInner(char c) {
    return c < 128 ? INNER.has(c) : Character.isLetterOrDigit(c);
  }

  private static boolean isNameChar(String text, int at) {
    char c = text.charAt(at);
    if (NAME.has(c)) {
      return true;
    }
    if (c >= 128) {
      return Character.isLetterOrDigit(c)
          || Character.getType(c) == Character.NON_SPACING_MARK
          || Character.isSurrogate(c);
    }
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (c == '\'' || c == ',' || c == '&') {
      return at > 0 && Chars.isAlnum(text.charAt(at - 1)) && Chars.isAlnum(next) && c != ',';
    }
    if (c == '(' || c == '[') {
      int close = at + 1;
      while (close < text.length() && close - at < 32 && Chars.isAlnum(text.charAt(close))) {
        close++;
      }
      return close > at + 1
          && close < text.length()
          && text.charAt(close) == (c == '(' ? ')' : ']')
          && at > 0
          && text.charAt(at - 1) != ' ';
    }
    return (c == ')' || c == ']') && isClosing(text, at, c == ')' ? '(' : '[');
  }

  private static boolean isClosing(String text, int at, char open) {
    int start = at - 1;
    while (start > 0 && at - start < 32 && Chars.isAlnum(text.charAt(start))) {
      start--;
    }
    return start > 0
        && start < at - 1
        && text.charAt(start) == open
        && text.charAt(start - 1) != ' '
        && !Labels.isQuote(text.charAt(start - 1));
  }
}
