package dev.candor.telemetry.scrub;

import java.util.List;

/**
 * An error rebuilt from its frames; no message, no path. Every name in it fits {@link
 * Grammars#isTypeName} or {@link Grammars#isFrameName}: what does not is {@code unknown}.
 *
 * @param chain the error that surfaced, its causes, then what was suppressed or grouped; each with
 *     the most recent call first
 */
public record RebuiltError(List<Link> chain) {
  /** Stands for every name that does not fit. */
  public static final String UNKNOWN = "unknown";

  /** Links of one chain at most; the outermost are kept. */
  static final int MAX_LINKS = 16;

  /** Frames of one link at most; the most recent are kept. */
  static final int MAX_FRAMES = 100;

  private static final int MAX_LINE = 9_999_999;

  /** Copies the list. */
  public RebuiltError {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("chain must not be empty");
    }
  }

  /** One error: its type and its calls. */
  public record Link(String type, List<Frame> frames) {
    /** Checks the type and copies the list. */
    public Link {
      type = Grammars.isTypeName(type) ? type : UNKNOWN;
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
  public record Frame(String module, String function, int line, boolean inApp) {
    /** Checks the names and the line. */
    public Frame {
      module = Grammars.isFrameName(module) ? module : UNKNOWN;
      function = Grammars.isFrameName(function) ? function : UNKNOWN;
      line = line < 0 || line > MAX_LINE ? 0 : line;
    }
  }
}
