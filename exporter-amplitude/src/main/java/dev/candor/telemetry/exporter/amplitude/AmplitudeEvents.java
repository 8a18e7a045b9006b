package dev.candor.telemetry.exporter.amplitude;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of built-in events: what each is called at Amplitude, which of its two times counts,
 * and which of its attributes get another name or form there. Every other registered event keeps
 * its name, and every other attribute its key.
 */
final class AmplitudeEvents {
  static final String PAGE_VIEWED = "[Amplitude] Page Viewed";

  static final List<EventRow> ROWS =
      List.of(
          new EventRow("session.start", "session_start", Moment.START, true, List.of()),
          new EventRow("session", "session_end", Moment.END, false, List.of()),
          new EventRow("feature.use", "feature.use", Moment.START, false, List.of()),
          new EventRow(
              "page.view",
              PAGE_VIEWED,
              Moment.START,
              false,
              List.of(
                  new PropertyRow("page.name", "[Amplitude] Page Title", Form.SAME),
                  new PropertyRow("page.name", "[Amplitude] Page Path", Form.PATH))),
          new EventRow(
              "app.error",
              "app.error",
              Moment.START,
              false,
              List.of(new PropertyRow("app.error.trail", "app.error.trail", Form.LIST))),
          new EventRow("settings.report", "settings.report", Moment.START, false, List.of()));

  private static final Map<String, EventRow> BY_EVENT =
      ROWS.stream().collect(Collectors.toUnmodifiableMap(EventRow::event, Function.identity()));

  private AmplitudeEvents() {}

  /** Tells whether an application may give one of its events this name. */
  static boolean fitsEvent(String name) {
    return AmplitudeTexts.own(name).equals(name)
        && ROWS.stream()
            .noneMatch(
                row -> row.type().equalsIgnoreCase(name) || row.event().equalsIgnoreCase(name));
  }

  static EventRow of(String event) {
    EventRow row = BY_EVENT.get(event);
    return row == null
        ? new EventRow(event, AmplitudeTexts.own(event), Moment.START, false, List.of())
        : row;
  }

  /**
   * One event.
   *
   * @param event its name in the registry
   * @param type its {@code event_type}
   * @param moment which of its times is {@code time}
   * @param identifies whether the properties of the user are set with it
   * @param properties attributes that are not passed as they are
   */
  record EventRow(
      String event, String type, Moment moment, boolean identifies, List<PropertyRow> properties) {}

  /** One attribute that gets another name or form. */
  record PropertyRow(String attribute, String property, Form form) {}

  /** Which time of a span counts. */
  enum Moment {
    /** When it began. */
    START,
    /** When it ended: Amplitude measures sessions from the first to the last time in them. */
    END
  }

  /** What becomes of a value. */
  enum Form {
    /** It stays as it is. */
    SAME("as it is"),
    /** A path on no host. */
    PATH("behind a slash"),
    /** A list instead of words joined by commas. */
    LIST("a list instead of words joined by commas");

    final String meaning;

    Form(String meaning) {
      this.meaning = meaning;
    }
  }
}
