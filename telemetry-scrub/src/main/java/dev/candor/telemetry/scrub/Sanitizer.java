package dev.candor.telemetry.scrub;

import java.util.List;

/**
 * Finds personal data and secrets in free text. One pass, linear, without regular expressions; safe
 * for many threads.
 *
 * <p>Clean text costs no allocation: {@link #sanitize} returns the same {@code String}. Sanitizing
 * twice equals once. A fault inside is thrown as {@link SanitizerFault} without any text; callers
 * drop the item and count it.
 */
public interface Sanitizer {
  /**
   * Creates a sanitizer that also knows the values of this machine. Builds its tables, which takes
   * some milliseconds: once per process, not on a thread that a person waits for.
   */
  static Sanitizer create(KnownValues known) {
    return new TextSanitizer(known);
  }

  /**
   * Returns the ranges of {@code value} that may not leave, sorted, not overlapping; empty for
   * clean text.
   *
   * @param key the key or label beside the value, or empty
   * @param value the text
   * @param carrier where it stands
   * @throws SanitizerFault if the sanitizer fails
   */
  List<Finding> find(String key, String value, Carrier carrier);

  /**
   * Returns the text with each finding replaced by a placeholder that names its kind, such as
   * {@code <email>} or {@code <path:.tif>}.
   *
   * @throws SanitizerFault if the sanitizer fails
   */
  String sanitize(String key, String value, Carrier carrier);
}
