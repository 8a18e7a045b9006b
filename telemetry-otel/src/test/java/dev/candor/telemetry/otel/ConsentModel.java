package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Purpose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may leave, told from what people said and from nothing else: it knows no grant, no fence, no
 * file, and none of the engine's rules.
 */
final class ConsentModel {
  private final List<Map<Purpose, Switches>> answers = new ArrayList<>();
  private @Nullable Map<Purpose, Switches> person;
  private int question;
  private Policy policy = Policy.NONE;
  private boolean anybodySpoke;
  private boolean anybodySaidYes;
  private boolean policyChanged;

  /** What a process was started with. */
  record Start(Environment environment, int question) {
    static final Start PLAIN = new Start(Environment.SILENT, 1);
  }

  /** What its variables say. */
  enum Environment {
    SILENT(Map.of()),
    DO_NOT_TRACK(Map.of("DO_NOT_TRACK", "1")),
    DISABLED(Map.of("TELEMETRY_ENABLED", "false")),
    OPERATOR(Map.of("TELEMETRY_ENABLED", "true"));

    @SuppressWarnings("ImmutableEnumChecker") // an immutable map
    final Map<String, String> variables;

    Environment(Map<String, String> variables) {
      this.variables = variables;
    }

    boolean forbids() {
      return this == DO_NOT_TRACK || this == DISABLED;
    }
  }

  /** What the policy file says; one that is broken forbids all. */
  record Policy(Set<Purpose> forbidden, Set<Purpose> allowed, Send level) {
    static final Policy NONE = new Policy(Set.of(), Set.of(), Send.NOTHING);
    static final Policy BROKEN = new Policy(EnumSet.allOf(Purpose.class), Set.of(), Send.NOTHING);
  }

  /**
   * What a process knew when it recorded something.
   *
   * @param switches what was allowed
   * @param answers how many answers had been given until then
   */
  record Known(Map<Purpose, Switches> switches, int answers) {
    static boolean allows(Switches more, Switches less) {
      return more.send().compareTo(less.send()) >= 0 && (more.keep() || !less.keep());
    }

    /** The same for a process that takes less to be in force than what was allowed. */
    Known atMost(Map<Purpose, Switches> inForce) {
      Map<Purpose, Switches> least = new EnumMap<>(Purpose.class);
      switches.forEach(
          (purpose, one) -> {
            Switches other = inForce.getOrDefault(purpose, Switches.OFF);
            least.put(purpose, allows(one, other) ? other : one);
          });
      return new Known(least, answers);
    }

    boolean isOff() {
      return switches.values().stream().allMatch(Switches.OFF::equals);
    }
  }

  /** What is allowed now in a process that was started so. */
  Map<Purpose, Switches> allowed(Start start) {
    Map<Purpose, Switches> all = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      boolean forbidden = start.environment().forbids() || policy.forbidden().contains(purpose);
      all.put(purpose, forbidden ? Switches.OFF : wanted(start, purpose));
    }
    return all;
  }

  private Switches wanted(Start start, Purpose purpose) {
    Map<Purpose, Switches> said = person;
    if (said != null) {
      return isOutdated(start) ? Switches.OFF : said.getOrDefault(purpose, Switches.OFF);
    }
    if (!policy.allowed().isEmpty()) {
      boolean allowed = policy.allowed().contains(purpose);
      return allowed ? new Switches(false, policy.level()) : Switches.OFF;
    }
    boolean counts = start.environment() == Environment.OPERATOR;
    return counts ? new Switches(false, Send.COUNTS) : Switches.OFF;
  }

  /** What a process knows that has just looked. */
  Known known(Start start) {
    Known known = new Known(allowed(start), answers.size());
    anybodySaidYes |= !known.isOff();
    anybodySpoke |= anybodySaidYes;
    return known;
  }

  /** The person says this in a process that was started so. */
  void answer(Start start, Map<Purpose, Switches> said) {
    // Whoever answers looks first: what a policy allowed until now was an answer too.
    known(start);
    Map<Purpose, Switches> next = new EnumMap<>(Purpose.class);
    Map<Purpose, Switches> effect = new EnumMap<>(Purpose.class);
    Map<Purpose, Switches> before = person == null || isOutdated(start) ? Map.of() : person;
    for (Purpose purpose : Purpose.values()) {
      Switches switches = said.getOrDefault(purpose, before.getOrDefault(purpose, Switches.OFF));
      next.put(purpose, switches);
      effect.put(purpose, policy.forbidden().contains(purpose) ? Switches.OFF : switches);
    }
    person = next;
    question = start.question();
    answers.add(effect);
    anybodySpoke = true;
    anybodySaidYes |= !isRefused();
  }

  /** The file with the answer is lost. */
  void forgetAnswer() {
    person = null;
  }

  void policy(Policy next) {
    policy = next;
    policyChanged = true;
  }

  /** Tells whether there has ever been a policy file. */
  boolean policyChanged() {
    return policyChanged;
  }

  Policy policy() {
    return policy;
  }

  /** What the person said last, or null. */
  @Nullable Map<Purpose, Switches> person() {
    return person;
  }

  boolean isOutdated(Start start) {
    return person != null && start.question() > question;
  }

  /** Tells whether anybody has ever said anything but a forbid. */
  boolean anybodySpoke() {
    return anybodySpoke;
  }

  /** Tells whether anything was ever allowed. */
  boolean anybodySaidYes() {
    return anybodySaidYes;
  }

  /** Tells whether the last word of the person is a no to everything. */
  boolean isRefused() {
    Map<Purpose, Switches> said = person;
    return said != null && said.values().stream().allMatch(Switches.OFF::equals);
  }

  /**
   * Why something may not leave now, or null if it may.
   *
   * @param level what leaves: {@code EVERYTHING} for an event, {@code COUNTS} for a total
   * @param known what was known when it was recorded
   * @param sender how the process was started that sends it
   */
  @Nullable String objection(Purpose purpose, Send level, Known known, Start sender) {
    if (known.switches().get(purpose).send().compareTo(level) < 0) {
      return "it was recorded under a narrower answer";
    }
    if (allowed(sender).get(purpose).send().compareTo(level) < 0) {
      return "the present answer does not allow it";
    }
    for (Map<Purpose, Switches> later : answers.subList(known.answers(), answers.size())) {
      if (isNarrower(later, known.switches())) {
        return "it was withdrawn";
      }
    }
    return null;
  }

  private static boolean isNarrower(Map<Purpose, Switches> later, Map<Purpose, Switches> known) {
    for (Purpose purpose : Purpose.values()) {
      if (!Known.allows(later.get(purpose), known.get(purpose))) {
        return true;
      }
    }
    return false;
  }
}
