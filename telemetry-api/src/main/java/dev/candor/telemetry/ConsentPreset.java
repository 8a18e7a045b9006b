package dev.candor.telemetry;

/** The three answers that people are offered. */
public enum ConsentPreset {
  /** Nothing is kept, nothing is sent. */
  NO,
  /** Daily totals without any id are sent; no single event is kept. */
  COUNTS,
  /** Single events are sent under a random id. */
  EVERYTHING
}
