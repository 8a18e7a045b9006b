package dev.candor.telemetry;

import java.util.List;

/**
 * An error rebuilt from its frames, in any language. It has no field for a message.
 *
 * <p>Every string is held against its grammar again when it is recorded; what does not fit becomes
 * {@code unknown}.
 *
 * @param language the language of the program
 * @param origin how the error came to light
 * @param chain the error and its causes, the one that surfaced first; never empty
 * @param count how often it happened, at least 1
 * @param trail what happened before, oldest first, at most 50
 */
public record ErrorReport(
    Language language, Origin origin, List<Link> chain, long count, List<Crumb> trail) {
  /** Copies the lists. */
  public ErrorReport {
    chain = List.copyOf(chain);
    trail = List.copyOf(trail);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("chain must not be empty");
    }
  }

  /** The type of the error that surfaced. */
  public String type() {
    return chain.get(0).type();
  }

  /**
   * One error of a chain. {@code frames} has the most recent call first, whatever the language
   * prints.
   */
  public record Link(String type, List<Frame> frames) {
    /** Copies the list. */
    public Link {
      frames = List.copyOf(frames);
    }
  }

  /**
   * One call.
   *
   * @param module the class, or the dotted path of the file under its package root, without any
   *     folder above
   * @param function the method or function
   * @param line the line, 0 if unknown
   * @param inApp whether it belongs to the watched application rather than to a library
   */
  public record Frame(String module, String function, int line, boolean inApp) {}

  /** Languages whose errors can be rebuilt. */
  public enum Language {
    /** Java and other languages of the JVM. */
    JAVA,
    /** Python. */
    PYTHON
  }

  /** How an error came to light. */
  public enum Origin {
    /** Handed to {@link Telemetry#error}. */
    HANDLED,
    /** It ended a thread. */
    UNCAUGHT,
    /** Found in a log. */
    LOGGED
  }
}
