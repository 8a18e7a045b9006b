package dev.candor.telemetry.scrub;

import org.jspecify.annotations.Nullable;

/**
 * Elements of DICOM as {@code dcmdump}, pydicom, dcm4che and the JSON model of the standard write
 * them. A tag tells what its value is: who, where, which device, by the basic profile of PS3.15.
 */
final class DicomTags {
  /** How a tag begins whose group holds such elements. */
  static final String[] STARTS = {
    "(0008,", "(0010,", "(0018,", "(0020,", "(0032,", "(0038,", "(0040,", "\"0008", "\"0010",
    "\"0018", "\"0020", "\"0032", "\"0038", "\"0040", " pn "
  };

  private static final int MAX_LINE = 400;
  private static final int MAX_NAME = 64;
  private static final int TAG = 8;

  private DicomTags() {}

  static void verify(String text, int start, int end, Findings out) {
    char open = text.charAt(start);
    if (open == ' ') {
      bare(text, start, end, out);
      return;
    }
    int digits = start + 1;
    int element = digits + 4;
    if (open == '(') {
      element += text.startsWith(", ", element) ? 2 : 1;
    }
    int close = element + 4;
    if (close >= text.length() || !isHex(text, digits, 4) || !isHex(text, element, 4)) {
      return;
    }
    int tag = hex(text, digits) << 16 | hex(text, element);
    if (open == '"') {
      json(text, close, kind(tag), out);
    } else if (text.charAt(close) == ')') {
      line(text, close + 1, tag, out);
    }
  }

  /** {@code 00100010 PN DOE^JANE}. */
  private static void bare(String text, int start, int end, Findings out) {
    if (start >= TAG
        && isHex(text, start - TAG, TAG)
        && (start == TAG || !Chars.isAlnum(text.charAt(start - TAG - 1)))) {
      add(text, end, lineEnd(text, end), Kind.NAME, out);
    }
  }

  /** {@code "00100020":{"vr":"LO","Value":["4711"]}}: all values of the list. */
  private static void json(String text, int from, @Nullable Kind kind, Findings out) {
    int limit = Math.min(text.length(), from + MAX_NAME);
    int vr = indexOf(text, "vr", from, limit);
    int value = indexOf(text, "Value", from, limit);
    int open = value < 0 ? -1 : Extents.indexOf(text, '[', value, 12);
    int close = open < 0 ? -1 : Extents.indexOf(text, ']', open, MAX_LINE);
    boolean person = vr > 0 && vr < value && indexOf(text, "PN", vr, value) > 0;
    Kind found = person ? Kind.NAME : kind;
    if (close > open + 1 && found != null) {
      add(text, open + 1, close, found, out);
    }
  }

  private static void line(String text, int from, int tag, Findings out) {
    int end = lineEnd(text, from);
    int vr = from + 1;
    boolean known = isVr(text, vr, end);
    int labelled = known ? -1 : labelledVr(text, from, end);
    int type = known ? vr : labelled;
    boolean person = type > 0 && text.regionMatches(true, type, "PN", 0, 2);
    Kind kind = person ? Kind.NAME : kind(tag);
    if (kind == null) {
      return;
    }
    int open = Extents.indexOf(text, '[', from, end - from);
    if (open > 0) {
      int close = text.lastIndexOf(']', end - 1);
      add(text, open + 1, close > open ? close : end, kind, out);
      return;
    }
    int value = type > 0 ? type + 2 : sign(text, from, end);
    value += value > 0 && value < end && text.charAt(value) == ':' ? 1 : 0;
    if (value > 0) {
      add(text, value, end, kind, out);
    }
  }

  /** Behind a tag that only a name and a sign follow. */
  private static int sign(String text, int from, int end) {
    for (int i = from; i < end && i - from < MAX_NAME; i++) {
      if (text.charAt(i) == ':' || text.charAt(i) == '=') {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean isVr(String text, int at, int end) {
    return at + 2 < end
        && text.charAt(at - 1) == ' '
        && Chars.isLetter(text.charAt(at))
        && Chars.isLetter(text.charAt(at + 1))
        && text.charAt(at + 2) == ' ';
  }

  /** {@code Patient's Name PN: 'DOE^JANE'}: two letters between a blank and a colon, or -1. */
  private static int labelledVr(String text, int from, int end) {
    for (int i = from + 1; i + 2 < end && i - from < MAX_NAME; i++) {
      if (text.charAt(i + 2) == ':'
          && text.charAt(i - 1) == ' '
          && Chars.isLetter(text.charAt(i))
          && Chars.isLetter(text.charAt(i + 1))) {
        return i;
      }
    }
    return -1;
  }

  /** Where the value may end at most: the line, or the comment that {@code dcmdump} adds. */
  private static int lineEnd(String text, int from) {
    int end = from;
    int limit = Math.min(text.length(), from + MAX_LINE);
    while (end < limit
        && text.charAt(end) != '\n'
        && text.charAt(end) != '\r'
        && !text.startsWith(" # ", end)
        && !text.startsWith(" (00", end)) {
      end++;
    }
    return end;
  }

  private static void add(String text, int from, int to, Kind kind, Findings out) {
    int start = from;
    int end = to;
    while (start < end && " \t'\"\\".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " \t'\"\\,;".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean value = false;
    for (int i = start; i < end && !value; i++) {
      value = Character.isLetterOrDigit(text.charAt(i));
    }
    if (value
        && text.charAt(start) != '('
        && !Placeholders.at(text, start)
        && !Words.isNoValue(text, start, end)
        && !text.startsWith("1.2.840.10008.", start)) {
      out.add(start, end, kind);
    }
  }

  private static @Nullable Kind kind(int tag) {
    int element = tag & 0xffff;
    return switch (tag >>> 16) {
      case 0x0008 -> identity(element);
      case 0x0010 -> patient(element);
      case 0x0018 -> element >= 0x1000 && element <= 0x1008 ? Kind.ID : null;
      case 0x0020 ->
          switch (element) {
            case 0x000d, 0x000e, 0x0010, 0x0052, 0x0200 -> Kind.ID;
            default -> null;
          };
      case 0x0032 -> element == 0x1032 || element == 0x1033 ? Kind.NAME : null;
      case 0x0038 -> element == 0x0010 ? Kind.ID : stay(element);
      case 0x0040 -> procedure(element);
      default -> null;
    };
  }

  private static @Nullable Kind identity(int element) {
    return switch (element) {
      case 0x0018, 0x0050, 0x0094, 0x1155, 0x3010 -> Kind.ID;
      case 0x0054, 0x1010 -> Kind.HOST;
      case 0x0080, 0x0081, 0x0082, 0x0090, 0x0092, 0x0096, 0x1040, 0x1041 -> Kind.NAME;
      default -> element >= 0x1048 && element <= 0x1072 ? Kind.NAME : null;
    };
  }

  /** All that is told of a patient, but what many have in common: sex, age, size, weight. */
  private static @Nullable Kind patient(int element) {
    return switch (element) {
      case 0x0020, 0x0030, 0x0032, 0x0050, 0x1000, 0x1090, 0x2154 -> Kind.ID;
      case 0x0022, 0x0040, 0x1010, 0x1020, 0x1030, 0x21a0, 0x21c0, 0x2201, 0x2202, 0x2203, 0x2292 ->
          null;
      default -> Kind.NAME;
    };
  }

  private static @Nullable Kind stay(int element) {
    return element == 0x0300 || element == 0x0400 || element == 0x4000 ? Kind.NAME : null;
  }

  private static @Nullable Kind procedure(int element) {
    return switch (element) {
      case 0x0009, 0x0253, 0x1001, 0x2016, 0x2017, 0xa124 -> Kind.ID;
      case 0x0001, 0x0010, 0x0241, 0x0242 -> Kind.HOST;
      case 0x0006, 0x0011, 0x0243, 0x1010, 0x2008, 0xa123 -> Kind.NAME;
      default -> null;
    };
  }

  private static boolean isHex(String text, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (i >= text.length() || !Chars.isHex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int hex(String text, int from) {
    return Integer.parseInt(text, from, from + 4, 16);
  }

  private static int indexOf(String text, String word, int from, int limit) {
    for (int i = from; i + word.length() <= limit; i++) {
      if (text.regionMatches(true, i, word, 0, word.length())) {
        return i;
      }
    }
    return -1;
  }
}
