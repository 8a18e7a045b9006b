package dev.candor.telemetry.scrub;

/**
 * Writes a rebuilt error as text with one fixed grammar for all languages, and checks text against
 * that grammar.
 */
public final class ErrorText {
  private ErrorText() {}

  /** Writes the error; at most {@code maxLength} characters, cut at a whole line. */
  public static String write(RebuiltError error, int maxLength) {
    throw new UnsupportedOperationException("to be written");
  }

  /** Tells whether every line of a text is one that {@link #write} could have written. */
  public static boolean matches(String text) {
    throw new UnsupportedOperationException("to be written");
  }
}
