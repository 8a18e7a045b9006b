package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer.Authority;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Purpose;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table in {@code docs/consent.md}, in its order: the first that fits decides. What
 * a policy file forbids is off in every row.
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold nothing
enum AnswerRule {
  ENVIRONMENT_FORBIDS(
      Voices::environmentForbids, State.ANSWERED, Authority.ENVIRONMENT, AnswerRule::off),
  POLICY_FORBIDS_ALL(
      voices -> voices.policy().forbidsAll(), State.ANSWERED, Authority.POLICY, AnswerRule::off),
  OLDER_QUESTION(
      voices -> voices.person() != null && voices.outdated(),
      State.UNKNOWN,
      Authority.NOBODY,
      AnswerRule::off),
  POLICY_CUTS_THE_ANSWER(
      AnswerRule::isCut, State.ANSWERED, Authority.POLICY, AnswerRule::asAnswered),
  PERSON_ANSWERED(
      voices -> voices.person() != null, State.ANSWERED, Authority.PERSON, AnswerRule::asAnswered),
  POLICY_ALLOWS(
      voices -> voices.policy().allowsAny(),
      State.ANSWERED,
      Authority.POLICY,
      (voices, purpose) -> voices.policy().allowed(purpose)),
  OPERATOR_SAYS_YES(
      Voices::operator,
      State.ANSWERED,
      Authority.OPERATOR,
      (voices, purpose) -> new Switches(false, Send.COUNTS)),
  NOBODY_SPOKE(voices -> true, State.UNKNOWN, Authority.NOBODY, AnswerRule::off);

  private final Predicate<Voices> condition;
  private final State state;
  private final Authority authority;
  private final BiFunction<Voices, Purpose, Switches> switches;

  AnswerRule(
      Predicate<Voices> condition,
      State state,
      Authority authority,
      BiFunction<Voices, Purpose, Switches> switches) {
    this.condition = condition;
    this.state = state;
    this.authority = authority;
    this.switches = switches;
  }

  /**
   * Everybody who has a say, as one process sees them.
   *
   * @param environmentForbids whether {@code DO_NOT_TRACK} or {@code TELEMETRY_ENABLED=false} is
   *     set
   * @param policy what the policy files say together
   * @param person what the person answered, or null if nobody was asked
   * @param outdated whether that answered an older question than the present one
   * @param operator whether {@code TELEMETRY_ENABLED=true} is set
   */
  record Voices(
      boolean environmentForbids,
      AdminPolicy policy,
      @Nullable Map<Purpose, Switches> person,
      boolean outdated,
      boolean operator) {}

  boolean fits(Voices voices) {
    return condition.test(voices);
  }

  State state() {
    return state;
  }

  Authority authority() {
    return authority;
  }

  Switches switches(Voices voices, Purpose purpose) {
    return voices.policy().forbids(purpose) ? Switches.OFF : switches.apply(voices, purpose);
  }

  private static boolean isCut(Voices voices) {
    for (Purpose purpose : Purpose.values()) {
      if (voices.policy().forbids(purpose) && !asAnswered(voices, purpose).equals(Switches.OFF)) {
        return true;
      }
    }
    return false;
  }

  private static Switches off(Voices voices, Purpose purpose) {
    return Switches.OFF;
  }

  private static Switches asAnswered(Voices voices, Purpose purpose) {
    Map<Purpose, Switches> person = voices.person();
    return person == null ? Switches.OFF : person.getOrDefault(purpose, Switches.OFF);
  }
}
