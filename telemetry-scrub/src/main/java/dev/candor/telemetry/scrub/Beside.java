package dev.candor.telemetry.scrub;

/** Names of machines and logins that stand beside an address or a port. */
final class Beside {
  /** Of addresses of the network, also where one alone could be a word. */
  private static final WordSet TOP =
      WordSet.of(
          """
          de com org net edu gov mil int info eu ch at fr uk nl be lu es pt pl cz sk hu ro bg gr dk fi
          ie us ca mx br ar cl jp cn kr tw hk sg au nz za il tr ru ua local lan intern internal corp
          """);

  private static final WordSet PROTOCOLS =
      WordSet.of(
          "tcp udp tcp4 tcp6 udp4 udp6 ip ipv4 ipv6 inet inet4 inet6 ssh ssl tls quic http grpc sctp");

  private Beside() {}

  /** Looks at both sides of an address of a network. */
  static void address(String text, int from, int end, Findings out) {
    front(text, from, out);
    logEntry(text, end, out);
  }

  /**
   * {@code pc-7[10.0.0.1]}, {@code pc-7 (10.0.0.1)}, {@code jdoe@10.0.0.1}, {@code pc/10.0.0.1}.
   */
  private static void front(String text, int from, Findings out) {
    char mark = from > 1 ? text.charAt(from - 1) : 0;
    if (mark == '@') {
      login(text, from - 1, out);
    } else if (mark == '/') {
      slash(text, from - 1, out);
    } else if (mark == '[' || mark == '(') {
      int end = from - 1;
      boolean apart = false;
      while (end > 0 && from - end < 5 && " \"'\\(".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
        apart = true;
      }
      int start = Machines.tokenStart(text, end);
      if (apart ? isHost(text, start, end) : isMarked(text, start, end)) {
        out.add(start, end, Kind.HOST);
      }
    }
  }

  private static void login(String text, int end, Findings out) {
    int from = Accounts.loginStart(text, end);
    if (end - from >= 2 && Accounts.isLogin(text, from, end, true)) {
      out.add(from, end, Kind.USER);
    }
  }

  /** {@code zeus/10.0.0.1:80} as addresses are printed, or the login of a tunnel. */
  private static void slash(String text, int end, Findings out) {
    int from = Machines.tokenStart(text, end);
    boolean path = from > 0 && "/\\.~@".indexOf(text.charAt(from - 1)) >= 0;
    if (!path
        && end - from >= 2
        && !PROTOCOLS.contains(text, from, end)
        && Machines.isWord(text, from, end)) {
      out.add(from, end, Kind.HOST);
    }
  }

  /** {@code 10.0.0.1 - jdoe [05/Nov/2026:09:12:44 +0100]}: the log of a web server. */
  private static void logEntry(String text, int end, Findings out) {
    int user = text.startsWith(" - ", end) ? end + 3 : end;
    int stop = Accounts.wordEnd(text, user);
    boolean clock =
        text.startsWith(" [", stop)
            && stop + 4 < text.length()
            && Chars.isDigit(text.charAt(stop + 2))
            && Chars.isDigit(text.charAt(stop + 3));
    if (user > end
        && clock
        && stop - user >= 2
        && !Accounts.isSystem(text, user, stop)
        && !Placeholders.at(text, user)) {
      out.add(user, stop, Kind.USER);
    }
  }

  /** {@code lab-7.example.org:5432}: in front of the port whose colon stands at {@code colon}. */
  static void port(String text, int colon, int end, Findings out) {
    boolean bound = end == text.length() || "/ ,;)]}\"'\n\r".indexOf(text.charAt(end)) >= 0;
    int digits = end - colon - 1;
    if (!bound || digits < 2 || digits > 5) {
      return;
    }
    int from = Machines.tokenStart(text, colon);
    boolean inside = from > 0 && "/@\\$:".indexOf(text.charAt(from - 1)) >= 0;
    boolean host = digits > 3 ? isHost(text, from, colon) : isDomain(text, from, colon);
    if (!inside && host) {
      out.add(from, colon, Kind.HOST);
    }
  }

  /** A machine by its kind, or a name with two dots or more that ends in a country or the like. */
  static boolean isHost(String text, int from, int end) {
    return end - from >= 3
        && Machines.isMachine(text, from, end)
        && (Extents.indexOf(text, '.', from, end - from) < 0 || isDomain(text, from, end));
  }

  private static boolean isDomain(String text, int from, int end) {
    int last = Chars.last(text, '.', from, end) + 1;
    return last > from && TOP.contains(text, last, end) && Machines.isMachine(text, from, end);
  }

  /** A last line such as {@code db-2.lab.example.fr}: what some errors say, and no more. */
  static void alone(String text, Findings out) {
    int end = text.length();
    int from = Machines.tokenStart(text, end);
    boolean line = from == 0 || text.charAt(from - 1) == '\n';
    if (!line || end - from < 7 || !isDomain(text, from, end)) {
      return;
    }
    int first = text.indexOf('.', from);
    boolean marked = Extents.digits(text, from, first) > 0 || text.lastIndexOf('-', first) > from;
    if (marked && Chars.isLetter(text.charAt(from))) {
      out.add(from, end, Kind.HOST);
    }
  }

  private static boolean isMarked(String text, int from, int end) {
    boolean mark = false;
    for (int i = from + 1; i < end; i++) {
      mark |= Chars.isDigit(text.charAt(i)) || "-.".indexOf(text.charAt(i)) >= 0;
    }
    return mark && Machines.isWord(text, from, end) && Character.isLetter(text.charAt(from));
  }
}
