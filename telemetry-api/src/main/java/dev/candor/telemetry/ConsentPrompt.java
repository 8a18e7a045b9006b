package dev.candor.telemetry;

import java.util.Optional;

/** Asks a person. Implementations show the question without a pre-selected answer (row SQ-45). */
@FunctionalInterface
public interface ConsentPrompt {
  /**
   * Asks.
   *
   * @param question what may be collected, generated from the catalogues
   * @return the answer, or empty when the person closed the question without one
   */
  Optional<ConsentPreset> ask(ConsentQuestion question);
}
