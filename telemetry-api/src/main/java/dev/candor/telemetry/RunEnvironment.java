package dev.candor.telemetry;

/** Whether real hardware was involved (rows SQ-36, SQ-56). */
public enum RunEnvironment {
  /** Real hardware only. */
  PRODUCTION,
  /** Simulated hardware only. */
  SIMULATION,
  /** Some parts real, some simulated. */
  MIXED,
  /** Nothing tells. */
  UNKNOWN
}
