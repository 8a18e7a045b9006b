package dev.candor.telemetry.scrub;

/**
 * The sanitizer failed at a text, and says nothing of it: neither words nor a cause. A type of its
 * own, since what an application's objects throw on the same way is not our fault.
 */
public final class SanitizerFault extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Without any word of the text. */
  public SanitizerFault() {
    super("the sanitizer failed");
  }
}
