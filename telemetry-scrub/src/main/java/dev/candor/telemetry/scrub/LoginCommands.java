package dev.candor.telemetry.scrub;

import java.util.Arrays;

/** Command lines that name a login without a password: {@code psql -U jdoe}, {@code su - jdoe}. */
final class LoginCommands {
  // The program, and the letters of options whose value is a login; none if it stands alone.
  private static final String[][] PROGRAMS = {
    {"ssh ", "l"},
    {"rlogin ", "l"},
    {"psql ", "U"},
    {"pg_dump ", "U"},
    {"mysql ", "u"},
    {"mysqldump ", "u"},
    {"smbclient ", "U"},
    {"rpcclient ", "U"},
    {"sudo ", "u"},
    {"runuser ", "u"},
    {"crontab ", "u"},
    {"docker login ", "u"},
    {"podman login ", "u"},
    {"squeue ", "u"},
    {"sacct ", "u"},
    {"ldapsearch ", ""},
    {"su -", ""},
    {"chown ", ""},
    {"useradd ", ""},
    {"userdel ", ""},
    {"adduser ", ""},
    {"kinit ", ""},
    {"loginctl enable-linger ", ""}
  };

  private static final int MAX_LINE = 200;
  private static final int MAX_COMMENT = 80;

  private LoginCommands() {}

  static String[] names() {
    return Arrays.stream(PROGRAMS).map(each -> each[0]).toArray(String[]::new);
  }

  /** Verifies the line behind the name of a program. */
  static void verify(String text, int start, int end, Findings out) {
    String letters = letters(text, start, end);
    boolean bare = letters.isEmpty();
    char flag = 0;
    int at = end;
    int limit = Math.min(text.length(), end + MAX_LINE);
    while (at < limit && text.charAt(at) >= ' ' && text.charAt(at) != '|') {
      int from = Chars.blanksEnd(text, at);
      int stop = Accounts.wordEnd(text, from);
      int close = bare && flag == 'c' ? comment(text, from, out) : 0;
      boolean option = text.startsWith("-", from);
      if (stop == from) {
        return;
      }
      if (close > 0) {
        stop = close;
      } else if (bare && !option) {
        Accounts.login(text, from, out);
        return;
      } else if (flag == 'h' && !bare) {
        Machines.target(text, from, out);
      } else if (flag != 0 && letters.equalsIgnoreCase(String.valueOf(flag))) {
        Accounts.login(text, from, out);
      }
      flag = option && from + 2 == stop ? text.charAt(from + 1) : 0;
      at = stop;
    }
  }

  /** The letters of a program's options whose value is a login, the commonest if it is unknown. */
  private static String letters(String text, int start, int end) {
    for (String[] program : PROGRAMS) {
      if (Chars.isWord(text, start, end, program[0])) {
        return program[1];
      }
    }
    return PROGRAMS[0][1];
  }

  /** {@code useradd -c "Jane Doe" jdoe}: behind the quotes, or 0. */
  private static int comment(String text, int from, Findings out) {
    int open = from;
    while (text.startsWith("\\", open)) {
      open++;
    }
    if (open >= text.length() || !Labels.isQuote(text.charAt(open))) {
      return 0;
    }
    int close = Extents.indexOf(text, text.charAt(open), open + 1, MAX_COMMENT);
    int to = close;
    while (to > open + 1 && text.charAt(to - 1) == '\\') {
      to--;
    }
    if (to > open + 1 && !Placeholders.at(text, open + 1)) {
      out.add(open + 1, to, Kind.NAME);
    }
    return close + 1;
  }
}
