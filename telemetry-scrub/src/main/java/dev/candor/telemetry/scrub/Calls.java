package dev.candor.telemetry.scrub;

/** Calls whose arguments are credentials: {@code login("jane", "secret")}. */
final class Calls {
  /** Functions that take a login and a password, in this order. */
  static final String[] LOGINS = {
    "login(",
    "logon(",
    "signin(",
    "sign_in(",
    "log_in(",
    "authenticate(",
    "credentials(",
    "credential(",
    "auth(",
    "passwordauthentication(",
    "authenticationtoken(",
    "authenticator(",
    "auth_password(",
    "joinsession(",
    "createsession(",
    "auth_plain("
  };

  /** Functions that take an address or a handle first. */
  static final String[] CONNECTS = {
    "connect(",
    "getconnection(",
    "pdo(",
    "construct(",
    "mysqli(",
    "bind(",
    "bind_s(",
    "imap_open(",
    "gateway(",
    "open_connection(",
    "createconnection(",
    "newconnection(",
    "ftp(",
    "smtp(",
    "createuser(",
    "create_user("
  };

  private static final int MAX_ARGUMENTS = 6;
  private static final int MAX_LENGTH = 400;

  private Calls() {}

  /** Verifies the arguments behind an opening bracket. */
  static void verify(String text, int start, int open, Findings out) {
    boolean connect = Chars.isOneOf(CONNECTS, text, start, open);
    int least = connect ? 2 : 1;
    int limit = Math.min(text.length(), open + MAX_LENGTH);
    int at = open;
    int user = 0;
    int userEnd = 0;
    for (int argument = 0; argument < MAX_ARGUMENTS && at < limit; argument++) {
      at = blanksEnd(text, at, limit);
      int from = at;
      int quote = quoteEnd(text, at, limit);
      int to = argumentEnd(text, quote, quote > at, limit);
      if (to <= quote && quote == at) {
        return;
      }
      if (argument >= least && isPassword(text, quote, to, quote > from, connect)) {
        // What follows may be the password, where the login is not the second.
        out.add(quote, to, Kind.SECRET);
        out.add(user, userEnd, Kind.USER);
      }
      user = argument == least - 1 && isLogin(text, quote, to) ? quote : to;
      userEnd = to;
      at = separatorEnd(text, to, limit);
    }
  }

  private static int blanksEnd(String text, int from, int limit) {
    int at = from;
    while (at < limit && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static int quoteEnd(String text, int from, int limit) {
    int at = from;
    at += at < limit && text.charAt(at) == '\\' ? 1 : 0;
    return at < limit && Labels.isQuote(text.charAt(at)) ? at + 1 : from;
  }

  private static int argumentEnd(String text, int from, boolean quoted, int limit) {
    if (quoted) {
      return Math.max(from, Extents.closing(text, from, text.charAt(from - 1)));
    }
    int end = from;
    while (end < limit && text.charAt(end) > ' ' && ",()\"'".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Behind the comma, or the length of the text if the call ends here. */
  private static int separatorEnd(String text, int from, int limit) {
    int at = from;
    while (at < limit && "\\\"'` ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < limit && text.charAt(at) == ',' ? at + 1 : limit;
  }

  /** A string is one, unless it is a word or an address; a bare one has marks of a password. */
  private static boolean isPassword(
      String text, int from, int to, boolean quoted, boolean connect) {
    if (!Commands.isPassword(text, from, to)
        || Extents.isNumber(text, from, to)
        || Extents.indexOf(text, '/', from, to - from) >= 0) {
      return false;
    }
    if (quoted) {
      return true;
    }
    boolean digit = Extents.digits(text, from, to) > 0;
    boolean mark = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '[' || c == '=' || c == ':') {
        return false;
      }
      mark |= !Character.isLetterOrDigit(c) && c != '_' && c != '-';
    }
    return mark || (digit && !connect && to - from >= 6);
  }

  private static boolean isLogin(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "._-@\\".indexOf(c) < 0) {
        return false;
      }
    }
    return to - from >= 3 && !Extents.isNumber(text, from, to) && !Words.isEnglish(text, from, to);
  }
}
