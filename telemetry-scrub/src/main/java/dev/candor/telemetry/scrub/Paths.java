package dev.candor.telemetry.scrub;

/**
 * Paths of files, as people and programs write them: POSIX, Windows, network shares, with blanks
 * and any script. Paths below the roots of the system stay, unless one of their folders is a
 * person's.
 */
final class Paths {
  private static final AsciiSet LOGIN = AsciiSet.alnumAnd("._-");
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

  private static final WordSet MARK_FILES = WordSet.of("lock pid sock socket");

  private static final WordSet TEMPORARY = WordSet.of("tmp run");

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
    if (at > 4 && text.charAt(at - 1) == ':' && text.regionMatches(true, at - 5, "file:", 0, 5)) {
      if (isSystem(text, at)) {
        return PathEnds.plainEnd(text, at, '/');
      }
      int end = PathEnds.end(text, at, '/', quoteBefore(text, at - 5));
      out.add(at - 5, end, Kind.PATH);
      return end;
    }
    int home = homeStart(text, at);
    if (home < at) {
      int end = PathEnds.end(text, at, '/', quoteBefore(text, home));
      if (end > at + 1 || at - home > 1) {
        out.add(home, end, Kind.PATH);
      }
      return end;
    }
    if (at > 0 && isInner(text.charAt(at - 1))) {
      return relative(text, at, '/', out);
    }
    if (text.startsWith("//", at) && at + 2 < text.length() && Chars.isAlnum(text.charAt(at + 2))) {
      int end = PathEnds.end(text, at + 1, '/', quoteBefore(text, at));
      if (Chars.first(text, '/', at + 2, end) > 0) {
        out.add(at, end, Kind.PATH);
      }
      return end;
    }
    if (at > 3 && text.startsWith("jrt:", at - 4)) {
      return PathEnds.plainEnd(text, at, '/');
    }
    if (at > 0 && text.charAt(at - 1) == '}') {
      // "${HOME}/x": what a variable stands for is told by no one.
      int plain = PathEnds.plainEnd(text, at, '/');
      return hasPersonal(text, at, plain, '/') ? posix(text, at, out) : plain;
    }
    return posix(text, at, out);
  }

  /** Whether a path lies below a root of the system and names no person. */
  static boolean isSystem(String text, int at) {
    int plain = PathEnds.plainEnd(text, at, '/');
    int rootEnd = PathEnds.segmentEnd(text, at + 1, plain, '/');
    return SYSTEM.contains(text, at + 1, rootEnd) && !hasPersonal(text, rootEnd, plain, '/');
  }

  /** {@code ~/x}, {@code ~alice/x}: the start of the home mark, or {@code at}. */
  private static int homeStart(String text, int at) {
    int start = at;
    while (start > 0 && at - start < 40 && LOGIN.has(text.charAt(start - 1))) {
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
    int plain = PathEnds.plainEnd(text, at, '/');
    if (plain == at + 1) {
      return plain;
    }
    int rootEnd = PathEnds.segmentEnd(text, at + 1, plain, '/');
    if (text.charAt(at + 1) == '/' || text.charAt(at + 1) == '*') {
      return plain;
    }
    boolean single = rootEnd >= plain;
    if (SYSTEM.contains(text, at + 1, rootEnd)) {
      int end = plain;
      if (hasPersonal(text, rootEnd, plain, '/')) {
        end = PathEnds.end(text, at, '/', quote);
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
    if (isMarkFile(text, at, rootEnd, plain)) {
      return plain;
    }
    if (PERSONAL.contains(text, at + 1, rootEnd)
        || single
        || isFilePath(text, at, plain)
        || hasPersonal(text, rootEnd, plain, '/')) {
      int end = PathEnds.end(text, at, '/', quote);
      out.add(at, end, Kind.PATH);
      return end;
    }
    return plain;
  }

  /** {@code /tmp/candor.lock}: a file by which programs find each other, of one word. */
  private static boolean isMarkFile(String text, int at, int rootEnd, int end) {
    int dot = text.lastIndexOf('.', end - 1);
    boolean mark = dot > rootEnd + 1 && MARK_FILES.contains(text, dot + 1, end);
    for (int i = rootEnd + 1; mark && i < dot; i++) {
      mark = Chars.isLower(text.charAt(i));
    }
    return mark && TEMPORARY.contains(text, at + 1, rootEnd);
  }

  /** Whether an unknown root holds files: a typed name, capitals, digits or an extension. */
  private static boolean isFilePath(String text, int from, int end) {
    int rootEnd = PathEnds.segmentEnd(text, from + 1, end, '/');
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
    int at = PathEnds.segmentEnd(text, from, end, separator);
    while (at < end) {
      int next = PathEnds.segmentEnd(text, at + 1, end, separator);
      if ((next < end && PERSONAL.contains(text, at + 1, next))
          || text.startsWith("hsperfdata_", at + 1)) {
        return true;
      }
      at = next;
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
    int end = PathEnds.end(text, at, '\\', (char) 0);
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
    int plain = PathEnds.plainEnd(text, start, '\\');
    if (Chars.first(text, '\\', start, plain) < 0) {
      return plain;
    }
    int end = PathEnds.end(text, start, '\\', quoteBefore(text, at));
    out.add(at, end, Kind.PATH);
    return end;
  }

  private static int windows(String text, int drive, int at, Findings out) {
    char separator = text.charAt(at);
    int from = at;
    while (from < text.length() && text.charAt(from) == separator) {
      from++;
    }
    int plain = PathEnds.plainEnd(text, at, '\\');
    int rootEnd = PathEnds.segmentEnd(text, from, plain, '\\');
    boolean system =
        SYSTEM.contains(text, from, rootEnd)
            || text.regionMatches(true, from, "program files", 0, 13);
    if ((system && !hasPersonal(text, rootEnd, plain, '\\')) || from == plain) {
      return plain;
    }
    int end = PathEnds.end(text, at, '\\', quoteBefore(text, drive));
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
    int plain = PathEnds.plainEnd(text, at, separator);
    int rootEnd = PathEnds.segmentEnd(text, start, plain, separator);
    boolean root =
        PERSONAL.contains(text, start, rootEnd)
            && plain > rootEnd + 1
            && (separator == '\\' || Chars.first(text, '/', rootEnd + 1, plain) > 0);
    if ((root || text.charAt(start) == '$' || hasPersonal(text, rootEnd, plain, separator))
        && !isTemplate(text, start, plain)) {
      int end = PathEnds.end(text, at, separator, quoteBefore(text, start));
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

  private static boolean isInner(char c) {
    return c < 128 ? INNER.has(c) : Character.isLetterOrDigit(c);
  }
}
