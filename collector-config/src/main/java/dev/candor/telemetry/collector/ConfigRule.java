package dev.candor.telemetry.collector;

import java.util.Locale;

/**
 * What a merged configuration must keep. Each is named in messages, so that it can be looked up.
 */
enum ConfigRule {
  ERROR_MODE("must be propagate, else what fails passes unscrubbed"),
  ALLOW_ALL_KEYS("must be false"),
  ALLOWED_VALUES("must not be set, for such values pass unseen"),
  IGNORED_KEYS("must not be set, for such keys pass unseen"),
  SUMMARY("must be silent, else the names of removed keys are written into the item"),
  REDACT_ALL_TYPES("must be true, else only texts are looked at"),
  LAST_LOOK(
      "only allow_all_keys, allowed_keys, redact_all_types, blocked_values and summary are used"),
  EMPTIED("must not be empty or reset"),
  STAGES("must be the base's stages in their order, and nothing before, between or after them"),
  SCRUBBED_END("what takes raw data must end in forward/scrubbed alone"),
  RAW("the only receiver of other pipelines is forward/scrubbed"),
  SIGNAL("only traces and metrics may be taken in"),
  AUTHENTICATOR("must name one, else anybody may send"),
  BODY_LIMIT("must be set, at most 1 MiB"),
  LOG_LEVEL("must be info, warn or error, for debug prints values"),
  VERBOSITY("must be basic, for others print values"),
  QUEUE("must be on and in a file_storage extension, else what waits is lost with the process"),
  FSYNC("must be true, else power loss breaks the queue"),
  GIVES_UP("retries must be on, with max_elapsed_time 0, else it gives up"),
  TWICE("no two exporters may bring the same to one address, else all of it is sent twice"),
  MARKED("must be marked after, and not on_error, else what is under way is lost with the process"),
  PLAIN_HTTP("must be https or TLS, or loopback: others read along"),
  SECRET("must come from ${env:…} or ${file:…}, not stand in the file"),
  LISTED("must be in service.extensions, and lists replace: repeat the base's"),
  ADDED("an overlay may not add one"),
  BASE("must be as the base has it"),
  GENERATED("must be as the generator writes it");

  private final String sentence;

  ConfigRule(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  /** As it stands in messages and in the guide, such as {@code error-mode}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
