package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.DestinationProvider.SettingRow;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.testkit.FakeClock;

/** Writes {@code docs/sentry.md} from the code. */
final class SentryPage {
  private static final String HEAD =
      """
      # Sentry

      What Sentry gets of each event, and what it does not get. Written from the code of
      [exporter-sentry](../exporter-sentry/README.md); do not edit. The bytes of every event are in
      [its recorded files](../exporter-sentry/src/test/resources/golden).

      ## Events

      | Ours | Travels as | At Sentry |
      |---|---|---|
      """;

  private static final String EVENT =
      """

      ## In every event with exceptions or a message

      | Ours | Sentry's | |
      |---|---|---|
      | first 32 digits of the item's id | `event_id` | Sentry takes one id once |
      | start | `timestamp` | milliseconds |
      | `app.error.language` | `platform` | `java` or `python` |
      | `app.error.origin` | `level`, `exception.mechanism` | `uncaught` is `fatal` and not handled, all else `error` |
      | `service.name`, `service.version` | `release` | `name@version`, 200 characters; `/`, `\\` and control characters become `_` |
      | `deployment.environment.name` | `environment` | 64 characters |
      | `app.installation.id` | `user.id` | nothing else of a user but the next two rows |
      | institution, lab and location of the self-description | `tags.institution`, `tags.lab`, `tags.location` | as typed, only if the person approved `sentry` for it; never behind a gateway |
      | instrument of the self-description | `user.username` | the same |
      | types of `exception.stacktrace` | `exception.values` | the first cause first; `module` is the package |
      | calls of `exception.stacktrace` | `stacktrace.frames` | the oldest first, at most %d, cut out of the middle; a star is `in_app` |
      | `app.error.trail` | `breadcrumbs.values` | the last %d, oldest first; the time is the error's |
      | types, and calls of the application, without lines and compilers' numbers | `fingerprint` | an error without such a call: the call that threw it |
      | `os.type`, `host.arch`, `process.runtime.version` | `contexts.os`, `contexts.device.arch`, `contexts.runtime` | |
      | `session.id`, `app.error.count`, `candor.registry.hash` | `contexts.candor` | |
      | other attributes | `contexts`, one for each prefix | `settings.report.zoom` is `settings_report.zoom`; texts of 1,024 characters, as many as have room in 8 kB |
      | `deployment.environment.name` | `tags.simulation_mode` | `true` of `simulation`, `false` of `production`, else none |
      | `device.connect.*` | `tags.hw_*` | `device.connect.stage` is `hw_stage`; `device.connect.camera` is `hw_camera_type` |
      | other attributes of the resource | `tags` | key of 32 letters, digits and `_.:-`, value of 200 characters on one line; names that Sentry keeps for itself are left out |
      | `config.change.*` | `contexts.config_change` | `file`, and `changes` with all the rest |

      An error carries the latest of each event of its session that is declared with `withErrors`, where the answer to that
      event's purpose allows at least what the answer to errors allows: the settings of the application
      (`settings_report`), and of a Squid the configuration (`config_snapshot`, `config_snapshot_setting`) and the hardware
      (`device_connect`).

      ## In every session

      | Ours | Sentry's | |
      |---|---|---|
      | `session.id` | `sid` | a session without such a UUID is dropped as `unsupported` |
      | `app.installation.id` | `did` | |
      | `session.start` | `init`, `status` `ok`, `seq` 0 | |
      | `session.end.reason` | `status` | `crash` is `crashed`, `unfinished` is `abnormal`, all else `exited` |
      | `session.errors` | `errors` | at least 1 after a crash; 0 where the answer does not let a session tell of errors |
      | length | `duration` | seconds |

      ## On every span

      The attributes of the event under their own names, and `sentry.release` and `sentry.environment`. Empty texts and
      numbers that are none are left out.
      """;

  private static final String NOT_TOLD =
      """

      ## What Sentry is not told

      - Messages of exceptions, source lines, file names, local variables, threads, modules.
      - Server and host name, addresses, requests, headers. Sentry sees the address that a request comes from;
        the project's settings can forbid to store it.
      - What is sampled out, expired or withdrawn. Client reports tell what was given up when it was sealed or sent, by reason and
        number; the ledger tells all of it.
      - Totals of counts, and what the application's own Sentry has gathered.

      ## What Sentry may still refuse or change

      - An update of a session that began more than five days before is not sent: Sentry would answer 200 and throw it away.
        The ledger says `expired`.
      - Events of which the project has too many: its quota answers with a rate limit.
      - An event whose time is far off the server's clock is moved.
      - An event that is over a megabyte is cut before it is sealed: first steps, then contexts, then calls and causes of which both
        ends stay, then tags. `contexts.candor.left_out` says how many parts are missing, those without room in a context included.
      - Spans by OTLP are in open beta there: links and events of spans are not shown (ours have none).
      - How long an `event_id` is recognised is not documented; sessions and spans are never recognised.

      ## An application that runs Sentry itself

      Both work side by side, also into one project: Candor initialises nothing and asks no class of the application's Sentry.

      Sentry's agentless OpenTelemetry module (`sentry-opentelemetry-agentless`) puts its own sampler, propagators and context
      storage into every OpenTelemetry SDK that configures itself in the process. Candor's engine uses no such SDK: its spans
      are neither sampled nor exported by that module, and nothing is sent twice. [exporter-door](../exporter-door/README.md) would
      export each registered span of such an SDK a second time: where the module is on the class path it stays off, with one warning.
      Keep the module, and let the engine tell Sentry what people agreed to; or take the module away and name `sentry` in
      `OTEL_TRACES_EXPORTER`.
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  String text() {
    for (EventSchema schema : Samples.schemas()) {
      SentryMapping.Form form = SentryMapping.form(schema.name());
      String at =
          SentryMapping.ROWS.stream()
              .filter(row -> row.event().equals(schema.name()))
              .map(SentryMapping.Row::atSentry)
              .findFirst()
              .orElse("span `" + schema.name() + "`");
      row("`" + schema.name() + "`", way(form), at);
    }
    row(
        "every event of an application",
        way(SentryMapping.Form.SPAN),
        "span of the same name, or of the one that its registry gives for `sentry`");
    page.append(EVENT.formatted(SentryErrors.MOST_FRAMES, SentryErrors.MOST_CRUMBS));
    settings();
    limits();
    page.append(NOT_TOLD);
    return page.toString();
  }

  private static String way(SentryMapping.Form form) {
    return switch (form) {
      case ERROR, MESSAGE -> "envelope, alone";
      case SESSION_START, SESSION_END ->
          "envelope, with up to " + SentryEnvelopes.MOST_SESSIONS + " sessions";
      case SPAN -> "OTLP";
    };
  }

  private void settings() {
    page.append("\n## Settings\n\n| Setting | Rule | Without it | What for |\n|---|---|---|---|\n");
    for (SettingRow setting : new SentryProvider().settings()) {
      page.append(
          "| `%s` | %s | %s | %s%s |\n"
              .formatted(
                  setting.name(),
                  setting.rule(),
                  setting.otherwise(),
                  setting.meaning(),
                  setting.secret() ? "; never shown" : ""));
    }
  }

  private void limits() {
    try (SentryDestination destination =
        SentryDestination.create("https://key@example.org/1", FakeClock.create())) {
      Limits limits = destination.limits();
      page.append("\n## Limits\n\n| What | At most |\n|---|---|\n");
      page.append("| spans in a request | %d |\n".formatted(limits.items()));
      page.append("| bytes of a request | %d |\n".formatted(limits.bytes()));
      page.append("| days until an item is too old | %d |\n".formatted(limits.age().toDays()));
      page.append(
          "| days after its start until an update of a session is too late | %d, less a minute |\n"
              .formatted(SentrySessionAge.LONGEST.plusMinutes(1).toDays()));
      page.append("| requests in a minute | %d |\n".formatted(limits.requestsPerMinute()));
    }
  }

  private void row(String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
