package dev.candor.telemetry.scrub;

import java.util.List;

/**
 * An error rebuilt from its frames; no message, no path.
 *
 * @param chain the error that surfaced and its causes; each with the most recent call first
 */
public record RebuiltError(List<Link> chain) {
  /** Copies the list. */
  public RebuiltError {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("chain must not be empty");
    }
  }

  /** One error: its type and its calls. */
  public record Link(String type, List<Frame> frames) {
    /** Copies the list. */
    public Link {
      frames = List.copyOf(frames);
    }
  }

  /**
   * One call.
   *
   * @param module the class, or the dotted path of a file below its package root
   * @param function the method or function
   * @param line the line, 0 if unknown
   * @param inApp whether it belongs to the application rather than to a library or the language
   */
  public record Frame(String module, String function, int line, boolean inApp) {}
}
