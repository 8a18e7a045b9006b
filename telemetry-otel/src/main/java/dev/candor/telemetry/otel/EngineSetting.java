package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.DestinationProvider.SettingRow;
import dev.candor.telemetry.exporter.HttpEndpoint;
import java.util.Arrays;
import java.util.List;

/**
 * Every setting that the engine reads by name, with the rule that {@link SettingsReader} holds it
 * to. The table of the guide is written from these.
 */
public enum EngineSetting {
  /** The base address of OTLP. */
  TELEMETRY_ENDPOINT(
      HttpEndpoint.RULE,
      "OTEL_EXPORTER_OTLP_ENDPOINT, else nothing is sent by OTLP",
      "base address of OTLP; /v1/traces and /v1/metrics are added"),
  /** The same by its standard name. */
  OTEL_EXPORTER_OTLP_ENDPOINT(HttpEndpoint.RULE, "none", "the same by its standard name"),
  /** Headers of OTLP requests. */
  OTEL_EXPORTER_OTLP_HEADERS(
      "must be name=value pairs joined by commas, values of printable ASCII, percent-encoded",
      "none",
      "sent with each OTLP request",
      true),
  /** The application's name. */
  OTEL_SERVICE_NAME(
      "must be lower-case letters, digits and dashes, at most 64, a letter or digit first",
      "the builder's service, or service.name in OTEL_RESOURCE_ATTRIBUTES",
      "the application's name; wins over the builder"),
  /** Attributes of the resource. */
  OTEL_RESOURCE_ATTRIBUTES(
      "must be key=value pairs joined by commas",
      "none",
      "only deployment.environment.name passes: production, simulation or mixed, else unknown;"
          + " service.name and service.version where the builder names none"),
  /** Windows, a command line or a service. */
  TELEMETRY_RUNTIME(
      "must be gui, cli or service",
      "gui where there is a display, service where a service manager started it without a"
          + " terminal, else cli",
      "how people meet the application; a command-line program that also runs on desktops names"
          + " it in its builder"),
  /** An operator's answer. */
  TELEMETRY_ENABLED(
      "must be true or false; false in the builder",
      "none",
      "false wins over every yes; true is the operator's answer for counts, if nobody else answered"),
  /** A person's wish. */
  DO_NOT_TRACK("may be anything; 0 and false are no", "none", "wins over every yes"),
  /** A further policy. */
  TELEMETRY_POLICY_FILE(
      "must be a path; not in the builder",
      "none",
      "a further policy file; it can forbid, never lift a forbid"),
  /** A file of settings. */
  TELEMETRY_SETTINGS_FILE(
      "must be the path of a readable file of NAME=value lines, at most 64 KiB; not in the builder",
      "none",
      "settings under the names of this page, one in a line, # begins a comment; all other sources"
          + " win over it"),
  /** Patience. */
  TELEMETRY_TIMEOUT("must be a number from 1 to 30", "5", "seconds for one exchange"),
  /** Size of bodies. */
  TELEMETRY_BATCH_SIZE(
      "must be a whole number from 1 to 1000",
      "100 for OTLP, a vendor's own limit elsewhere",
      "most items in one body"),
  /** Tries. */
  TELEMETRY_RETRY_ATTEMPTS(
      "must be a whole number from 0 to 10",
      "3",
      "tries after a failure, with whatever bodies, before everything for that destination pauses"),
  /** Pauses. */
  TELEMETRY_RETRY_BACKOFF(
      "must be a number from 1 to 10",
      "2.0",
      "by which pauses grow with each failure in a row: any length up to 2 s times this, at most 1 h;"
          + " what a destination asks for wins"),
  /** The key of hashes. */
  TELEMETRY_SALT(
      "must be 16 to 200 characters",
      "a secret of the installation",
      "the key of hashed values; who shares it gets the same hash for the same value",
      true),
  /** Words for who looks for a fault. */
  DEBUG_TELEMETRY(
      "1, true, yes or on; anything else is no",
      "no",
      "logs what starts, each event by name, each answer by status, and errors; never a value"),
  /** Requests a minute. */
  TELEMETRY_RATE_LIMIT(
      "must be a whole number from 1 to 6000, or destination=number pairs joined by commas",
      "each destination's own, 15 for OTLP",
      "most requests in any minute; lifted on loopback and by a flush"),
  /** The share of sessions. */
  TELEMETRY_SAMPLE_RATE(
      "must be a number from 0 to 1, or destination=number pairs joined by commas",
      "1: all",
      "share of sessions whose events are sent; errors, begin and end of sessions and all counts"
          + " always are");

  private final String rule;
  private final String otherwise;
  private final String meaning;
  private final boolean secret;

  EngineSetting(String rule, String otherwise, String meaning) {
    this(rule, otherwise, meaning, false);
  }

  EngineSetting(String rule, String otherwise, String meaning, boolean secret) {
    this.rule = rule;
    this.otherwise = otherwise;
    this.meaning = meaning;
    this.secret = secret;
  }

  /** All of them, in the order of the guide. */
  public static List<SettingRow> rows() {
    return Arrays.stream(values())
        .map(
            setting ->
                new SettingRow(
                    setting.name(),
                    setting.rule,
                    setting.otherwise,
                    setting.secret,
                    setting.meaning))
        .toList();
  }

  /** What a value must be. */
  String rule() {
    return rule;
  }
}
