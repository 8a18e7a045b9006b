package dev.candor.telemetry.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened, told from what arrived and from nothing else.
 *
 * @param sessions by start
 * @param acquisitions by start
 * @param changes of configuration, by time
 * @param errors by time, with their frames
 * @param notes errors that were logged without a trace, by time
 */
record Story(
    List<Session> sessions,
    List<Acquisition> acquisitions,
    List<Change> changes,
    List<Failure> errors,
    List<Note> notes) {
  private static final String SESSION_ID = "session.id";
  private static final List<String> IMAGES =
      List.of("acquisition.run.images_taken", "acquisition.run.images_expected");

  /** Copies the lists. */
  Story {
    sessions = List.copyOf(sessions);
    acquisitions = List.copyOf(acquisitions);
    changes = List.copyOf(changes);
    errors = List.copyOf(errors);
    notes = List.copyOf(notes);
  }

  /** Reads the story out of spans. */
  static Story of(Arrived arrived) {
    Map<String, List<Arrived.Span>> bySession = new LinkedHashMap<>();
    for (Arrived.Span span : arrived.spans()) {
      if (Runtimes.SERVICE.equals(span.resource().get("service.name"))) {
        continue; // the session of this program itself
      }
      bySession.computeIfAbsent(span.text(SESSION_ID), id -> new ArrayList<>()).add(span);
    }
    List<Session> sessions = new ArrayList<>();
    bySession.forEach((id, spans) -> sessions.add(session(id, spans)));
    sessions.sort(Comparator.comparing(Session::start));
    return new Story(
        numbered(sessions),
        arrived.named("acquisition.run").stream().map(Story::acquisition).toList(),
        arrived.named("config.change").stream().map(Story::change).toList(),
        arrived.named("app.error").stream().map(Story::failure).toList(),
        arrived.named("log.error").stream().map(Story::note).toList());
  }

  /** The session's number in the report, or 0. */
  int sessionNumber(String id) {
    return sessions.stream()
        .filter(s -> s.id().equals(id))
        .mapToInt(Session::number)
        .findFirst()
        .orElse(0);
  }

  private static List<Session> numbered(List<Session> sessions) {
    List<Session> numbered = new ArrayList<>();
    for (Session s : sessions) {
      numbered.add(
          new Session(
              numbered.size() + 1, s.id(), s.start(), s.end(), s.reason(), s.environment()));
    }
    return numbered;
  }

  private static Session session(String id, List<Arrived.Span> spans) {
    Instant start =
        spans.stream()
            .map(Arrived.Span::start)
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    Instant end =
        spans.stream().map(Arrived.Span::end).max(Comparator.naturalOrder()).orElse(start);
    String reason =
        spans.stream()
            .filter(span -> span.name().equals("session"))
            .map(span -> span.text("session.end.reason"))
            .findFirst()
            .orElse("still open");
    Object environment =
        spans.get(0).resource().getOrDefault("deployment.environment.name", "unknown");
    return new Session(0, id, start, end, reason, environment.toString());
  }

  private static Acquisition acquisition(Arrived.Span span) {
    return new Acquisition(
        span.text(SESSION_ID),
        span.start(),
        span.end(),
        span.text("acquisition.run.outcome"),
        span.number("acquisition.run.images_taken"),
        span.number("acquisition.run.images_expected"),
        parameters(span));
  }

  /** Images by outcome, from the totals of the day: no times, no session. */
  static List<Acquisition> outcomes(Arrived arrived) {
    TreeMap<String, long[]> images = new TreeMap<>();
    for (Arrived.Total total : arrived.totals()) {
      Object outcome = total.attributes().get("acquisition.run.outcome");
      int column = IMAGES.indexOf(total.metric());
      if (outcome != null && column >= 0) {
        long[] counts = images.computeIfAbsent(outcome.toString(), word -> new long[2]);
        counts[column] += (long) total.value();
      }
    }
    List<Acquisition> outcomes = new ArrayList<>();
    images.forEach(
        (outcome, n) ->
            outcomes.add(
                new Acquisition(
                    "", Instant.EPOCH, Instant.EPOCH, outcome, n[0], n[1], new TreeMap<>())));
    return outcomes;
  }

  private static SortedMap<String, String> parameters(Arrived.Span span) {
    SortedMap<String, String> parameters = new TreeMap<>();
    String prefix = "acquisition.run.";
    span.attributes()
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                parameters.put(key.substring(prefix.length()), String.valueOf(value));
              }
            });
    return parameters;
  }

  private static Change change(Arrived.Span span) {
    return new Change(
        span.text(SESSION_ID),
        span.start(),
        span.text("config.change.file"),
        span.text("config.change.key"),
        span.text("config.change.before"),
        span.text("config.change.after"));
  }

  private static Failure failure(Arrived.Span span) {
    return new Failure(
        span.text(SESSION_ID),
        span.start(),
        span.text("error.type"),
        span.text("app.error.origin"),
        Math.max(1, span.number("app.error.count")),
        span.text("exception.stacktrace").lines().toList(),
        span.text("app.error.trail"));
  }

  private static Note note(Arrived.Span span) {
    return new Note(
        span.text(SESSION_ID),
        span.start(),
        span.text("log.error.template"),
        span.number("log.error.times"));
  }

  /** The first and the last moment, or nothing happened. */
  Duration length() {
    return sessions.isEmpty() ? Duration.ZERO : Duration.between(begin(), end());
  }

  Instant begin() {
    return sessions.stream()
        .map(Session::start)
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  Instant end() {
    return sessions.stream().map(Session::end).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  /** One session. */
  record Session(
      int number, String id, Instant start, Instant end, String reason, String environment) {}

  /** One acquisition. */
  record Acquisition(
      String session,
      Instant start,
      Instant end,
      String outcome,
      long images,
      long expected,
      SortedMap<String, String> parameters) {}

  /** One value of a configuration, old and new. */
  record Change(String session, Instant at, String file, String key, String before, String after) {}

  /** One error, with its rebuilt frames. */
  record Failure(
      String session,
      Instant at,
      String type,
      String origin,
      long count,
      List<String> frames,
      String trail) {}

  /** Errors of one known template, logged without a trace. */
  record Note(String session, Instant at, String template, long count) {}
}
