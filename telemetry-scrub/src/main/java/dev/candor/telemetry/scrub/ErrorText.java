package dev.candor.telemetry.scrub;

import static dev.candor.telemetry.scrub.Chars.isDigit;
import static dev.candor.telemetry.scrub.Chars.isIdentifierPart;
import static dev.candor.telemetry.scrub.Chars.isIdentifierStart;

import java.util.List;

/**
 * Writes a rebuilt error as text with one fixed grammar for all languages, and checks text against
 * that grammar.
 *
 * <pre>
 * java.io.IOException
 *   at org.example.Store.write:120 *
 *   at java.lang.Thread.run:0
 * caused by java.nio.file.NoSuchFileException
 *   ... 12 more
 * </pre>
 *
 * <p>The first line is the type that surfaced; {@code caused by} starts each further link of the
 * chain. A star marks a call of the application. {@code ... n more} counts calls that were left out
 * for length; links that were left out are not counted. The grammar as one regular expression
 * stands in the README of this module.
 */
public final class ErrorText {
  static final String CAUSED_BY = "caused by ";
  static final String AT = "  at ";
  static final String MORE_BEFORE = "  ... ";
  private static final String MORE_AFTER = " more";
  private static final int MAX_NUMBER_DIGITS = 7;
  // "  ... 9999999 more" and its line break.
  private static final int MORE_RESERVE = 19;

  private ErrorText() {}

  /**
   * Writes the error; at most {@code maxLength} characters, cut at a whole line.
   *
   * @throws IllegalArgumentException if there is no room for the type of the first link
   */
  public static String write(RebuiltError error, int maxLength) {
    StringBuilder out = new StringBuilder(Math.min(maxLength, 1024));
    List<RebuiltError.Link> chain = error.chain();
    String first = chain.get(0).type();
    if (maxLength < first.length()) {
      throw new IllegalArgumentException("maxLength is too small for a type name");
    }
    for (int i = 0; i < chain.size(); i++) {
      RebuiltError.Link link = chain.get(i);
      if (i > 0) {
        if (out.length() + 1 + CAUSED_BY.length() + link.type().length() > maxLength) {
          break;
        }
        out.append('\n').append(CAUSED_BY);
      }
      out.append(link.type());
      writeFrames(link.frames(), out, share(maxLength, out.length(), chain.size() - i));
    }
    return out.toString();
  }

  /**
   * Checks whether a text is one that {@link #write} could have written: a type, then lines of the
   * grammar. Its length is not checked.
   */
  public static boolean matches(String text) {
    int end = lineEnd(text, 0);
    if (!isType(text, 0, end)) {
      return false;
    }
    while (end < text.length()) {
      int from = end + 1;
      end = lineEnd(text, from);
      if (!isLine(text, from, end)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Puts {@code unknown} in the place of each type, module and function in which a sanitizer finds
   * something: a well-formed name can hold a person's name or a key. The text stays one of the
   * grammar.
   *
   * @param text one that {@link #matches}
   * @param onFinding called for each name that is taken out
   * @throws SanitizerFault if the sanitizer fails
   */
  public static String clean(String text, Sanitizer sanitizer, Runnable onFinding) {
    return new CleanNames(sanitizer, onFinding).of(text);
  }

  /**
   * Each link may fill an even share of what is left, so that a long one leaves room for causes.
   */
  private static int share(int maxLength, int used, int linksLeft) {
    return used + (maxLength - used) / linksLeft;
  }

  private static void writeFrames(
      List<RebuiltError.Frame> frames, StringBuilder out, int maxLength) {
    for (int i = 0; i < frames.size(); i++) {
      RebuiltError.Frame frame = frames.get(i);
      String line = Integer.toString(frame.line());
      int length =
          1
              + AT.length()
              + frame.module().length()
              + 1
              + frame.function().length()
              + 1
              + line.length()
              + (frame.inApp() ? 2 : 0);
      boolean last = i == frames.size() - 1;
      if (out.length() + length + (last ? 0 : MORE_RESERVE) > maxLength) {
        if (out.length() + MORE_RESERVE <= maxLength) {
          out.append('\n').append(MORE_BEFORE).append(frames.size() - i).append(MORE_AFTER);
        }
        return;
      }
      out.append('\n').append(AT).append(frame.module()).append('.').append(frame.function());
      out.append(':').append(line).append(frame.inApp() ? " *" : "");
    }
  }

  private static boolean isLine(String text, int from, int to) {
    if (text.startsWith(AT, from)) {
      return isFrame(text, from + AT.length(), to);
    }
    if (text.startsWith(CAUSED_BY, from)) {
      return isType(text, from + CAUSED_BY.length(), to);
    }
    return text.startsWith(MORE_BEFORE, from)
        && to - from > MORE_BEFORE.length() + MORE_AFTER.length()
        && text.startsWith(MORE_AFTER, to - MORE_AFTER.length())
        && isNumber(text, from + MORE_BEFORE.length(), to - MORE_AFTER.length(), false);
  }

  private static boolean isType(String text, int from, int to) {
    if (to <= from || to - from > Grammars.MAX_NAME || !isIdentifierStart(text.charAt(from))) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (!isIdentifierPart(text.charAt(i)) && text.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isFrame(String text, int from, int to) {
    int end = to;
    if (end - from > 2 && text.charAt(end - 1) == '*' && text.charAt(end - 2) == ' ') {
      end -= 2;
    }
    int colon = end - 1;
    while (colon > from && text.charAt(colon) != ':') {
      colon--;
    }
    if (colon - from > 2 * Grammars.MAX_NAME + 1 || !isNumber(text, colon + 1, end, true)) {
      return false;
    }
    for (int dot = from + 1; dot < colon; dot++) {
      if (text.charAt(dot) == '.'
          && Grammars.isFrameName(text, from, dot)
          && Grammars.isFrameName(text, dot + 1, colon)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(String text, int from, int to, boolean zero) {
    if (to <= from || to - from > MAX_NUMBER_DIGITS) {
      return false;
    }
    if (text.charAt(from) == '0') {
      return zero && to - from == 1;
    }
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
