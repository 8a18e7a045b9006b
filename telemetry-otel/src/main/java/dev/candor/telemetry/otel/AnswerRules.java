package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer.Authority;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Purpose;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which answer is in force, out of person, administrator, operator and environment (design section
 * 6). Pure.
 */
final class AnswerRules {
  static final Map<Purpose, Switches> OFF = complete(Map.of());

  private AnswerRules() {}

  /** An answer and who made it. */
  record Decision(State state, Authority authority, Map<Purpose, Switches> purposes) {
    boolean isOff() {
      return purposes.equals(OFF);
    }
  }

  static Decision decide(
      StoredConsent stored,
      AdminPolicy policy,
      boolean forbidden,
      boolean enabledByOperator,
      int policyVersion) {
    if (forbidden) {
      return new Decision(State.ANSWERED, Authority.ENVIRONMENT, OFF);
    }
    Map<Purpose, Switches> person = stored.answers();
    boolean outdated = person != null && stored.policyVersion() < policyVersion;
    if (outdated) {
      return policy.forbidsAll()
          ? new Decision(State.ANSWERED, Authority.POLICY, OFF)
          : new Decision(State.UNKNOWN, Authority.NOBODY, OFF);
    }
    EnumMap<Purpose, Switches> result = new EnumMap<>(Purpose.class);
    boolean changed = false;
    for (Purpose purpose : Purpose.values()) {
      Switches base = base(purpose, person, policy, enabledByOperator);
      boolean cut = policy.forbids(purpose) && !base.equals(Switches.OFF);
      changed |= cut;
      result.put(purpose, cut ? Switches.OFF : base);
    }
    return decision(person, policy, enabledByOperator, changed, complete(result));
  }

  private static Decision decision(
      @Nullable Map<Purpose, Switches> person,
      AdminPolicy policy,
      boolean enabledByOperator,
      boolean changed,
      Map<Purpose, Switches> result) {
    if (policy.forbidsAll()) {
      return new Decision(State.ANSWERED, Authority.POLICY, OFF);
    }
    if (person != null) {
      return new Decision(State.ANSWERED, changed ? Authority.POLICY : Authority.PERSON, result);
    }
    if (policy.allowsAny()) {
      return new Decision(State.ANSWERED, Authority.POLICY, result);
    }
    return enabledByOperator
        ? new Decision(State.ANSWERED, Authority.OPERATOR, result)
        : new Decision(State.UNKNOWN, Authority.NOBODY, OFF);
  }

  private static Switches base(
      Purpose purpose,
      @Nullable Map<Purpose, Switches> person,
      AdminPolicy policy,
      boolean enabledByOperator) {
    if (person != null) {
      return person.getOrDefault(purpose, Switches.OFF);
    }
    if (policy.allowsAny()) {
      return policy.allowed(purpose);
    }
    return enabledByOperator ? new Switches(false, Send.COUNTS) : Switches.OFF;
  }

  /** Tells whether {@code after} allows less than {@code before} for any purpose. */
  static boolean narrows(Map<Purpose, Switches> before, Map<Purpose, Switches> after) {
    for (Purpose purpose : Purpose.values()) {
      Switches was = before.getOrDefault(purpose, Switches.OFF);
      Switches is = after.getOrDefault(purpose, Switches.OFF);
      if (is.send().compareTo(was.send()) < 0 || (was.keep() && !is.keep())) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether single events may leave for any purpose, which is when an id is needed. */
  static boolean sendsEverything(Map<Purpose, Switches> switches) {
    return switches.values().stream().anyMatch(one -> one.send() == Send.EVERYTHING);
  }

  static Map<Purpose, Switches> complete(Map<Purpose, Switches> some) {
    EnumMap<Purpose, Switches> all = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      all.put(purpose, some.getOrDefault(purpose, Switches.OFF));
    }
    return Collections.unmodifiableMap(all);
  }
}
