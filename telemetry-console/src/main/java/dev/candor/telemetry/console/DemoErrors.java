package dev.candor.telemetry.console;

import java.util.List;
import java.util.TreeMap;

/** The errors that the four recordings hold: in which session, of which type, how often. */
final class DemoErrors {
  /** As {@code session: type origin xcount}, sorted. */
  static final List<String> EXPECTED =
      List.of(
          "3: OSError logged x17",
          "3: OSError uncaught x1",
          "3: job_error noted x2",
          "3: jobs_failed_abort noted x1",
          "4: FileNotFoundError uncaught x1");

  private DemoErrors() {}

  static List<String> of(Story story) {
    TreeMap<String, Long> counts = new TreeMap<>();
    for (Story.Failure e : story.errors()) {
      String name = story.sessionNumber(e.session()) + ": " + e.type() + " " + e.origin();
      counts.merge(name, e.count(), Long::sum);
    }
    for (Story.Note n : story.notes()) {
      String name = story.sessionNumber(n.session()) + ": " + n.template() + " noted";
      counts.merge(name, n.count(), Long::sum);
    }
    return counts.entrySet().stream().map(e -> e.getKey() + " x" + e.getValue()).toList();
  }
}
