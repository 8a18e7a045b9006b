package dev.candor.telemetry.collector;

/**
 * The Collector cannot be found, built, started or stopped. The message is one line that says what
 * to do.
 */
public final class CollectorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CollectorException(String message) {
    super(message);
  }

  CollectorException(String message, Throwable cause) {
    super(message, cause);
  }
}
