/** Scrubbing of personal data; depends on nothing. */
module dev.candor.telemetry.scrub {
  requires static org.jspecify;

  exports dev.candor.telemetry.scrub;
}
