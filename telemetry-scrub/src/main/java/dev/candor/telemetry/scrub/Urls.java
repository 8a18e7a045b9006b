package dev.candor.telemetry.scrub;

/** Addresses on the web: credentials, queries, private hosts and folders of people. */
final class Urls {
  private static final int MAX_URL = 8_192;
  private static final WordSet WEB = WordSet.of("http https ws wss");
  private static final WordSet PRIVATE =
      WordSet.of("local internal lan corp home intranet localdomain private intra");
  private static final WordSet LOCAL = WordSet.of("localhost example");

  private Urls() {}

  /** Verifies the address whose {@code //} stands at {@code slashes}; returns its end. */
  static int verify(String text, int slashes, Findings out) {
    int start = slashes - 1;
    while (start > 0 && slashes - start < 40 && isSchemeChar(text.charAt(start - 1))) {
      start--;
    }
    if (start == slashes - 1) {
      return slashes + 2;
    }
    int end = slashes + 2;
    int limit = Math.min(text.length(), slashes + MAX_URL);
    while (end < limit && isUrlChar(text.charAt(end))) {
      end++;
    }
    while (end > slashes + 2 && ".,;:!?)]}'".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    if (isFile(text, start) && Paths.isSystem(text, slashes + 2)) {
      return end;
    }
    if (isFile(text, start)) {
      int path = PathEnds.end(text, slashes + 2, '/', Paths.quoteBefore(text, start));
      if (Math.max(path, end) <= slashes + 3) {
        return end;
      }
      out.add(start, Math.max(path, end), Kind.PATH);
      return Math.max(path, end);
    }
    int host = slashes + 2;
    int hostEnd = authorityEnd(text, host, end);
    int at = Chars.last(text, '@', host, hostEnd);
    int scheme = schemeEnd(text, start, slashes);
    boolean web = WEB.contains(text, start, scheme);
    if (at >= 0 || isCutPassword(text, host, hostEnd, end)) {
      out.add(start, end, Kind.URL);
      return end;
    }
    if (isPrivate(text, host, hostEnd)
        || text.regionMatches(true, start, "smb", 0, 3)
        || text.regionMatches(true, start, "nfs", 0, 3)) {
      out.add(start, end, Kind.URL);
      return end;
    }
    int port = Chars.first(text, ':', host, hostEnd);
    int name = port < 0 ? hostEnd : port;
    if (!web && Beside.isHost(text, host, name)) {
      out.add(host, name, Kind.HOST);
    }
    int query = hostEnd;
    while (query < end
        && text.charAt(query) != '?'
        && text.charAt(query) != '#'
        && text.charAt(query) != ';') {
      query++;
    }
    if (query < end && hasValue(text, query, end)) {
      out.add(web || text.charAt(query) == '?' ? query : start, end, Kind.URL);
    }
    int path = personalPath(text, hostEnd, query);
    if (path > 0) {
      out.add(path, query, Kind.URL);
    }
    return end;
  }

  private static int schemeEnd(String text, int start, int slashes) {
    int end = start;
    while (end < slashes && Chars.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isFile(String text, int start) {
    return text.regionMatches(true, start, "file:", 0, 5);
  }

  /** A query or fragment that carries something: {@code ?a=b}, {@code #access_token=…}. */
  private static boolean hasValue(String text, int from, int end) {
    int equals = Chars.first(text, '=', from, end - 1);
    return equals > 0 || (text.charAt(from) == '?' && end - from > 1);
  }

  private static int authorityEnd(String text, int from, int end) {
    int at = from;
    // A password may hold any mark: the last @ before the first blank ends the credentials.
    int credentials = Chars.last(text, '@', from, end);
    while (at < end && "/?#".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (credentials > at && Chars.first(text, ':', from, at) > 0 && isPassword(text, from, at)) {
      at = credentials;
      while (at < end && "/?#".indexOf(text.charAt(at)) < 0) {
        at++;
      }
    }
    return at;
  }

  /** {@code ftp://jane:secr}: a text that was cut off before its {@code @}. */
  private static boolean isCutPassword(String text, int host, int hostEnd, int end) {
    int colon = Chars.first(text, ':', host, hostEnd);
    return colon > host
        && hostEnd == end
        && end - colon > 2
        && text.charAt(host) != '['
        && "{$<%[(*".indexOf(text.charAt(colon + 1)) < 0
        && !text.regionMatches(true, colon + 1, "port", 0, 4)
        && isPassword(text, host, hostEnd)
        && (end == text.length() || !Chars.isAlnum(text.charAt(end)));
  }

  /** Behind the colon stands something else than a port. */
  private static boolean isPassword(String text, int from, int to) {
    int colon = Chars.first(text, ':', from, to);
    for (int i = colon + 1; i < to; i++) {
      if (!Chars.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPrivate(String text, int from, int end) {
    int hostEnd = from;
    while (hostEnd < end && text.charAt(hostEnd) != ':') {
      hostEnd++;
    }
    if (hostEnd == from
        || text.charAt(from) == '['
        || LOCAL.contains(text, from, hostEnd)
        || Placeholders.at(text, from)) {
      return false;
    }
    int dot = hostEnd - 1;
    while (dot > from && text.charAt(dot) != '.') {
      dot--;
    }
    if (dot <= from) {
      return (!Words.isCommon(text, from, hostEnd)
              && Chars.isLetter(text.charAt(from))
              && hostEnd - from > 2)
          || PRIVATE.contains(text, from, hostEnd);
    }
    return PRIVATE.contains(text, dot + 1, hostEnd);
  }

  /** The separator in front of a folder that belongs to a person, or 0. */
  private static int personalPath(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == '/') {
        boolean person =
            text.startsWith("~", i + 1)
                || text.regionMatches(true, i, "/users/", 0, 7)
                || text.regionMatches(true, i, "/user/", 0, 6)
                || text.regionMatches(true, i, "/home/", 0, 6)
                || text.regionMatches(true, i, "/patients/", 0, 10)
                || text.regionMatches(true, i, "/in/", 0, 4)
                || text.regionMatches(true, i, "/u/", 0, 3)
                || text.regionMatches(true, i, "/services/", 0, 10)
                || text.regionMatches(true, i, "/webhooks/", 0, 10)
                || text.regionMatches(true, i, "/profile/", 0, 9);
        if (person
            && end - i > 4
            && text.charAt(Math.min(end - 1, text.indexOf('/', i + 1) + 1)) != '{') {
          return i;
        }
      }
    }
    return 0;
  }

  private static boolean isSchemeChar(char c) {
    return Chars.isAlnum(c) || c == '+' || c == '-' || c == '.' || c == ':';
  }

  private static boolean isUrlChar(char c) {
    return c > ' '
        && c != '"'
        && c != '<'
        && c != '>'
        && c != '`'
        && c != '\u00a0'
        && c != '\''
        && c != '|'
        && c != '\u3002'
        && c != '\uff0c';
  }
}
