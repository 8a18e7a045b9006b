package dev.candor.telemetry.squid;

/** How one value of a configuration differs from before. */
public enum ChangeKind {
  /** It was not there before. */
  ADDED,
  /** It is no longer there. */
  REMOVED,
  /** It has another value of the same type. */
  CHANGED,
  /** It has a value of another type. */
  TYPE_CHANGED
}
