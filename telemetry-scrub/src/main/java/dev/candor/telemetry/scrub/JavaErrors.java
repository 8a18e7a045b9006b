package dev.candor.telemetry.scrub;

import java.util.List;

/**
 * Rebuilds Java exceptions: causes and suppressed included, cycles and depth limited, no message
 * read.
 */
public final class JavaErrors {
  private JavaErrors() {}

  /**
   * Rebuilds an exception.
   *
   * @param applicationPackages prefixes of the packages that count as the application's own
   */
  public static RebuiltError rebuild(Throwable error, List<String> applicationPackages) {
    throw new UnsupportedOperationException("to be written");
  }
}
