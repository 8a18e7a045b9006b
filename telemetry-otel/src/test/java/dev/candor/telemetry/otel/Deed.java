package dev.candor.telemetry.otel;

/** What can happen in a history of consent. Each is possible at any time. */
enum Deed {
  /** The person says no to everything. */
  SAY_NO(1),
  /** The person lets counts leave. */
  SAY_COUNTS(1),
  /** The person lets everything leave. */
  SAY_EVERYTHING(1),
  /** The person sets the switches of one purpose: four purposes, six settings. */
  SWITCH_ONE(24),
  /** An answer is saved, and the process dies before it acts on it. */
  ANSWER_AND_DIE(3),
  /** A policy file forbids all purposes. */
  FORBID_ALL(1),
  /** A policy file forbids some purposes. */
  FORBID_SOME(14),
  /** A policy file allows some purposes, counts or everything. */
  ALLOW_SOME(30),
  /** The policy file becomes unreadable. */
  BREAK_POLICY(1),
  /** The policy file goes. */
  REMOVE_POLICY(1),
  /** A new version of the application starts, which asks a new question. */
  ASK_ANEW(1),
  /** The process ends in order and starts again, with variables of choice. */
  RESTART(4),
  /** The process dies; it starts again when it is needed. */
  KILL(1),
  /** The process dies while it sends, if it has anything to send. */
  DIE_SENDING(1),
  /** The file with the answer is damaged, or lost. */
  LOSE_ANSWER(2),
  /** Time passes: a second, an hour, a day, forty days. */
  CLOCK_ON(4),
  /** The clock is set back by as much. */
  CLOCK_BACK(4),
  /** Something of one purpose is recorded. */
  RECORD(4),
  /** Something of each purpose is recorded. */
  RECORD_ALL(1),
  /** The process looks at the answer, as each does twice a second. */
  LOOK(1),
  /** What is queued is stored. */
  STORE(1),
  /** What is queued is stored, the day's counts are closed, and all that is due is sent. */
  FLUSH(1),
  /** The courier does one thing. */
  CARRY(1),
  /** The receiver is gone. */
  NETWORK_DOWN(1),
  /** The receiver takes what it gets. */
  NETWORK_UP(1),
  /** The receiver takes what it gets, and its answer is lost. */
  LOSE_REPLIES(1);

  /** How many variants there are. */
  final int choices;

  Deed(int choices) {
    this.choices = choices;
  }
}
