package dev.candor.telemetry.scrub;

/** IP and MAC addresses: the whole run is parsed, so that no tail is left. */
final class Addresses {
  private static final int MAX_RUN = 64;
  private static final int MAX_MAC = 23;
  private static final WordSet VERSION_WORDS =
      WordSet.of(
          "version versions ver v firmware fw release rev revision build driver chrome sdk api tag jdk jre");

  private Addresses() {}

  /** The end of a run of hexadecimal digits, colons, dots, dashes. */
  private static int runEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < MAX_RUN && isRunChar(text.charAt(end))) {
      end++;
    }
    while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
      end--;
    }
    return end;
  }

  /** Verifies the run that starts here; returns the end of what was found, or 0. */
  static int verify(String text, int from, Findings out) {
    int end = mac(text, from, out);
    if (end > 0) {
      int start = chainStart(text, from, out);
      out.add(start, end, start < from ? Kind.ID : Kind.MAC);
      return end;
    }
    end = ip6(text, from, out);
    if (end > 0) {
      int zone = zoneEnd(text, end);
      out.add(chainStart(text, from, out), zone, Kind.IP);
      Beside.address(text, from, zone, out);
      return zone;
    }
    end = ip4(text, from);
    if (end == 0) {
      end = cutIp4(text, from);
      if (end == 0 || isVersion(text, from)) {
        return 0;
      }
      out.add(from, end, Kind.IP);
      return end;
    }
    if (end > 0 && !isVersion(text, from) && !isHarmless(text, from, end)) {
      int mask = maskEnd(text, end);
      out.add(from, mask, Kind.IP);
      Beside.address(text, from, mask, out);
      return mask;
    }
    return end;
  }

  /**
   * An address at the end of a row that is longer than an address takes the row with it: else the
   * rest of the row would end in the next one.
   */
  private static int chainStart(String text, int from, Findings out) {
    int start = out.chainStart(from);
    for (int i = start; i < from; i++) {
      if (!isRunChar(text.charAt(i)) || text.charAt(i) == '.') {
        return from;
      }
    }
    return start;
  }

  private static boolean isRunChar(char c) {
    return Chars.isHex(c) || c == ':' || c == '.' || c == '-';
  }

  /** Six or eight pairs, or three groups of four with dots. */
  private static int mac(String text, int from, Findings out) {
    if (from + 2 >= text.length()) {
      return 0;
    }
    char separator = text.charAt(from + 2);
    int at = from;
    int pairs = 0;
    if (separator == ':' || separator == '-') {
      if (isRow(text, from, separator)) {
        out.chain(from, from + MAX_MAC);
        return 0;
      }
      while (pairs < 8 && pair(text, at)) {
        pairs++;
        at += 2;
        if (pairs == 8
            || at >= text.length()
            || text.charAt(at) != separator
            || !pair(text, at + 1)) {
          break;
        }
        at++;
      }
      if (pairs == 8 && at < text.length() && text.charAt(at) == separator) {
        return 0;
      }
      return (pairs == 6 || pairs == 8) && isBound(text, at) && !isDate(text, from, at) ? at : 0;
    }
    if (from + 14 <= text.length()
        && text.charAt(from + 4) == '.'
        && text.charAt(from + 9) == '.') {
      boolean letters = false;
      for (int i = 0; i < 14; i++) {
        char c = text.charAt(from + i);
        if (i != 4 && i != 9 && !Chars.isHex(c)) {
          return 0;
        }
        letters |= Chars.isLetter(c);
      }
      return letters && isBound(text, from + 14) ? from + 14 : 0;
    }
    return 0;
  }

  /** More than eight pairs: told by the signs at both ends, whatever stands between them. */
  private static boolean isRow(String text, int from, char separator) {
    return from + MAX_MAC < text.length()
        && text.charAt(from + MAX_MAC) == separator
        && text.charAt(from + 17) == separator
        && pair(text, from + 18);
  }

  /** {@code 20-26-11-20-17-28}: six decimal pairs may be a time, but not with letters in them. */
  private static boolean isDate(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (Chars.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return text.charAt(from + 2) == '-'
        && (text.startsWith("20", from) || text.startsWith("19", from));
  }

  private static boolean pair(String text, int at) {
    return at + 1 < text.length()
        && Chars.isHex(text.charAt(at))
        && Chars.isHex(text.charAt(at + 1));
  }

  private static boolean isBound(String text, int end) {
    return end >= text.length() || !Chars.isAlnum(text.charAt(end));
  }

  /** Parses the whole run; a run that ends in dots and digits holds an IPv4 address at its end. */
  private static int ip6(String text, int from, Findings out) {
    int end = Math.min(text.length(), from + MAX_RUN);
    int colons = 0;
    int digits = 0;
    int groups = 0;
    int length = 0;
    boolean compressed = false;
    boolean letters = false;
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      if (c == ':') {
        colons++;
        if (at + 1 < end && text.charAt(at + 1) == ':') {
          if (compressed) {
            out.chain(from, at);
            return 0;
          }
          compressed = true;
        }
        length = 0;
      } else if (Chars.isHex(c)) {
        if (length++ == 0) {
          groups++;
        }
        if (length > 4) {
          return 0;
        }
        if (groups > 8) {
          out.chain(from, at);
          return 0;
        }
        letters |= Chars.isLetter(c);
        digits++;
      } else {
        break;
      }
      at++;
    }
    if (colons < 2) {
      return 0;
    }
    if (at < end && text.charAt(at) == '.' && at < runEnd(text, at)) {
      int last = Chars.last(text, ':', from, at);
      int four = last >= 0 ? ip4(text, last + 1) : 0;
      if (four == 0) {
        return 0;
      }
      at = four;
      groups += 1;
    }
    if (!isBound(text, at) || (at < text.length() && text.charAt(at) == ':')) {
      return 0;
    }
    boolean trailing = text.charAt(at - 1) == ':' && !text.startsWith("::", Math.max(from, at - 2));
    if (trailing || groups > 8) {
      return 0;
    }
    if (compressed) {
      // "::" alone and "std::abs" are no addresses, "::1" is one, but of this machine only.
      return digits > 1
              && groups >= 1
              && (groups > 1 || letters || digits > 2)
              && !isScope(text, from, at, groups)
          ? at
          : 0;
    }
    return groups == 8 ? at : 0;
  }

  /** {@code a::b} in source code. */
  private static boolean isScope(String text, int from, int end, int groups) {
    int digits = 0;
    for (int i = from; i < end; i++) {
      digits += Chars.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits == 0 && groups <= 2;
  }

  private static int zoneEnd(String text, int from) {
    int end = from;
    if (text.startsWith("%25", from) && from + 3 < text.length()) {
      end += 3;
    } else if (end < text.length() && text.charAt(end) == '%') {
      end++;
    } else {
      return maskEnd(text, from);
    }
    int start = end;
    while (end < text.length() && end - start < 20 && Chars.isAlnum(text.charAt(end))) {
      end++;
    }
    return end > start ? end : from;
  }

  private static int maskEnd(String text, int from) {
    int end = from;
    if (end + 1 < text.length() && text.charAt(end) == '/' && Chars.isDigit(text.charAt(end + 1))) {
      int digits = Numbers.groupEnd(text, end + 1);
      if (digits - end <= 4 && isBound(text, digits)) {
        end = digits;
      }
    }
    return end;
  }

  /** Four numbers up to 255; {@code [.]} counts as a dot. */
  static int ip4(String text, int from) {
    int at = from;
    for (int part = 0; part < 4; part++) {
      int end = Numbers.groupEnd(text, at);
      if (end == at || end - at > 3 || number(text, at, end) > 255) {
        return 0;
      }
      at = end;
      if (part < 3) {
        if (text.startsWith("[.]", at)) {
          at += 3;
        } else if (at < text.length() && text.charAt(at) == '.') {
          at++;
        } else {
          return 0;
        }
      }
    }
    if (at + 1 < text.length() && text.charAt(at) == '-' && Chars.isLetter(text.charAt(at + 1))) {
      // "1.2.3.4-SNAPSHOT"
      return 0;
    }
    boolean longer =
        at + 1 < text.length() && text.charAt(at) == '.' && Chars.isDigit(text.charAt(at + 1));
    boolean before =
        from > 1 && text.charAt(from - 1) == '.' && Chars.isDigit(text.charAt(from - 2));
    return isBound(text, at) && !longer && !before ? at : 0;
  }

  /**
   * {@code 192.108.148.}: three numbers and a dot, cut off behind it. No version has two numbers of
   * three digits.
   */
  private static int cutIp4(String text, int from) {
    int at = from;
    int long3 = 0;
    for (int part = 0; part < 3; part++) {
      int end = Numbers.groupEnd(text, at);
      if (end == at
          || end - at > 3
          || number(text, at, end) > 255
          || end >= text.length()
          || text.charAt(end) != '.') {
        return 0;
      }
      long3 += end - at == 3 ? 1 : 0;
      at = end + 1;
    }
    boolean before =
        from > 0 && (text.charAt(from - 1) == '.' || Chars.isAlnum(text.charAt(from - 1)));
    boolean cut = at == text.length() || text.charAt(at) <= ' ' || Labels.isQuote(text.charAt(at));
    return cut && !before && long3 > 1 && number(text, from, from + 3) < 224 ? at : 0;
  }

  static int number(String text, int from, int end) {
    int number = 0;
    for (int i = from; i < end; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  /** A version says so in front: {@code version 1.2.3.4}, {@code v1.2.3.4}, {@code lib-1.2.3.4}. */
  private static boolean isVersion(String text, int from) {
    int at = from;
    if (at > 0 && (text.charAt(at - 1) == '-' || text.charAt(at - 1) == '_')) {
      return !isLarge(text, from);
    }
    if (isPinned(text, from) || Products.isVersion(text, from)) {
      return true;
    }
    while (at > 0 && from - at < 4 && " :=\"'(/".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    int start = at;
    while (start > 0 && at - start < 12 && Chars.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return VERSION_WORDS.contains(text, start, at);
  }

  /** {@code seen_10.6.172.240}: no part of a version is that large, behind a first one of two. */
  private static boolean isLarge(String text, int from) {
    int at = from;
    int largest = 0;
    int first = number(text, from, Numbers.groupEnd(text, from));
    for (int part = 0; part < 4; part++) {
      int end = Numbers.groupEnd(text, at);
      largest = Math.max(largest, number(text, at, end));
      at = Math.min(end + 1, text.length());
    }
    return first > 9 && largest > 99;
  }

  /** {@code numpy==1.2.3.4}, {@code pkg@1.2.3.4}: no network starts with a number that small. */
  private static boolean isPinned(String text, int from) {
    boolean equal =
        from > 2 && text.charAt(from - 1) == '=' && "=~><".indexOf(text.charAt(from - 2)) >= 0;
    boolean at = from > 1 && text.charAt(from - 1) == '@' && Chars.isAlnum(text.charAt(from - 2));
    int first = number(text, from, Numbers.groupEnd(text, from));
    return equal || (at && first < 32 && first != 10);
  }

  /** This machine, no machine, all machines. */
  private static boolean isHarmless(String text, int from, int end) {
    return text.startsWith("127.", from)
        || (text.startsWith("0.0.0.0", from) && end - from == 7)
        || text.startsWith("255.255.", from);
  }
}
