package dev.candor.telemetry;

/** Why something is measured. People answer per purpose, and every event declares exactly one. */
public enum Purpose {
  /** Which features are used, and how often. */
  USAGE,
  /** How long things take. */
  PERFORMANCE,
  /** What went wrong: errors with rebuilt frames. The only purpose that may carry {@link Text}. */
  DIAGNOSTICS,
  /** What the application runs on: configuration and hardware from closed lists. */
  ENVIRONMENT
}
