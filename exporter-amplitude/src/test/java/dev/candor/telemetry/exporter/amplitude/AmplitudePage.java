package dev.candor.telemetry.exporter.amplitude;

import dev.candor.telemetry.CandorEvents;
import dev.candor.telemetry.exporter.DestinationProvider.SettingRow;
import dev.candor.telemetry.exporter.amplitude.AmplitudeEvents.EventRow;
import dev.candor.telemetry.exporter.amplitude.AmplitudeEvents.Moment;
import dev.candor.telemetry.exporter.amplitude.AmplitudeEvents.PropertyRow;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.squid.SquidEvents;
import java.util.List;

/** Writes {@code docs/amplitude.md} from the code. */
final class AmplitudePage {
  private static final String HEAD =
      """
      # Amplitude

      What Amplitude gets of each event, by which names, and what it does not get. Written from the code of
      [exporter-amplitude](../exporter-amplitude/README.md); do not edit.

      ## With every event

      | Ours | Amplitude's | |
      |---|---|---|
      | `app.installation.id` | `device_id`, `user_id` | the pseudonymous id of the installation |
      | trace id and span id | `insert_id` | known again for seven days |
      | start of the event | `time` | milliseconds; its end where a table says so |
      | start of the session, read from `session.id` | `session_id` | milliseconds; -1 outside of a session |
      | `os.type` | `platform`, `os_name` | `linux` is `Linux`, `darwin` is `macOS`, `windows` is `Windows`, others are `Other` |
      | `service.version` | `app_version` | |
      | `telemetry.sdk.name`, `telemetry.sdk.version` | `library` | joined by a slash |
      | length of the event | `event_properties.duration_ms` | milliseconds; absent where it took no time |
      """;

  private static final String IDENTIFY =
      """

      ## `$identify`, once at the start of each session

      The second event of `session.start`; its `insert_id` is the first one's with `-1`.

      | Ours | Property of the user | |
      |---|---|---|
      """;

  private static final String RULES =
      """

      ## The rule for all other names and values

      - An application may give names of its own in its registry ([names at vendors](events-and-registry.md#names-at-vendors)).
      - An event keeps its name, an attribute its key: `imaging.run`, `imaging.run.channels`. The registry says what they mean,
        and in which unit: [catalogue](catalogue.md).
      - A name that begins with `$` or `[Amplitude]` gets `app ` in front.
      - A name of more than %1$s characters is cut, with a hash of the whole behind it. A second attribute of one name gets `_2`.
      - Texts are cut between characters at %1$s. Empty texts and what is not a number are left out.
      - Whole numbers beyond 2^53 become texts: readers of JSON would change them.
      - At most %2$s properties of an event; ours first, then by key.
      - Left out: an event without an installation's id, without a name, or from before 1970 (booked as `unsupported`).
      """;

  private static final String END =
      """

      ## What Amplitude is not told

      - Totals of counts: it counts by itself, and an installation that sends counts alone has no id.
      - `session.id`: the time in it is `session_id`, the rest says nothing more.
      - `candor.registry.hash`, `telemetry.sdk.language`: they speak of us, not of use.
      - Its fields for address (`ip`), place, language, browser, model of the machine, advertising, groups, plan and revenue: Candor
        knows none of them, or would not say. Without `ip` Amplitude derives no geography. It sees the address that a request
        comes from.
      - `event_id`: a tie-breaker for equal times would need a number that survives restarts.
      - The key is in no stored body: it is put in when one is sent.

      ## What Amplitude may still refuse

      - A wrong key: one warning, and everything waits.
      - A device that the project has blocked: its events are given up.
      - More than 30 events a second of one device at the HTTP V2 address, more than 500,000 a day at the batch address: they wait.
      - Beyond 2,000 event types or 2,000 event properties in a project it stores without showing.
      - Its rules for compressed bodies at the batch address are not written down; its own SDKs send them.
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  String text() {
    Sender.BESIDE_EVERY_EVENT.forEach(
        beside -> row(code(beside.attribute()), code("event_properties." + beside.property()), ""));
    page.append(IDENTIFY);
    Sender.USER_ROWS.forEach(user -> row(code(user.attribute()), code(user.property()), "`$set`"));
    row(code(Sender.FIRST.attribute()), code(Sender.FIRST.property()), "`$setOnce`");
    page.append("\n## Built-in events\n");
    CatalogItems.schemas(CandorEvents.class).forEach(this::event);
    page.append("\n## Events of the Squid microscope\n");
    CatalogItems.schemas(SquidEvents.class).forEach(this::event);
    page.append(RULES.formatted("1,024", "1,024"));
    settings();
    limits();
    return page.append(END).toString();
  }

  private void event(EventSchema schema) {
    EventRow row = AmplitudeEvents.of(schema.name());
    page.append("\n### ").append(code(schema.name())).append(" → ").append(code(row.type()));
    page.append("\n\n");
    if (row.moment() == Moment.END) {
      page.append("`time` is its end: Amplitude measures sessions by the last time in them.\n\n");
    }
    page.append("| Ours | Amplitude's, in `event_properties` | |\n|---|---|---|\n");
    for (PropertyRow property : row.properties()) {
      row(code(property.attribute()), code(property.property()), property.form().meaning);
    }
    for (AttributeSchema attribute : schema.attributes()) {
      if (row.properties().stream().noneMatch(one -> one.attribute().equals(attribute.key()))) {
        attribute(attribute);
      }
    }
    row("`activity.outcome`, `error.type`", "the same", "where it has one");
  }

  private void attribute(AttributeSchema attribute) {
    switch (attribute.kind()) {
      case SETTINGS -> row(code(attribute.key() + ".…"), "the same", "one for each setting");
      case ERROR -> {
        row("`exception.stacktrace`", "the same", "its first 1,024 characters");
        row(
            code(attribute.key() + ".language") + ", `.origin`, `.count`",
            "the same",
            "of the error");
      }
      case DURATION -> row(code(attribute.key()), "the same", "seconds");
      default -> row(code(attribute.key()), "the same", unit(attribute.unit()));
    }
  }

  private void settings() {
    page.append("\n## Settings\n\n| Setting | Rule | Without it | |\n|---|---|---|---|\n");
    for (SettingRow setting : new AmplitudeProvider().settings()) {
      page.append("| ").append(code(setting.name())).append(" | ").append(setting.rule());
      page.append(" | ").append(setting.otherwise()).append(" | ").append(setting.meaning());
      page.append(setting.secret() ? "; never shown |\n" : " |\n");
    }
  }

  private void limits() {
    page.append("\n## Limits\n\n| | HTTP V2 | Batch |\n|---|---|---|\n");
    row("items in a body", AmplitudeLimits.ITEMS, AmplitudeLimits.BATCH_ITEMS);
    row("bytes of a body, the key included", AmplitudeLimits.BYTES, AmplitudeLimits.BATCH_BYTES);
    page.append("| age of an event | 7 days | 7 days |\n| requests a minute | 15 | 15 |\n");
  }

  private void row(String what, int http, int batch) {
    page.append(String.format(java.util.Locale.ROOT, "| %s | %,d | %,d |%n", what, http, batch));
  }

  private void row(String ours, String theirs, String more) {
    List.of("| ", ours, " | ", theirs, " | ", more, " |\n").forEach(page::append);
  }

  private static String unit(String unit) {
    return unit.isEmpty() ? "" : code(unit);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
