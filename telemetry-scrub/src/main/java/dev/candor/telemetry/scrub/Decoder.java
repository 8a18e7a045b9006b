package dev.candor.telemetry.scrub;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Undoes one layer of writing: percent signs, JSON and {@code \}{@code u} escapes, HTML entities,
 * full-width forms, characters without width. Remembers where each character came from, so that a
 * finding in the plain text becomes a range of the written one.
 */
final class Decoder {
  private static final int MAX_ENTITY = 12;

  private final String text;
  private final StringBuilder plain;
  private int[] origins;
  private int at;

  // Forms write a blank as a plus.
  private final boolean form;

  private Decoder(String text) {
    this.text = text;
    this.form = isForm(text);
    this.plain = new StringBuilder(text.length());
    this.origins = new int[text.length() + 1];
  }

  /** Decodes one layer, or answers null if there is nothing to decode. */
  static @Nullable Decoder decode(String text) {
    if (!mayHold(text)) {
      return null;
    }
    Decoder decoder = new Decoder(text);
    return decoder.run() ? decoder : null;
  }

  /** Whether anything looks like an escape; asked first, because a decoder needs memory. */
  private static boolean mayHold(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        if (Gate.of(c) != 0) {
          return true;
        }
      } else if (c == '%' || c == '\\' || c == '&') {
        char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
        if ((c == '%' && Chars.isHex(next))
            || (c == '\\' && "\"\\/'nrtbfuxU".indexOf(next) >= 0)
            || (c == '&' && (next == '#' || Chars.isLetter(next)))) {
          return true;
        }
      }
    }
    return false;
  }

  String plain() {
    return plain.toString();
  }

  /** Where the plain character at {@code index} was written. */
  int origin(int index) {
    return index < plain.length() ? origins[index] : text.length();
  }

  private boolean run() {
    boolean changed = false;
    while (at < text.length()) {
      int from = at;
      char c = text.charAt(at);
      boolean decoded =
          switch (c) {
            case '%' -> percent(from);
            case '\\' -> escape(from);
            case '&' -> entity(from);
            case '+' -> form && plus(from);
            default -> c >= 128 && unusual(from, c);
          };
      if (!decoded) {
        append(c, from);
        at = from + 1;
      }
      changed |= decoded;
    }
    return changed;
  }

  private boolean plus(int from) {
    if (from + 1 < text.length()
        && Chars.isAlnum(text.charAt(from + 1))
        && from > 0
        && text.charAt(from - 1) != '=') {
      append(' ', from);
      at = from + 1;
      return true;
    }
    return false;
  }

  /** Pairs joined by an ampersand, with a plus in them. */
  private static boolean isForm(String text) {
    int plus = text.indexOf('+');
    int pair = plus < 0 ? -1 : text.indexOf('&');
    return pair >= 0 && text.indexOf('=', pair) > 0;
  }

  private void append(int codePoint, int from) {
    int before = plain.length();
    plain.appendCodePoint(codePoint);
    if (plain.length() > origins.length) {
      origins = Arrays.copyOf(origins, origins.length * 2 + 2);
    }
    Arrays.fill(origins, before, plain.length(), from);
  }

  /** One character of UTF-8 written as percent signs. */
  private boolean percent(int from) {
    int first = octet(from);
    if (first < 0) {
      return false;
    }
    int more = first < 0x80 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
    int codePoint = more == 0 ? first : first & (0x3f >> more);
    int next = from + 3;
    for (int i = 0; i < more; i++) {
      int octet = octet(next);
      if (octet < 0x80 || octet > 0xbf) {
        codePoint = first;
        next = from + 3;
        break;
      }
      codePoint = codePoint << 6 | (octet & 0x3f);
      next += 3;
    }
    append(codePoint <= Character.MAX_CODE_POINT ? codePoint : '?', from);
    at = next;
    return true;
  }

  private int octet(int from) {
    if (from + 2 >= text.length() || text.charAt(from) != '%') {
      return -1;
    }
    int high = Chars.hexValue(text.charAt(from + 1));
    int low = Chars.hexValue(text.charAt(from + 2));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private boolean escape(int from) {
    if (from + 1 >= text.length()) {
      return false;
    }
    char c = text.charAt(from + 1);
    int simple = "\"\\/'".indexOf(c);
    int blank = "nrtbf".indexOf(c);
    if (simple >= 0) {
      append(c, from);
    } else if (blank >= 0) {
      append("\n\r\t\b\f".charAt(blank), from);
    } else if (c == 'u' || c == 'x' || c == 'U') {
      return unicode(from, c);
    } else {
      return false;
    }
    at = from + 2;
    return true;
  }

  private boolean unicode(int from, char kind) {
    int digits = kind == 'x' ? 2 : kind == 'U' ? 8 : 4;
    int start = from + 2;
    int end = start + digits;
    if (kind == 'u' && start < text.length() && text.charAt(start) == '{') {
      start++;
      end = Chars.first(text, '}', start, Math.min(text.length(), start + 7));
      if (end < 0) {
        return false;
      }
    }
    long value = number(start, end, 16);
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      return false;
    }
    append((int) value, from);
    at = start == from + 2 ? end : end + 1;
    return true;
  }

  private long number(int from, int end, int radix) {
    if (end > text.length() || end <= from || end - from > 8) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < end; i++) {
      int digit = Chars.hexValue(text.charAt(i));
      if (digit < 0 || digit >= radix) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }

  private boolean entity(int from) {
    int limit = Math.min(text.length(), from + MAX_ENTITY);
    int end = from + 1;
    while (end < limit && (Chars.isAlnum(text.charAt(end)) || text.charAt(end) == '#')) {
      end++;
    }
    if (end == from + 1) {
      return false;
    }
    boolean closed = end < text.length() && text.charAt(end) == ';';
    long value =
        text.charAt(from + 1) == '#'
            ? reference(from + 2, end)
            : closed ? Entities.character(text, from + 1, end) : -1;
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      return false;
    }
    append((int) value, from);
    at = closed ? end + 1 : end;
    return true;
  }

  private long reference(int from, int end) {
    boolean hex = from < end && Chars.lower(text.charAt(from)) == 'x';
    return number(hex ? from + 1 : from, end, hex ? 16 : 10);
  }

  private boolean unusual(int from, char c) {
    if (c >= '\uff01' && c <= '\uff5e') {
      append(c - 0xfee0, from);
    } else if (c == '\u3002') {
      append('.', from);
    } else if (!Gate.isInvisible(c)) {
      return false;
    }
    at = from + 1;
    return true;
  }
}
