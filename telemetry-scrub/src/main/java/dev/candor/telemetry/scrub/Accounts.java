package dev.candor.telemetry.scrub;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Logins where system software writes them without a label: commands, listings of files, lines of
 * the list of accounts, sentences that begin with the login.
 */
final class Accounts {
  /** Accounts that programs run under. */
  private static final WordSet SYSTEM =
      WordSet.of(
          """
          root nobody www-data daemon bin sys sync games man lp mail news uucp proxy backup list irc
          gnats messagebus sshd postgres mysql redis nginx apache http git jenkins admin
          administrator guest ubuntu debian centos ec2-user pi vagrant docker nfsnobody system
          localservice networkservice wheel users staff adm syslog ntp tomcat omero-server
          """);

  /** In front of them stands a login, whatever it is called. */
  private static final String[] SURE = {
    " is not in the sudoers", " is not allowed to run sudo", " : tty="
  };

  /** In front of them stands a login, if it is no common word. */
  private static final String[] LIKELY = {
    " logged in",
    " logged out",
    " logged on",
    " logged off",
    " signed in",
    " signed out",
    " has locked",
    " joined the session",
    " left the session",
    " is not allowed to execute"
  };

  private static final String[] MISSING = {"\" does not exist", "' does not exist"};
  private static final String[] MODES = {"rwx", "rw-", "r--", "r-x"};
  private static final String ACCOUNT = ":x:";
  private static final int MODE = 9;
  private static final int MAX_LOGIN = 64;

  private Accounts() {}

  static String[] words() {
    return Stream.of(LoginCommands.names(), SURE, LIKELY, MISSING, MODES, new String[] {ACCOUNT})
        .flatMap(Arrays::stream)
        .toArray(String[]::new);
  }

  /** Whether a login is one of those that no person bears. */
  static boolean isSystem(String text, int from, int end) {
    return SYSTEM.contains(text, from, end) || text.startsWith("systemd-", from);
  }

  static void verify(String text, int start, int end, Findings out) {
    char first = text.charAt(start);
    switch (first) {
      case ' ' -> front(text, start, end, out);
      case '"', '\'' -> missing(text, start, out);
      case ':' -> account(text, start, end, out);
      default -> {
        if ((first == 'r' || first == 'R') && end - start == 3) {
          listing(text, start, out);
        } else if (start == 0 || !Chars.isAlnum(text.charAt(start - 1))) {
          LoginCommands.verify(text, start, end, out);
        }
      }
    }
  }

  /** {@code jdoe is not in the sudoers file}. */
  private static void front(String text, int start, int end, Findings out) {
    int to = start;
    while (to > 0 && Labels.isQuote(text.charAt(to - 1))) {
      to--;
    }
    int from = loginStart(text, to);
    boolean bound =
        end == text.length() || !Chars.isAlnum(text.charAt(end)) || text.charAt(end - 1) == '=';
    boolean sure = text.charAt(end - 1) == '=' || text.regionMatches(true, start, " is not", 0, 7);
    if (bound
        && to - from >= 2
        && isLogin(text, from, to, sure)
        && (sure || !Names.allUpper(text, from, to))
        && !Placeholders.at(text, from)) {
      out.add(from, to, Kind.USER);
    }
  }

  /** {@code role "jdoe" does not exist}. */
  private static void missing(String text, int close, Findings out) {
    int open = text.lastIndexOf(text.charAt(close), close - 1);
    boolean named =
        open >= 5
            && close - open < MAX_LOGIN
            && (text.regionMatches(true, open - 5, "role ", 0, 5)
                || text.regionMatches(true, open - 5, "user ", 0, 5));
    if (named && isLogin(text, open + 1, close, true)) {
      out.add(open + 1, close, Kind.USER);
    }
  }

  /** {@code jdoe:x:1000:1000:Jane Doe,,,:/home/jdoe}. */
  private static void account(String text, int start, int end, Findings out) {
    int from = loginStart(text, start);
    int user = Numbers.groupEnd(text, end);
    int group = text.startsWith(":", user) ? Numbers.groupEnd(text, user + 1) : user;
    if (from == start
        || group <= user + 1
        || Placeholders.at(text, group + 1)
        || isSystem(text, from, start)) {
      return;
    }
    out.add(from, start, Kind.USER);
    int name = group + 1;
    int close = Extents.indexOf(text, ':', name, 80);
    if (text.startsWith(":", group) && close > name) {
      out.add(name, close, Kind.NAME);
    }
  }

  /** {@code drwxr-xr-x 2 jdoe imaging 4096 Nov 3 10:11 stacks}. */
  private static void listing(String text, int start, Findings out) {
    if (start == 0 || "-dlcbps".indexOf(Chars.lower(text.charAt(start - 1))) < 0) {
      return;
    }
    int at = start;
    while (at < text.length() && "rwxst-".indexOf(Chars.lower(text.charAt(at))) >= 0) {
      at++;
    }
    if (at - start != MODE) {
      return;
    }
    at += at < text.length() && ".+@".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
    int links = Chars.blanksEnd(text, at);
    int count = Numbers.groupEnd(text, links);
    int user = count > links ? Chars.blanksEnd(text, count) : 0;
    int userEnd = wordEnd(text, user);
    int group = Chars.blanksEnd(text, userEnd);
    int groupEnd = wordEnd(text, group);
    int size = Chars.blanksEnd(text, groupEnd);
    boolean sized = size > groupEnd && size < text.length() && Chars.isDigit(text.charAt(size));
    if (user == 0 || !sized || Placeholders.at(text, user) || isSystem(text, user, userEnd)) {
      return;
    }
    out.add(user, userEnd, Kind.USER);
    if (groupEnd - group == userEnd - user
        && text.regionMatches(true, user, text, group, groupEnd - group)) {
      out.add(group, groupEnd, Kind.USER);
    }
  }

  /** The login that starts at a position, if one does. */
  static void login(String text, int from, Findings out) {
    int end = from;
    while (end < text.length() && end - from < MAX_LOGIN && isLoginChar(text.charAt(end))) {
      end++;
    }
    boolean bound = end == text.length() || " :'\"\n\r;".indexOf(text.charAt(end)) >= 0;
    if (bound && end - from >= 2 && isLogin(text, from, end, true)) {
      out.add(from, end, Kind.USER);
    }
  }

  static boolean isLogin(String text, int from, int end, boolean sure) {
    return !isSystem(text, from, end)
        && !(sure ? Words.isCommon(text, from, end) : Words.isEnglish(text, from, end))
        && !Words.isNoValue(text, from, end)
        && !Extents.isNumber(text, from, end)
        && Character.isLetter(text.charAt(from));
  }

  /** Where the login starts that ends at a position. */
  static int loginStart(String text, int end) {
    int from = end;
    while (from > 0 && end - from < MAX_LOGIN && isLoginChar(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static boolean isLoginChar(char c) {
    return Chars.isAlnum(c) || "._-\\@".indexOf(c) >= 0 || (c >= 128 && Character.isLetter(c));
  }

  /** The end of a login that only a blank ends. */
  static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < MAX_LOGIN && text.charAt(end) > ' ') {
      end++;
    }
    return end;
  }
}
