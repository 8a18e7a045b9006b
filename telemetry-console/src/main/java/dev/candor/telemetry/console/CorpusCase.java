package dev.candor.telemetry.console;

import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.scrub.Carrier;

/**
 * One case of a corpus: a text, where it stands, and the key beside it.
 *
 * @param id the id as it is written in JSON, quotes included: it goes back as it came
 * @param carrier where the text stands
 * @param key the key beside it, or empty
 * @param text what is to be scrubbed
 */
record CorpusCase(String id, Carrier carrier, String key, String text) {
  /** How a corpus writes a carrier, such as {@code span_name} or {@code exception.message}. */
  static String word(Carrier carrier) {
    return WireNames.of(carrier).replace("exception_", "exception.");
  }

  /** The same case with another text. */
  CorpusCase with(String other) {
    return new CorpusCase(id, carrier, key, other);
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "CorpusCase[" + word(carrier) + "]";
  }
}
