package dev.candor.telemetry.corpus;

import java.util.Map;
import java.util.function.Function;

/** A score as text for a terminal. */
final class ScoreTable {
  private ScoreTable() {}

  /** The five figures in one line. */
  static String line(Score score, Score text) {
    return "recall %s, critical %s, context %s, damage %s, worst %s"
        .formatted(
            Score.format(score.recall()),
            Score.format(score.where(LeakCase::critical).recall()),
            Score.format(text.context()),
            Score.format(text.damage()),
            score.worst(LeakCase::kind, 3));
  }

  static String text(Score score) {
    StringBuilder text = new StringBuilder();
    text.append("cases    ").append(score.size());
    text.append("\nrecall   ").append(Score.format(score.recall()));
    text.append("\ncritical ").append(Score.format(score.where(LeakCase::critical).recall()));
    text.append("\ncontext  ").append(Score.format(score.context()));
    text.append("\ndamage   ").append(Score.format(score.damage())).append('\n');
    rows(text, "kind", score, LeakCase::kind);
    rows(text, "carrier", score, LeakCase::carrier);
    rows(text, "form", score, LeakCase::form);
    rows(text, "locale", score, LeakCase::locale);
    text.append("damage by class (only what was damaged)\n");
    for (Map.Entry<String, Score> row : score.benignBy(LeakCase::kind).entrySet()) {
      if (row.getValue().damage() > 0) {
        line(text, row.getKey(), row.getValue().damages().size() + " of " + row.getValue().size());
      }
    }
    return text.toString();
  }

  private static void rows(
      StringBuilder text, String title, Score score, Function<LeakCase, String> group) {
    text.append("recall by ").append(title).append('\n');
    for (Map.Entry<String, Score> row : score.by(group).entrySet()) {
      Score part = row.getValue();
      line(
          text,
          row.getKey(),
          Score.format(part.recall()) + "  " + part.leaks().size() + " of " + part.size());
    }
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("  %-24s %s%n", name, value));
  }
}
