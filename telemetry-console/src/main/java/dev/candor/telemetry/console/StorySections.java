package dev.candor.telemetry.console;

import java.util.ArrayList;
import java.util.List;

/** The part of the report that tells what happened, from what arrived. */
final class StorySections {
  private final Html page;
  private final Arrived arrived;
  private final Story story;

  StorySections(Html page, Arrived arrived, Story story) {
    this.page = page;
    this.arrived = arrived;
    this.story = story;
  }

  void write() {
    if (story.sessions().isEmpty()) {
      outcomes();
      return;
    }
    timeline();
    acquisitions();
    changes();
    errors();
  }

  private void timeline() {
    page.raw("<section aria-labelledby=\"time\">").heading(2, "time", "Time line");
    page.paragraph("Bars are acquisitions, triangles errors, diamonds configuration changes.");
    page.picture(Timeline.draw(story));
    List<List<String>> rows = new ArrayList<>();
    for (Story.Session s : story.sessions()) {
      rows.add(
          List.of(
              "Session " + s.number(),
              Words.time(s.start()),
              Words.time(s.end()),
              s.reason(),
              s.environment()));
    }
    page.table("Sessions", List.of("", "Start", "End", "Ended by", "Environment"), rows);
    page.raw("</section>");
  }

  /** What totals alone can tell of acquisitions. */
  private void outcomes() {
    List<Story.Acquisition> outcomes = Story.outcomes(arrived);
    page.raw("<section aria-labelledby=\"out\">").heading(2, "out", "Images by outcome");
    page.paragraph("The answer lets totals leave, so nothing here belongs to one acquisition.");
    page.picture(Bars.draw(outcomes));
    page.table(
        "Images by outcome",
        List.of("Outcome", "Images"),
        outcomes.stream().map(o -> List.of(o.outcome(), o.images() + "/" + o.expected())).toList());
    page.raw("</section>");
  }

  private void acquisitions() {
    page.raw("<section aria-labelledby=\"acq\">").heading(2, "acq", "Acquisitions");
    if (story.acquisitions().isEmpty()) {
      page.paragraph("No single acquisition arrived.").raw("</section>");
      return;
    }
    page.picture(Bars.draw(story.acquisitions()));
    List<List<String>> rows = new ArrayList<>();
    for (Story.Acquisition a : story.acquisitions()) {
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              "Session " + story.sessionNumber(a.session()),
              a.outcome(),
              a.images() + "/" + a.expected(),
              a.parameters().getOrDefault("channel_count", ""),
              a.parameters().getOrDefault("z_steps", ""),
              a.parameters().getOrDefault("objective", ""),
              Words.seconds(a.start(), a.end()),
              Words.time(a.start())));
    }
    page.table(
        "Acquisitions",
        List.of("", "In", "Outcome", "Images", "Channels", "Z steps", "Objective", "Took", "Start"),
        rows);
    page.raw("</section>");
  }

  private void changes() {
    page.raw("<section aria-labelledby=\"cfg\">").heading(2, "cfg", "Configuration changes");
    if (story.changes().isEmpty()) {
      page.paragraph("No single change arrived.").raw("</section>");
      return;
    }
    int number = 1;
    for (Story.Change c : story.changes()) {
      page.heading(3, "change-" + number++, c.key());
      page.raw(
          "<div class=\"change\"><del>%s</del><span aria-label=\"became\">→</span><ins>%s</ins></div>"
              .formatted(Html.text(c.before()), Html.text(c.after())));
      page.paragraph("in %s, %s".formatted(c.file(), Words.time(c.at())));
    }
    page.raw("</section>");
  }

  private void errors() {
    page.raw("<section aria-labelledby=\"err\">").heading(2, "err", "Errors");
    if (story.errors().isEmpty()) {
      page.paragraph("No single error arrived.").raw("</section>");
      return;
    }
    page.paragraph(
        "Types and rebuilt frames; a message never leaves. Frames of the program stand out.");
    for (Story.Failure e : story.errors()) {
      page.raw(
          "<details open><summary><b>%s</b> <small>%s, session %d, %s, %s</small></summary><pre>"
              .formatted(
                  Html.text(e.type()),
                  Words.count(e.count(), "time"),
                  story.sessionNumber(e.session()),
                  Html.text(e.origin()),
                  Words.time(e.at())));
      e.frames().forEach(this::frame);
      page.raw("</pre></details>");
    }
    notes();
    page.raw("</section>");
  }

  private void notes() {
    List<List<String>> rows = new ArrayList<>();
    for (Story.Note n : story.notes()) {
      rows.add(
          List.of(
              n.template(),
              "Session " + story.sessionNumber(n.session()),
              String.valueOf(n.count()),
              Words.time(n.at())));
    }
    if (!rows.isEmpty()) {
      page.heading(3, "notes", "Logged without a trace");
      page.table(
          "Errors logged without a trace", List.of("Template", "In", "Times", "First"), rows);
    }
  }

  private void frame(String frame) {
    boolean own = frame.endsWith(" *");
    String words = own ? frame.substring(0, frame.length() - 2) : frame;
    String tone = own ? "own" : frame.startsWith("  ") ? "far" : "";
    page.raw("<span class=\"%s\">%s</span>".formatted(tone, Html.text(words)));
  }
}
