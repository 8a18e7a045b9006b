package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer.Authority;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Purpose;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which answer is in force, out of person, administrator, operator and environment: the rules are
 * those of {@link AnswerRule}. Pure.
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

  /** Finds the first rule that fits. */
  static Decision decide(AnswerRule.Voices voices) {
    for (AnswerRule rule : AnswerRule.values()) {
      if (rule.fits(voices)) {
        EnumMap<Purpose, Switches> purposes = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
          purposes.put(purpose, rule.switches(voices, purpose));
        }
        return new Decision(rule.state(), rule.authority(), Collections.unmodifiableMap(purposes));
      }
    }
    throw new IllegalStateException("the last rule fits everybody");
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
