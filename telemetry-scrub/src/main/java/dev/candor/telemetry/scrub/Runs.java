package dev.candor.telemetry.scrub;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Long runs without blanks: random ones are keys, readable ones are encoded text. */
final class Runs {
  private static final int MAX_DECODED = 65_536;
  // Picture data and the like: no text of ours is that long without a blank.
  private static final int MAX_OPAQUE = 88;
  // Chance makes no bytes read like so much text.
  private static final int MIN_TEXT = 16;
  // Under a label, a short value may be encoded too.
  private static final int MIN_WHOLE = 8;

  private Runs() {}

  /** Looks at the runs that are long enough. */
  static void scan(String text, Marks runs, TextSanitizer sanitizer, int depth, Findings out) {
    for (int at = runs.nextTwelve(0); at >= 0; ) {
      int end = runs.nextClear(at + Gate.RUN_LENGTH);
      verify(text, at, end, sanitizer, depth, out);
      at = runs.nextTwelve(end);
    }
  }

  private static void verify(
      String text, int from, int end, TextSanitizer sanitizer, int depth, Findings out) {
    int start = from;
    boolean digit = false;
    boolean cut = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      digit |= Chars.isDigit(c);
      cut |= isCut(c);
      // "key=c2VjcmV0" and "/a/b=" : what is encoded starts behind the last sign inside.
      if (c == '=' && i < end - 1 && text.charAt(i + 1) != '=') {
        start = i + 1;
      }
    }
    // One word of letters, such as a name of a class, is neither random nor made of parts.
    if (!decoded(text, start, end, sanitizer, depth, out) && (digit || cut)) {
      parts(text, start, end, sanitizer, depth, out);
    }
  }

  private static boolean isCut(char c) {
    return c == '/' || c == '=' || c == '-' || c == '_';
  }

  /** Parts between slashes and dashes may each be random or encoded. */
  private static void parts(
      String text, int from, int end, TextSanitizer sanitizer, int depth, Findings out) {
    if (Secrets.isRandom(text, from, end) || isOpaque(text, from, end)) {
      out.add(from, end, Kind.SECRET);
      return;
    }
    int start = from;
    for (int i = from; i <= end; i++) {
      if (i == end || isCut(text.charAt(i))) {
        if (i - start >= Gate.RUN_LENGTH && (start > from || i < end)) {
          if (!decoded(text, start, i, sanitizer, depth, out) && Secrets.isRandom(text, start, i)) {
            out.add(start, i, Kind.SECRET);
          }
        }
        start = i + 1;
      }
    }
  }

  /** Long, with both cases and digits, and no words in it. */
  private static boolean isOpaque(String text, int from, int end) {
    if (end - from < MAX_OPAQUE) {
      return false;
    }
    int upper = 0;
    int lower = 0;
    int digits = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      upper += Chars.isUpper(c) ? 1 : 0;
      lower += Chars.isLower(c) ? 1 : 0;
      digits += Chars.isDigit(c) ? 1 : 0;
    }
    int tenth = (end - from) / 20;
    return upper > tenth && lower > tenth && digits > tenth;
  }

  /** The text that a whole value stands for as base64 or hex, or null. */
  static @Nullable String plain(String value) {
    return plain(value, 0, value.length());
  }

  /** The text that a range stands for as base64 or hex, or null; allocates nothing for null. */
  static @Nullable String plain(String text, int from, int end) {
    if (end - from < MIN_WHOLE) {
      return null;
    }
    for (int i = from; i < end; i++) {
      if (!Gate.isRunChar(text.charAt(i))) {
        return null;
      }
    }
    String hex = hex(text, from, end);
    return hex != null ? hex : base64(text, from, end);
  }

  private static boolean decoded(
      String text, int from, int end, TextSanitizer sanitizer, int depth, Findings out) {
    if (depth <= 0 || end - from < Gate.RUN_LENGTH) {
      return false;
    }
    String plain = hex(text, from, end);
    if (plain == null) {
      plain = base64(text, from, end);
    }
    if (plain == null) {
      return false;
    }
    Kind kind = sanitizer.firstKind(plain, depth - 1);
    if (kind != null) {
      out.add(from, end, kind);
    }
    return kind != null || isText(plain);
  }

  /** Words with blanks between them, in which nothing was found; a password has none. */
  private static boolean isText(String plain) {
    int letters = 0;
    int blanks = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      blanks += c == ' ' && i > 0 && i < plain.length() - 1 ? 1 : 0;
    }
    return blanks > 0 && plain.length() >= MIN_TEXT && letters * 2 > plain.length();
  }

  private static @Nullable String hex(String text, int from, int end) {
    if ((end - from) % 2 != 0 || end - from > MAX_DECODED) {
      return null;
    }
    int following = 0;
    for (int i = from; i < end; i += 2) {
      int high = Chars.hexValue(text.charAt(i));
      int low = Chars.hexValue(text.charAt(i + 1));
      following = high < 0 || low < 0 ? -1 : following(following, high * 16 + low);
      if (following < 0) {
        return null;
      }
    }
    byte[] bytes = new byte[(end - from) / 2];
    for (int i = 0; i < bytes.length; i++) {
      int at = from + 2 * i;
      bytes[i] =
          (byte) (Chars.hexValue(text.charAt(at)) * 16 + Chars.hexValue(text.charAt(at + 1)));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The text that a run of base64 or base64url stands for, or null if it is none. */
  private static @Nullable String base64(String text, int from, int end) {
    int to = end;
    while (to > from && text.charAt(to - 1) == '=') {
      to--;
    }
    int length = Math.min(to - from, MAX_DECODED);
    if (length % 4 == 1) {
      length--;
    }
    if (length < 8 || !readable(text, from, length)) {
      return null;
    }
    byte[] bytes = new byte[length * 3 / 4];
    int bits = 0;
    int value = 0;
    int count = 0;
    for (int i = from; i < from + length; i++) {
      value = value << 6 | digit(text.charAt(i));
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes[count++] = (byte) (value >> bits);
      }
    }
    return new String(bytes, 0, count, StandardCharsets.UTF_8);
  }

  /** Whether the bytes are text in UTF-8: most words and random runs end here, before any copy. */
  private static boolean readable(String text, int from, int length) {
    int bits = 0;
    int value = 0;
    int following = 0;
    for (int i = from; i < from + length; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return false;
      }
      value = (value << 6 | digit) & 0xffff;
      bits += 6;
      if (bits < 8) {
        continue;
      }
      bits -= 8;
      int b = (value >> bits) & 0xff;
      following = following(following, b);
      if (following < 0) {
        return false;
      }
    }
    return true;
  }

  /** How many bytes still belong to a character of UTF-8, or -1 if this byte is not text. */
  private static int following(int before, int b) {
    if (before > 0) {
      return b >> 6 == 2 ? before - 1 : -1;
    }
    if (b < 0x80) {
      return (b < 32 && b != 10 && b != 13 && b != 9) || b == 127 ? -1 : 0;
    }
    if (b < 0xc2 || b > 0xf4) {
      return -1;
    }
    return b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : 1;
  }

  private static int digit(char c) {
    if (Chars.isUpper(c)) {
      return c - 'A';
    }
    if (Chars.isLower(c)) {
      return c - 'a' + 26;
    }
    if (Chars.isDigit(c)) {
      return c - '0' + 52;
    }
    return switch (c) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      default -> -1;
    };
  }
}
