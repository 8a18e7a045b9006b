package dev.candor.telemetry.scrub;

/** Messages between the systems of a clinic: segments of HL7 v2, names in the JSON of FHIR. */
final class HealthRecords {
  /** Segments that are about persons as a whole. */
  private static final WordSet PERSONS = WordSet.of("pid nk1 gt1 in1 in2");

  /** How segments and names begin. */
  static final String[] STARTS = {
    "pid|",
    "nk1|",
    "gt1|",
    "in1|",
    "in2|",
    "pv1|",
    "obr|",
    "orc|",
    "msh|",
    "\"family",
    "\"given",
    "\"line"
  };

  private static final int MAX_SEGMENT = 2_000;
  private static final int MAX_LIST = 200;

  private HealthRecords() {}

  static void verify(String text, int start, int end, Findings out) {
    char last = text.charAt(end - 1);
    if (last == ':' || last == ';') {
      ContactCards.verify(text, start, end, out);
      return;
    }
    if (text.charAt(start) == '"') {
      name(text, start, end, out);
      return;
    }
    char before = start > 0 ? text.charAt(start - 1) : 0;
    if (before == '|' || (Chars.isAlnum(before) && !isBreak(text, start - 2))) {
      return;
    }
    int to = segmentEnd(text, end);
    if (PERSONS.contains(text, start, end - 1)) {
      int fields = Extents.indexOf(text, '|', end, to - end);
      if (fields > 0 && to > fields + 1) {
        out.add(end, to, Kind.NAME);
      }
      return;
    }
    int field = end;
    for (int number = 1; field < to; number++) {
      int bar = Extents.indexOf(text, '|', field, to - field);
      int stop = bar < 0 ? to : bar;
      boolean house = Chars.lower(text.charAt(start)) == 'm' && (number == 3 || number == 5);
      if (house && stop - field > 2 && !Placeholders.at(text, field)) {
        out.add(field, stop, Kind.NAME);
      }
      field(text, field, stop, number, out);
      field = stop + 1;
    }
  }

  /** A field of an order: its numbers, and the persons and places whose parts a caret joins. */
  private static void field(String text, int from, int end, int number, Findings out) {
    if ((number == 2 || number == 3 || number == 19) && Extents.digits(text, from, end) >= 3) {
      out.add(from, end, Kind.ID);
      return;
    }
    int caret = Extents.indexOf(text, '^', from, end - from);
    for (int at = from; caret >= 0 && at < end; at++) {
      int stop = Math.min(end, Names.wordStop(text, at));
      if (stop - at >= 3 && Names.startsName(text, at) && !Words.isCommon(text, at, stop)) {
        out.add(from, end, Kind.NAME);
        return;
      }
      at = Math.max(at, stop);
    }
  }

  /** A segment ends with its line, also where the break is written as an escape. */
  private static int segmentEnd(String text, int from) {
    int end = from;
    int limit = Math.min(text.length(), from + MAX_SEGMENT);
    while (end < limit && text.charAt(end) >= ' ' && text.charAt(end) != '"') {
      if (isBreak(text, end)) {
        break;
      }
      end++;
    }
    return end;
  }

  private static boolean isBreak(String text, int at) {
    return at >= 0 && (text.startsWith("\\r", at) || text.startsWith("\\n", at));
  }

  /** {@code "family":"Doe","given":["Jane","H."]}; a family alone may be one of fonts. */
  private static void name(String text, int start, int end, Findings out) {
    int at = end;
    while (at < text.length() && at - end < 6 && "\\\": ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (Extents.indexOf(text, ':', end, at - end) <= 0 || at >= text.length()) {
      return;
    }
    boolean human =
        (near(text, start, "given") && near(text, start, "family"))
            || near(text, start, "HumanName")
            || (text.regionMatches(true, start, "\"line", 0, 5)
                && (near(text, start, "postalCode") || near(text, start, "\"city")));
    if (!human) {
      return;
    }
    boolean list = text.charAt(at) == '[';
    int open = list ? at + 1 : at;
    int close = Extents.indexOf(text, list ? ']' : '"', open, MAX_LIST);
    int to = close;
    while (to > open && "\\\"] ".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    while (open < to && "\\\" ".indexOf(text.charAt(open)) >= 0) {
      open++;
    }
    if (to > open && !Placeholders.at(text, open)) {
      out.add(open, to, Kind.NAME);
    }
  }

  private static boolean near(String text, int at, String word) {
    int from = Math.max(0, at - MAX_LIST);
    int limit = Math.min(text.length(), at + MAX_LIST);
    for (int i = from; i + word.length() <= limit; i++) {
      if (text.regionMatches(true, i, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
