/**
 * Scrubbing of personal data on the machine where it arises: typed values by grammar, errors by
 * their frames, free text by the sanitizer. Depends on nothing but the JDK's base.
 */
module dev.candor.telemetry.scrub {
  requires static org.jspecify;

  exports dev.candor.telemetry.scrub;
}
