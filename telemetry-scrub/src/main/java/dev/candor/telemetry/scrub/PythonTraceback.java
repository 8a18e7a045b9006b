package dev.candor.telemetry.scrub;

import java.util.Optional;

/**
 * Reads the text of a Python traceback, chained ones included, and rebuilds its frames without
 * paths and messages.
 */
public final class PythonTraceback {
  private PythonTraceback() {}

  /** Rebuilds the error, or nothing if the text holds no traceback. Bounded in depth and size. */
  public static Optional<RebuiltError> parse(CharSequence text) {
    throw new UnsupportedOperationException("to be written");
  }
}
