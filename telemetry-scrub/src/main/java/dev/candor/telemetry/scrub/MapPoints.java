package dev.candor.telemetry.scrub;

/**
 * Latitude and longitude without a label: two fractions in the range of degrees, with letters of
 * the compass at both, or near a word of maps. A stage has positions too.
 */
final class MapPoints {
  private static final WordSet HINTS =
      WordSet.of(
          """
          gps geo lat lon lng latlng wgs wgs84 exif photo photograph picture map maps located near
          parked lives taken whereabouts foto karte carte mapa mappa standort
          """);

  private static final int MIN_FRACTION = 4;
  private static final int MAX_FRACTION = 8;
  private static final int BEFORE = 40;
  private static final int BEHIND = 12;

  private MapPoints() {}

  /** {@code photo taken at 33.98225, -57.02597}; the end of what starts at {@code from}, or 0. */
  static int verify(String text, int from, int wholeEnd, Findings out) {
    int first = fractionEnd(text, from, wholeEnd, 90);
    if (first == 0) {
      return 0;
    }
    int at = first;
    boolean behind = isCompass(text, at);
    at += behind ? 1 : 0;
    int gap = at;
    while (at < text.length() && at - gap < 3 && ", ;/".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean front = isCompass(text, at) && isCompass(text, from - 1);
    int sign = front ? at + 1 : at;
    int second = sign < text.length() && "+-".indexOf(text.charAt(sign)) >= 0 ? sign + 1 : sign;
    int end = fractionEnd(text, second, Numbers.groupEnd(text, second), 180);
    if (at == gap || end == 0) {
      return 0;
    }
    boolean compass = front || (behind && isCompass(text, end));
    int last = behind && compass && !front ? end + 1 : end;
    boolean bound = last == text.length() || !Chars.isAlnum(text.charAt(last));
    if (!bound
        || !(compass || hasHint(text, from - BEFORE, from) || hasHint(text, end, end + BEHIND))) {
      return 0;
    }
    int start = from > 0 && "+-".indexOf(text.charAt(from - 1)) >= 0 ? from - 1 : from;
    out.add(front ? start - 1 : start, last, Kind.ID);
    return last;
  }

  /** Behind a fraction of at most {@code max}, or 0. */
  private static int fractionEnd(String text, int from, int wholeEnd, int max) {
    int length = wholeEnd - from;
    if (length < 1 || length > 3 || !text.startsWith(".", wholeEnd)) {
      return 0;
    }
    int end = Numbers.groupEnd(text, wholeEnd + 1);
    int digits = end - wholeEnd - 1;
    boolean degrees = Integer.parseInt(text, from, wholeEnd, 10) <= max;
    return degrees && digits >= MIN_FRACTION && digits <= MAX_FRACTION ? end : 0;
  }

  private static boolean isCompass(String text, int at) {
    return at >= 0
        && at < text.length()
        && "NSEWOnsewo".indexOf(text.charAt(at)) >= 0
        && (at == 0 || !Chars.isLetter(text.charAt(at - 1)))
        && (at + 1 == text.length() || !Chars.isLetter(text.charAt(at + 1)));
  }

  private static boolean hasHint(String text, int from, int to) {
    int end = Math.min(to, text.length());
    for (int at = Math.max(0, from); at < end; at++) {
      int stop = Labels.wordEnd(text, at);
      boolean start = at == 0 || !Chars.isLetter(text.charAt(at - 1));
      if (start && stop > at && HINTS.contains(text, at, stop)) {
        return true;
      }
      at = Math.max(at, stop);
    }
    return false;
  }
}
