package dev.candor.telemetry.scrub;

/** Command lines whose options carry credentials: {@code curl -u jane:secret}. */
final class Commands {
  // The program, the letters of options with user:password, those with a password alone, and
  // those whose password is glued to them (there, a blank means that it is asked for).
  private static final String[][] PROGRAMS = {
    {"curl ", "uU", "", ""},
    {"wget ", "", "", ""},
    {"http ", "a", "", ""},
    {"sshpass ", "", "p", ""},
    {"mysql ", "", "", "p"},
    {"mysqldump ", "", "", "p"},
    {"mysqladmin ", "", "", "p"},
    {"mariadb ", "", "", "p"},
    {"sqlcmd ", "", "P", ""},
    {"bcp ", "", "P", ""},
    {"redis-cli ", "", "a", ""},
    {"mongo ", "", "p", ""},
    {"mongosh ", "", "p", ""},
    {"mongodump ", "", "p", ""},
    {"mongorestore ", "", "p", ""},
    {"smbclient ", "U", "", ""},
    {"docker login ", "", "p", ""},
    {"podman login ", "", "p", ""},
    {"registry login ", "", "p", ""},
    {"az login ", "", "p", ""},
    {"ldapsearch ", "", "w", ""},
    {"ldapadd ", "", "w", ""},
    {"ldapmodify ", "", "w", ""},
    {"psexec ", "", "p", ""},
    {"lftp ", "u", "", ""},
    {"zip ", "", "P", ""},
    {"unzip ", "", "P", ""},
    {"7z ", "", "", "p"},
    {"7za ", "", "", "p"},
    {"sqlplus ", "", "", ""},
    {"jdbc:oracle:thin:", "", "", ""},
    {"jdbc:oracle:oci:", "", "", ""},
  };

  private static final int MAX_LINE = 400;

  private Commands() {}

  /** The names of the programs, as the automaton looks for them. */
  static String[] names() {
    String[] names = new String[PROGRAMS.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = PROGRAMS[i][0];
    }
    return names;
  }

  /** Verifies the line behind the name of a program. */
  static void verify(String text, int start, int end, Findings out) {
    if (start > 0 && Chars.isAlnum(text.charAt(start - 1))) {
      return;
    }
    if (text.charAt(end - 1) == ':' || text.startsWith("sqlplus", start)) {
      slashed(text, end, out);
      return;
    }
    int limit = Math.min(text.length(), end + MAX_LINE);
    if (out.option(text, end - 1) >= limit) {
      return;
    }
    String[] program = program(text, start);
    // Where all is written in capitals, so are the letters of options.
    boolean upper = Chars.isUpper(text.charAt(start + 1));
    // In a row of commands each would read what the one before has read.
    int at = Math.max(end - 1, out.commandEnd(program));
    while (at < limit && text.charAt(at) >= ' ' && text.charAt(at) != '|') {
      boolean option =
          text.charAt(at) == ' ' && at + 3 < text.length() && text.charAt(at + 1) == '-';
      at = option ? option(text, at + 1, upper, program, out) : at + 1;
    }
    out.commandEnd(program, at);
  }

  private static String[] program(String text, int start) {
    String[] program = PROGRAMS[0];
    char first = Chars.lower(text.charAt(start));
    for (String[] one : PROGRAMS) {
      boolean same = one[0].charAt(0) == first;
      program = same && text.regionMatches(true, start, one[0], 0, one[0].length()) ? one : program;
    }
    return program;
  }

  /** Verifies one option; returns where to go on. */
  private static int option(String text, int dash, boolean upper, String[] program, Findings out) {
    char written = text.charAt(dash + 1);
    char letter = upper ? Chars.lower(written) : written;
    boolean user = program[1].indexOf(letter) >= 0;
    int from = dash + 2;
    if (letter == '-') {
      user = text.startsWith("--user", dash) && text.length() > dash + 7;
      from = dash + 6;
    }
    char after = from < text.length() ? text.charAt(from) : 0;
    boolean apart = after == ' ' || after == '=';
    boolean password =
        program[2].indexOf(letter) >= 0 || (!apart && program[3].indexOf(letter) >= 0);
    from += apart ? 1 : 0;
    from += from < text.length() && Labels.isQuote(text.charAt(from)) ? 1 : 0;
    int end = Extents.tokenEnd(text, from);
    if ((!user && !password) || end <= from || Placeholders.at(text, from)) {
      return dash + 1;
    }
    int pair = pairMark(text, from, end);
    if (user ? pair > from && pair < end - 1 : text.charAt(from) != '-') {
      out.add(from, end, Kind.SECRET);
    }
    return end;
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
    int start = from;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    int end = Extents.tokenEnd(text, start);
    int slash = Extents.indexOf(text, '/', start, end - start);
    int at = text.lastIndexOf('@', end - 1);
    if (slash > start && slash < end - 1 && (at > slash + 1 || at < start)) {
      out.add(start, at > slash ? at : end, Kind.SECRET);
    }
  }
}
