package dev.candor.telemetry.otel;

import static dev.candor.telemetry.otel.Deed.ALLOW_SOME;
import static dev.candor.telemetry.otel.Deed.ASK_ANEW;
import static dev.candor.telemetry.otel.Deed.FORBID_ALL;
import static dev.candor.telemetry.otel.Deed.FORBID_SOME;
import static dev.candor.telemetry.otel.Deed.LOOK;
import static dev.candor.telemetry.otel.Deed.RECORD_ALL;
import static dev.candor.telemetry.otel.Deed.RESTART;
import static dev.candor.telemetry.otel.Deed.SAY_COUNTS;
import static dev.candor.telemetry.otel.Deed.SAY_EVERYTHING;
import static dev.candor.telemetry.otel.Deed.SAY_NO;
import static dev.candor.telemetry.otel.Deed.STORE;
import static dev.candor.telemetry.otel.Deed.SWITCH_ONE;

import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.otel.History.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states of consent as one process meets them; each knows the shortest way to itself. */
enum Situation {
  /** Nobody has spoken. */
  UNANSWERED(),
  /** The person said no. */
  NO(Step.of(SAY_NO, 0)),
  /** The person lets counts leave. */
  COUNTS(Step.of(SAY_COUNTS, 0), Step.of(RECORD_ALL, 0)),
  /** The person lets everything leave. */
  EVERYTHING(Step.of(SAY_EVERYTHING, 0), Step.of(RECORD_ALL, 0)),
  /** The person keeps things here and lets nothing leave. */
  KEPT_HERE(
      Step.of(SWITCH_ONE, 1),
      Step.of(SWITCH_ONE, 7),
      Step.of(SWITCH_ONE, 13),
      Step.of(SWITCH_ONE, 19),
      Step.of(RECORD_ALL, 0)),
  /** The person's answer differs by purpose. */
  MIXED(Step.of(SAY_COUNTS, 0), Step.of(SWITCH_ONE, 4), Step.of(RECORD_ALL, 0)),
  /** The person answered an older question. */
  OLDER_QUESTION(Step.of(SAY_EVERYTHING, 0), Step.of(RECORD_ALL, 0), Step.of(ASK_ANEW, 0)),
  /** A policy file forbids all. */
  POLICY_FORBIDS(
      Step.of(SAY_EVERYTHING, 0),
      Step.of(RECORD_ALL, 0),
      Step.of(STORE, 0),
      Step.of(FORBID_ALL, 0),
      Step.of(LOOK, 0)),
  /** A policy file forbids some of what the person allows. */
  POLICY_CUTS(Step.of(SAY_EVERYTHING, 0), Step.of(FORBID_SOME, 4), Step.of(LOOK, 0)),
  /** A policy file allows something, and the person was not asked. */
  POLICY_ALLOWS(Step.of(ALLOW_SOME, 29), Step.of(LOOK, 0), Step.of(RECORD_ALL, 0)),
  /** The operator switched counts on. */
  OPERATOR(Step.of(RESTART, 3), Step.of(RECORD_ALL, 0)),
  /** The environment forbids. */
  ENVIRONMENT_FORBIDS(
      Step.of(SAY_EVERYTHING, 0), Step.of(RECORD_ALL, 0), Step.of(STORE, 0), Step.of(RESTART, 1)),
  /** Another process knows of a change that this one has not heard of. */
  BEHIND(
      Step.of(SAY_EVERYTHING, 0),
      Step.of(RECORD_ALL, 0),
      Step.of(STORE, 0),
      new Step(SAY_NO, 1, 0));

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list of records
  private final List<Step> way;

  Situation(Step... way) {
    this.way = List.of(way);
  }

  List<Step> way() {
    return way;
  }

  /** The situation of a process; {@code known} is null where it does not run. */
  static Situation of(
      ConsentModel model, ConsentModel.Start start, ConsentModel.@Nullable Known known) {
    Map<Purpose, Switches> allowed = model.allowed(start);
    if (known != null && !known.isOff() && !known.switches().equals(allowed)) {
      return BEHIND;
    }
    if (start.environment().forbids()) {
      return ENVIRONMENT_FORBIDS;
    }
    if (model.policy().forbidden().size() == Purpose.values().length) {
      return POLICY_FORBIDS;
    }
    Map<Purpose, Switches> person = model.person();
    if (person == null) {
      return !model.policy().allowed().isEmpty()
          ? POLICY_ALLOWS
          : start.environment() == ConsentModel.Environment.OPERATOR ? OPERATOR : UNANSWERED;
    }
    if (model.isOutdated(start)) {
      return OLDER_QUESTION;
    }
    return person.equals(allowed) ? ofAnswer(person) : POLICY_CUTS;
  }

  private static Situation ofAnswer(Map<Purpose, Switches> person) {
    Set<Switches> distinct = new HashSet<>(person.values());
    if (distinct.size() > 1) {
      return MIXED;
    }
    Switches one = distinct.iterator().next();
    return switch (one.send()) {
      case NOTHING -> one.keep() ? KEPT_HERE : NO;
      case COUNTS -> COUNTS;
      case EVERYTHING -> EVERYTHING;
    };
  }
}
