package dev.candor.telemetry.scrub;

/**
 * Full-match grammars of typed values. A value that does not fit is dropped by the caller, never
 * cleaned.
 */
public final class Grammars {
  private Grammars() {}

  /** A dotted type name such as {@code java.io.IOException} or {@code OSError}. */
  public static boolean isTypeName(String value) {
    throw new UnsupportedOperationException("to be written");
  }

  /** A version or commit: letters, digits, {@code . + - _}, at most 64. */
  public static boolean isVersion(String value) {
    throw new UnsupportedOperationException("to be written");
  }

  /** A UUIDv7 in lower case. */
  public static boolean isSessionId(String value) {
    throw new UnsupportedOperationException("to be written");
  }
}
