package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer.Authority;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Purpose;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code consent.json} holds.
 *
 * @param grant the number of the answer in force
 * @param policyVersion what the person was asked
 * @param at when it changed
 * @param authority who made the answer in force
 * @param answers what the person answered, or null if nobody was asked
 * @param inForce what {@code grant} stands for
 * @param fence the lowest grant that may be stored; what lies below was withdrawn
 * @param purged whether the data below the fence is gone
 */
record StoredConsent(
    long grant,
    int policyVersion,
    Instant at,
    Authority authority,
    @Nullable Map<Purpose, Switches> answers,
    Map<Purpose, Switches> inForce,
    long fence,
    boolean purged) {
  /** Nobody answered. */
  static final StoredConsent NONE =
      new StoredConsent(0, 0, Instant.EPOCH, Authority.NOBODY, null, AnswerRules.OFF, 0, true);

  StoredConsent {
    answers = answers == null ? null : AnswerRules.complete(answers);
    inForce = AnswerRules.complete(inForce);
  }

  /** The same with nothing allowed. */
  StoredConsent asOff() {
    return new StoredConsent(
        grant, policyVersion, at, authority, AnswerRules.OFF, AnswerRules.OFF, fence, purged);
  }

  StoredConsent asPurged() {
    return new StoredConsent(grant, policyVersion, at, authority, answers, inForce, fence, true);
  }
}
