package dev.candor.telemetry.squid;

/** How an acquisition ended. */
public enum AcquisitionOutcome {
  /** It took all its images. */
  COMPLETED,
  /** It went through, with errors on the way. */
  COMPLETED_WITH_ERRORS,
  /** A person ended it. */
  ABORTED,
  /** An error ended it. */
  FAILED,
  /** The program that ran it is gone or hangs. */
  UNFINISHED,
  /** Nothing tells. */
  UNKNOWN
}
