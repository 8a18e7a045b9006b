package dev.candor.telemetry.gateway;

import java.util.Locale;

/** Why a single item was not taken; a counter's label. */
enum Rejection {
  /** No registry declares its name. */
  UNREGISTERED,
  /** A value is missing without which it may not be. */
  INCOMPLETE,
  /** Its trace id or span id is none. */
  ID,
  /** A metric of another form than its registry says, or one that accumulates. */
  FORM,
  /** A value in its JSON is none of its type, such as a number of letters. */
  VALUE,
  /** A number that cannot be. */
  RANGE,
  /** A point of rounded times without the id of its report: another sender's could be the same. */
  REPORT,
  /** What this path does not take. */
  UNSUPPORTED;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
