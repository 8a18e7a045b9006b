package dev.candor.telemetry.console;

import java.time.Duration;
import java.time.Instant;

/** Sessions as lanes, acquisitions as bars, errors and changes as marks, on one time line. */
final class Timeline {
  private static final int WIDTH = 960;
  private static final int LEFT = 130;
  private static final int RIGHT = 30;
  private static final int LANE = 54;
  private static final int TOP = 12;
  private static final int LABEL = 150;

  private final Story story;
  private final Instant begin;
  private final double millis;

  private Timeline(Story story) {
    this.story = story;
    this.begin = story.begin();
    // A little air at the end, so that the last mark is whole.
    this.millis = Math.max(1000, story.length().toMillis() * 1.04);
  }

  static String draw(Story story) {
    return new Timeline(story).draw();
  }

  private String draw() {
    int lanes = TOP + LANE * story.sessions().size();
    Svg svg =
        new Svg(
            WIDTH,
            lanes + 34,
            "Time line of sessions",
            "Each lane is a session; the tables below say the same in words");
    axis(svg, lanes);
    for (Story.Session session : story.sessions()) {
      lane(svg, session, TOP + (session.number() - 1) * LANE);
    }
    return svg.toString();
  }

  private void axis(Svg svg, int lanes) {
    double step = step(millis);
    for (double at = 0; at <= millis; at += step) {
      double x = LEFT + at / millis * (WIDTH - LEFT - RIGHT);
      svg.line(x, TOP, x, lanes);
      svg.words(x, lanes + 20, "middle", "soft", offset(at));
    }
  }

  private void lane(Svg svg, Story.Session session, double top) {
    double middle = top + LANE / 2.0;
    svg.words(0, middle - 2, "start", "strong", "Session " + session.number());
    svg.words(0, middle + 14, "start", "soft", "ended: " + session.reason());
    svg.box(
        x(session.start()),
        middle - 14,
        Math.max(3, x(session.end()) - x(session.start())),
        28,
        "track",
        "Session " + session.number() + ", ended: " + session.reason());
    story.acquisitions().stream()
        .filter(a -> a.session().equals(session.id()))
        .forEach(a -> acquisition(svg, a, session, middle));
    story.changes().stream()
        .filter(c -> c.session().equals(session.id()))
        .forEach(c -> svg.diamond(x(c.at()), middle, 8, "mark second", "Changed: " + c.key()));
    story.errors().stream()
        .filter(e -> e.session().equals(session.id()))
        .forEach(e -> svg.triangle(x(e.at()), middle, 8, "mark ink", "Error: " + e.type()));
  }

  private void acquisition(Svg svg, Story.Acquisition a, Story.Session session, double middle) {
    double from = x(a.start());
    double to = Math.max(from + 4, x(a.end()));
    String label = a.outcome() + " " + a.images() + "/" + a.expected();
    svg.box(from, middle - 9, to - from, 18, tone(a.outcome()), "Acquisition " + label);
    // Beside the whole lane, so that no mark lies on the words.
    double right = Math.max(to, x(session.end())) + 12;
    boolean fits = right + LABEL < WIDTH;
    double at = fits ? right : Math.min(from, x(session.start())) - 12;
    svg.words(at, middle + 4.5, fits ? "start" : "end", "", label);
  }

  private double x(Instant at) {
    return LEFT + Duration.between(begin, at).toMillis() / millis * (WIDTH - LEFT - RIGHT);
  }

  /** The tone of an outcome; the word always stands beside it. */
  static String tone(String outcome) {
    return switch (outcome) {
      case "completed" -> "good";
      case "completed_with_errors", "aborted" -> "warn";
      case "failed", "unfinished" -> "bad";
      default -> "idle";
    };
  }

  /** A round step that gives at most ten marks. */
  private static double step(double millis) {
    double[] seconds = {0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 1800, 3600, 10800, 43200, 86400};
    for (double step : seconds) {
      if (millis / (step * 1000) <= 10) {
        return step * 1000;
      }
    }
    return millis / 10;
  }

  private static String offset(double millis) {
    long seconds = Math.round(millis / 1000);
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }
}
