package dev.candor.telemetry.exporter.ga4;

import dev.candor.telemetry.exporter.ga4.Ga4Row.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of our events at Google. The built-in ones have rows of their own; every other one,
 * and every attribute without a row, is named by {@link Ga4Names}. Written out in {@code
 * docs/ga4.md}.
 */
final class Ga4Table {
  static final String SESSION_ID = "session_id";
  static final String ENGAGEMENT = "engagement_time_msec";
  static final String SESSION_LENGTH = "session_length_msec";
  static final String PAGE_LOCATION = "page_location";
  static final String PAGE_TITLE = "page_title";
  static final String PAGE_PATH = "page_path";

  /** The event that a session has ended, whose span is the session. */
  static final String ENDED = "session";

  /** Has room for none of the settings and parts that go with an error. */
  static final String ERROR = "app.error";

  static final String PAGE = "page.name";
  static final String PAGE_TIME = "page.view.duration";

  /** The session's id; Google gets a number that is made of it. */
  static final String SESSION = "session.id";

  private static final String OWN = "";
  private static final String NO_ROOM = "100 characters hold no trace; Sentry and OTLP get it";

  /** Rows of the built-in events. */
  static final List<Ga4Row> ROWS =
      List.of(
          // session_start is Google's own and would be made twice.
          untimed("session.start", "app_session_begin", field("session.start.kind", "start_kind")),
          // Its length covers all others; as engagement the same time would count twice.
          untimed(
              ENDED,
              "app_session_end",
              field("session.end.reason", "end_reason"),
              field("session.errors", "errors")),
          timed(
              "feature.use",
              "feature_use",
              field("feature.name", "feature_name"),
              field("feature.use.times", "times")),
          timed(
              "page.view",
              "page_view",
              new Field(PAGE, OWN, "page_title, page_path, and page_location on a neutral host"),
              new Field(PAGE_TIME, OWN, "seconds; becomes engagement_time_msec")),
          untimed(
              ERROR,
              "app_error",
              field("error.type", "error_type"),
              field("app.error.language", "error_language"),
              field("app.error.origin", "error_origin"),
              field("app.error.count", "error_count"),
              new Field("app.error.trail", OWN, NO_ROOM),
              new Field("exception.stacktrace", OWN, NO_ROOM)),
          untimed("settings.report", "settings_report"));

  /** Attributes of who reports that go with every event. */
  static final Map<String, String> RESOURCE_PARAMS =
      ordered(
          "service.version", "app_version",
          "deployment.environment.name", "environment",
          "app.runtime.kind", "runtime",
          "telemetry.sdk.version", "lib_version");

  /** Attributes of who reports that become user properties. */
  static final Map<String, String> USER_PROPERTIES =
      ordered(
          "service.name", "app_name",
          "host.arch", "host_arch",
          "process.runtime.version", "runtime_version",
          "telemetry.sdk.name", "sdk_name");

  /** What {@code os.type} becomes in {@code device.operating_system}; others are left out. */
  static final Map<String, String> SYSTEMS =
      ordered("linux", "Linux", "darwin", "Macintosh", "windows", "Windows");

  private static final Memo<Ga4Row> BY_EVENT = new Memo<>(Ga4Table::find);

  private Ga4Table() {}

  /** Returns the row of an event; one that has none follows the rule for names. */
  static Ga4Row of(String event) {
    return BY_EVENT.of(event);
  }

  /** Every name of Google's that stands in this table. */
  static Set<String> names() {
    Set<String> names =
        new TreeSet<>(
            Set.of(
                SESSION_ID,
                ENGAGEMENT,
                SESSION_LENGTH,
                PAGE_LOCATION,
                PAGE_TITLE,
                PAGE_PATH,
                Ga4Params.LEFT_OUT));
    names.addAll(RESOURCE_PARAMS.values());
    names.addAll(USER_PROPERTIES.values());
    for (Ga4Row row : ROWS) {
      names.add(row.name());
      row.fields().stream()
          .map(Field::parameter)
          .filter(parameter -> !parameter.equals(OWN))
          .forEach(names::add);
    }
    return names;
  }

  private static Ga4Row find(String event) {
    for (Ga4Row row : ROWS) {
      if (row.event().equals(event)) {
        return row;
      }
    }
    return new Ga4Row(event, Ga4Names.event(event), /* timed= */ true, List.of());
  }

  private static Ga4Row timed(String event, String name, Field... fields) {
    return new Ga4Row(event, name, true, List.of(fields));
  }

  private static Ga4Row untimed(String event, String name, Field... fields) {
    return new Ga4Row(event, name, false, List.of(fields));
  }

  private static Field field(String key, String parameter) {
    return new Field(key, parameter, "");
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
