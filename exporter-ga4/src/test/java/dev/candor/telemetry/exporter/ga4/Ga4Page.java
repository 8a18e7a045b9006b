package dev.candor.telemetry.exporter.ga4;

import dev.candor.telemetry.CandorEvents;
import dev.candor.telemetry.exporter.DestinationProvider.SettingRow;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.squid.SquidEvents;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** Writes {@code docs/ga4.md} from the code. */
final class Ga4Page {
  private static final String HEAD =
      """
      # Google Analytics 4

      What Google gets of each event, by which names, and what it does not get. Written from the code of
      [exporter-ga4](../exporter-ga4/README.md); do not edit.

      """;

  private static final String EVERY =
      """
      ## With every event

      | Ours | Google's | |
      |---|---|---|
      | start of the session, read from `session.id` | `session_id` | whole seconds; outside of a session none |
      | length of the event | `engagement_time_msec` | milliseconds, at least 1; 1 where the tables say so |
      | start of the event; its end if it took over an hour, and of `session` | `timestamp_micros` | microseconds |
      """;

  private static final String REQUEST =
      """

      ## Beside the events, once in a request

      | Ours | Google's | |
      |---|---|---|
      | `app.installation.id` | `client_id` | two numbers made of its hash; never the id |
      | | `consent` | `ad_user_data` and `ad_personalization` are always `DENIED` |
      | | `non_personalized_ads` | always `true` |
      | `os.type` | `device.operating_system` | %s; others are left out |
      """;

  private static final String RULES =
      """

      ## The rule for all other names and values

      - An application may give names of its own in its registry ([names at vendors](events-and-registry.md#names-at-vendors)).
      - Each run of characters other than letters and digits becomes one underscore, and a name begins with its first letter:
        `imaging.run` is `imaging_run`, its attribute `imaging.run.channels` is `imaging_run_channels`.
      - An attribute's name of more than 40 characters goes without the name of its event. What is still longer is cut to 31,
        with an underscore and the checksum of the whole.
      - An event named as one of Google's own, and a parameter to which Google gives a meaning, gets `app_` in front:
        `error` is `app_error`, `value` is `app_value`.
      - An attribute that would begin as Google's own do (%s) or name a person or a visit is left out: %s.
      - Two attributes of one name: the second, in the order of our keys, gets `_2`.
      - More than 25 parameters: the first 24 in the order of these tables, then of our keys; `params_left_out` tells how many
        are missing.
      - Texts are cut between characters at 100 (`page_title` 300, `page_location` 1,000). Booleans are `true` and `false` as texts,
        whole numbers beyond 2^53 are texts, what is not a number is left out, and so is an empty text.
      - An event that still breaks a rule of Google's is not sent, and counted as `unsupported`.
      """;

  private static final String NOT_TOLD =
      """

      ## What Google is not told

      - The installation's id, `session.id`, any id of an event, `user_id`, `user_data`.
      - Totals of counts: Google counts by itself.
      - Traces and trails of errors; `candor.registry.hash`, `telemetry.sdk.language`.
      - The self-description, an address of the machine (`ip_override`), a browser (`user_agent`), a place (`user_location`).
        Google sees the address that a request comes from.

      ## What Google may still refuse

      It answers 204 to everything that arrives, so none of this can be seen by a program:

      - A secret that is not of this stream: nothing is recorded. `candor ga4 validate` cannot find it either.
      - Events dated up to 15 minutes ahead by a wrong clock; those beyond are not sent.
      - More than 2,000 sessions of one installation in a day, or more than 500 distinct events of an application.
      - Parameters are recorded, but shown in reports only when registered as custom dimensions or metrics.
      - Reports lack the source of a visit, which only Google's own tag knows.
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  String text() {
    page.append(EVERY);
    Ga4Table.RESOURCE_PARAMS.forEach((key, name) -> row(code(key), code(name), ""));
    request();
    page.append("\n## Built-in events\n");
    events(CandorEvents.class);
    page.append("\n## Events of the Squid microscope\n");
    events(SquidEvents.class);
    page.append(
        RULES.formatted(
            codes(Ga4Names.RESERVED_PREFIXES), codes(new TreeSet<>(Ga4Names.IDENTIFYING))));
    settings();
    limits();
    page.append(NOT_TOLD);
    return page.toString();
  }

  private void request() {
    List<String> systems =
        Ga4Table.SYSTEMS.entrySet().stream()
            .map(one -> code(one.getKey()) + " is `" + one.getValue() + "`")
            .toList();
    page.append(REQUEST.formatted(String.join(", ", systems)));
    Ga4Table.USER_PROPERTIES.forEach(
        (key, name) ->
            row(code(key), code("user_properties." + name), "left out beyond 36 characters"));
  }

  private void events(Class<?> catalog) {
    ServiceLoader.load(GeneratedCatalog.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(generated -> generated.catalog() == catalog)
        .flatMap(generated -> generated.encoders().stream())
        .map(EventEncoder::schema)
        .sorted(Comparator.comparing(EventSchema::name))
        .forEach(this::event);
  }

  private void event(EventSchema schema) {
    Ga4Row row = Ga4Table.of(schema.name());
    page.append("\n### ").append(code(schema.name())).append(" → ").append(code(row.name()));
    page.append(row.timed() ? "\n\n" : "\n\n`engagement_time_msec` is 1.\n\n");
    page.append("| Ours | Google's | |\n|---|---|---|\n");
    if (schema.name().equals("session")) {
      row("length of the session", code(Ga4Table.SESSION_LENGTH), "milliseconds");
    }
    for (Ga4Row.Field field : row.fields()) {
      row(
          code(field.key()),
          field.parameter().isEmpty() ? "" : code(field.parameter()),
          field.note());
    }
    for (AttributeSchema attribute : schema.attributes()) {
      if (!row.knows(attribute.key()) && attribute.kind() != AttributeSchema.Kind.ERROR) {
        boolean open = attribute.kind() == AttributeSchema.Kind.SETTINGS;
        String key = attribute.key() + (open ? ".*" : "");
        String name = Ga4Names.parameter(attribute.key(), schema.name()) + (open ? "_*" : "");
        row(code(key), code(name), attribute.unit());
      }
    }
    row(code("activity.outcome"), code("activity_outcome"), "where it has one");
    if (!row.knows("error.type")) {
      row(code("error.type"), code("error_type"), "where it has one");
    }
  }

  private void settings() {
    page.append("\n## Settings\n\n");
    page.append("| Setting | Must be | Without it | What for |\n|---|---|---|---|\n");
    for (SettingRow setting : new Ga4Provider().settings()) {
      String rule = setting.rule().replaceFirst("^must be ", "");
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  setting.name(),
                  rule,
                  setting.otherwise(),
                  setting.meaning() + (setting.secret() ? "; never shown" : "")));
    }
  }

  private void limits() {
    page.append("\n## Limits\n\n| What | At most |\n|---|---|\n");
    page.append("| events in a request | %d |\n".formatted(Ga4Limits.EVENTS));
    page.append("| bytes of a request | %d |\n".formatted(Ga4Limits.BYTES));
    page.append("| parameters of an event | %d |\n".formatted(Ga4Limits.PARAMETERS));
    page.append("| characters of a name | %d |\n".formatted(Ga4Limits.NAME));
    page.append(
        "| hours until an event is too old | %d |\n".formatted(Ga4Limits.ALL.age().toHours()));
    page.append("| requests in a minute | %d |\n".formatted(Ga4Limits.ALL.requestsPerMinute()));
  }

  private void row(String ours, String googles, String note) {
    page.append("| %s | %s | %s |\n".formatted(ours, googles, note));
  }

  private static String codes(Iterable<String> words) {
    return "`" + String.join("`, `", words) + "`";
  }

  private static String code(String word) {
    return "`" + word + "`";
  }
}
