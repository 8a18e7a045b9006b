package dev.candor.telemetry.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Writes {@code report.html}: one page without any foreign resource, made from what arrived and
 * from the ledger.
 */
final class Report {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Html page = new Html();
  private final Arrived arrived;
  private final Story story;
  private final Account account;

  private Report(Arrived arrived, Account account) {
    this.arrived = arrived;
    this.story = Story.of(arrived);
    this.account = account;
  }

  /** Writes the page from the two files of a demo. */
  static void write(Path arrivedFile, Path ledgerFile, Path report) {
    String page = of(Arrived.read(arrivedFile), Account.read(ledgerFile));
    try {
      Files.writeString(report, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String of(Arrived arrived, Account account) {
    return new Report(arrived, account).build();
  }

  private String build() {
    page.raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    // Nothing may be loaded, whatever a value looks like.
    page.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            + " style-src 'unsafe-inline'\">");
    page.raw("<title>Candor: what arrived</title><style>" + style() + "</style></head><body>");
    head();
    page.raw("<main>");
    if (story.sessions().isEmpty()) {
      outcomes();
    } else {
      timeline();
      acquisitions();
      changes();
      errors();
    }
    totals();
    ledger();
    search();
    page.raw("</main>");
    page.raw(
        "<footer><p>Made by Candor from arrived.jsonl and ledger.json. Times are UTC.</p></footer>");
    return page.raw("</body></html>").toString();
  }

  private void head() {
    page.raw("<header>").heading(1, "top", "What arrived");
    page.paragraph(summary() + " Consent: " + account.answer() + ".");
    page.raw("<ul class=\"tiles\">");
    tile("", account.recorded(), "recorded");
    tile("", account.stored(), "stored");
    tile("", account.sealed().spans() + account.sealed().totals(), "sealed");
    tile("", account.arrived().spans() + account.arrived().totals(), "arrived");
    long found = account.search().found();
    tile(found == 0 ? "good" : "bad", found, "planted identities found");
    page.raw("</ul></header>");
  }

  private String summary() {
    if (story.sessions().isEmpty()) {
      return "Totals of the day reached the far end, and no single event.";
    }
    return "%s, %s and %s in %s reached the far end."
        .formatted(
            count(story.acquisitions().size(), "acquisition"),
            count(story.changes().size(), "configuration change"),
            count(story.errors().size(), "error"),
            count(story.sessions().size(), "session"));
  }

  private void tile(String tone, long number, String words) {
    page.raw(
        "<li class=\"%s\"><b>%d</b><span>%s</span></li>".formatted(tone, number, Html.text(words)));
  }

  private void timeline() {
    page.raw("<section aria-labelledby=\"time\">").heading(2, "time", "Time line");
    page.paragraph("Bars are acquisitions, triangles errors, diamonds configuration changes.");
    page.raw(Timeline.draw(story));
    List<List<String>> rows = new ArrayList<>();
    for (Story.Session s : story.sessions()) {
      rows.add(
          List.of(
              "Session " + s.number(),
              time(s.start()),
              time(s.end()),
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
    page.raw(Bars.draw(outcomes));
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
    page.raw(Bars.draw(story.acquisitions()));
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
              seconds(a.start(), a.end()),
              time(a.start())));
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
    for (Story.Change c : story.changes()) {
      page.heading(3, "change", c.key());
      page.raw(
          "<div class=\"change\"><del>%s</del><span aria-label=\"became\">→</span><ins>%s</ins></div>"
              .formatted(Html.text(c.before()), Html.text(c.after())));
      page.paragraph("in %s, %s".formatted(c.file(), time(c.at())));
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
                  count(e.count(), "time"),
                  story.sessionNumber(e.session()),
                  Html.text(e.origin()),
                  time(e.at())));
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
              time(n.at())));
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

  private void totals() {
    page.raw("<section aria-labelledby=\"tot\">").heading(2, "tot", "Totals of the day");
    page.paragraph(
        "Counted on the machine, sent without any id of a person, session or installation.");
    List<List<String>> rows = new ArrayList<>();
    for (Arrived.Total t : arrived.totals()) {
      rows.add(
          List.of(
              t.metric(),
              labels(t.attributes()),
              number(t.value()) + " " + unit(t.unit()),
              String.valueOf(t.count())));
    }
    rows.sort((a, b) -> String.join(" ", a).compareTo(String.join(" ", b)));
    page.table("Totals", List.of("Metric", "Of", "Sum", "Values"), rows);
    page.raw("</section>");
  }

  private void ledger() {
    page.raw("<section aria-labelledby=\"led\">").heading(2, "led", "The ledger");
    page.paragraph(
        account.balances()
            ? "Every event is accounted for at every step."
            : "Something is missing: the steps do not add up.");
    page.raw(FlowPicture.draw(account));
    for (Account.Entry entry : account.destinations()) {
      page.heading(3, "dest", "Destination " + entry.destination());
      page.raw(LedgerPicture.draw(entry));
      page.raw("<p class=\"sum\">" + Html.text(LedgerPicture.sum(entry)) + "</p>");
    }
    List<List<String>> rows = new ArrayList<>();
    AccountTable.rows(account).forEach((what, number) -> rows.add(List.of(what, number)));
    page.table("Every number", List.of("", "Number"), rows).raw("</section>");
  }

  private void search() {
    Account.Search s = account.search();
    page.raw("<section aria-labelledby=\"ids\">")
        .heading(2, "ids", "Search for planted identities");
    page.paragraph(
        ("%d identities in %d forms (plain, other case, percent-encoded, base64, MD5, SHA-1, SHA-256)"
                + " were looked for in %d bytes that were sent or arrived. Found: %d.")
            .formatted(s.identities(), s.forms(), s.bytes(), s.found()));
    page.raw("</section>");
  }

  private static String labels(Map<String, Object> labels) {
    List<String> words = new ArrayList<>();
    labels.forEach((key, value) -> words.add(key + " = " + value));
    return String.join(", ", words);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  /** UCUM writes counted things in braces. */
  private static String unit(String unit) {
    return unit.startsWith("{") && unit.endsWith("}") ? unit.substring(1, unit.length() - 1) : unit;
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String seconds(Instant from, Instant to) {
    return String.format(Locale.ROOT, "%.1f s", ChronoUnit.MILLIS.between(from, to) / 1000.0);
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  private static String style() {
    try (InputStream css = Report.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
