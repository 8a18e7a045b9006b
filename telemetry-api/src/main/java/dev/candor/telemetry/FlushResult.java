package dev.candor.telemetry;

/** How far a flush came within its time. */
public enum FlushResult {
  /** Telemetry is off; there was nothing to do. */
  OFF,
  /**
   * Everything recorded before the call survives a {@code kill -9} (promise P6), but not all of it
   * is delivered.
   */
  STORED,
  /**
   * Everything recorded before the call is stored, and every destination has answered for all it is
   * owed.
   */
  DELIVERED,
  /** Not everything was stored, because time ran out or the engine failed. */
  TIMED_OUT
}
