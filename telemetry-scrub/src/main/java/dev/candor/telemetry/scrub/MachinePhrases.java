package dev.candor.telemetry.scrub;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Machines where system software writes them: failed look-ups, connections, {@code uname},
 * displays, accounts of a database.
 */
final class MachinePhrases {
  /** Behind them stands a machine, whatever it is called. */
  private static final String[] SURE = {
    "unknownhostexception: ", "enotfound ", "eai_again ", "unknown host ", "unknown host: ",
    "resolve host ", "resolve hostname ", "gethostbyname ", "traceroute to ", "nslookup ",
    "no address associated with hostname ", "hostname set to ", "'@'", "\"@\"", "`@`"
  };

  /** Behind them stands a machine, if it is written as one. */
  private static final String[] LIKELY = {
    "running on ",
    "runs on ",
    "mounted from ",
    "hosted on ",
    "deployed on ",
    "deployed to ",
    "executed on ",
    "started on ",
    "scheduled on ",
    "login from ",
    "logged in from ",
    "connection from ",
    "connections from ",
    "connected from ",
    "disconnected from ",
    "reconnecting to ",
    "reconnected to ",
    "received from ",
    "mounted on ",
    "copied to ",
    "copied from ",
    "ping ",
    "ssh to ",
    "talking to ",
    "contact ",
    "reach ",
    "reboot of ",
    "shutting down ",
    "failed on ",
    "crashed on ",
    "available on ",
    "dispatched to ",
    "lookup ",
    "connect ",
    "mounting ",
    "logged on from ",
    "received: from ",
    "server at ",
    "workstation name: ",
    "station ",
    "on "
  };

  private static final String[] SYSTEMS = {"linux ", "darwin ", "freebsd "};

  private MachinePhrases() {}

  static String[] words() {
    return Stream.of(SURE, LIKELY, SYSTEMS, new String[] {"display="})
        .flatMap(Arrays::stream)
        .toArray(String[]::new);
  }

  /**
   * What stands behind a phrase: a machine, if it is one that always names one or looks like one.
   */
  static void behind(String text, int start, int end, Findings out) {
    if (Chars.isOneOf(SYSTEMS, text, start, end)) {
      uname(text, end, out);
      return;
    }
    int from = end;
    while (from < text.length() && from - end < 3 && isOpening(text.charAt(from))) {
      from++;
    }
    int to = Machines.tokenEnd(text, from);
    boolean call = text.startsWith("(", to) || text.startsWith("/", from);
    if (to - from >= 2
        && !call
        && (Chars.isOneOf(SURE, text, start, end)
            ? Machines.isWord(text, from, to)
            : isLikely(text, start, from, to))) {
      out.add(from, to, Kind.HOST);
    }
  }

  /** Behind a word of any sentence, a machine has a kind or the end of an address. */
  private static boolean isLikely(String text, int start, int from, int end) {
    if (Extents.indexOf(text, '_', from, end - from) > 0 && text.startsWith("64-", from + 4)) {
      return false; // "x86_64-pc-linux-gnu"
    }
    boolean weak = from - start <= 4 || text.regionMatches(true, start, "connect ", 0, 8);
    return weak ? Beside.isHost(text, from, end) : Machines.isMachine(text, from, end);
  }

  private static boolean isOpening(char c) {
    return c == ' ' || c == '<' || c == '\\' || Labels.isQuote(c);
  }

  /** {@code 'jdoe'@'zeus'}: an account of a database and the machine it comes from. */
  static void quoted(String text, int from, Findings out) {
    int end = Machines.tokenEnd(text, from);
    boolean closed = end < text.length() && Labels.isQuote(text.charAt(end));
    if (closed && end - from >= 2 && Machines.isWord(text, from, end)) {
      out.add(from, end, Kind.HOST);
    }
  }

  /** {@code Linux zeus 5.15.0-91-generic #101-Ubuntu}. */
  private static void uname(String text, int from, Findings out) {
    int end = Machines.tokenEnd(text, from);
    int version = end + 1;
    int next = version < text.length() ? Numbers.groupEnd(text, version) : version;
    boolean numbered = next > version && text.startsWith(".", next);
    int rest = numbered ? Extents.tokenEnd(text, version) : version;
    boolean build = text.startsWith(" #", rest) || text.startsWith(" Darwin", rest);
    if (build && end - from >= 2 && !Words.isCommon(text, from, end)) {
      out.add(from, end, Kind.HOST);
    }
  }

  /** {@code DISPLAY=zeus:0}. */
  static void display(String text, int from, Findings out) {
    int end = Machines.tokenEnd(text, from);
    boolean screen = text.startsWith(":", end) && Numbers.groupEnd(text, end + 1) > end + 1;
    if (screen && end > from && !Words.isNoValue(text, from, end)) {
      out.add(from, end, Kind.HOST);
    }
  }
}
