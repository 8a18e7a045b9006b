package dev.candor.telemetry.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes {@code report.html}: one page without any foreign resource, made from what arrived and
 * from the ledger.
 */
final class Report {
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
    new VendorSections(page, account).write();
    new StorySections(page, arrived, story).write();
    new AccountSections(page, arrived, account).write();
    page.raw("</main>");
    page.raw(
        "<footer><p>Made by Candor from arrived.jsonl and ledger.json. Times are UTC.</p></footer>");
    return page.raw("</body></html>").toString();
  }

  private void head() {
    page.raw("<header>").heading(1, "top", "What arrived");
    page.paragraph(
        summary() + " " + VendorSections.sentence(account) + "Consent: " + account.answer() + ".");
    page.raw("<ul class=\"tiles\">");
    tile("", account.recorded(), "events recorded");
    tile("", account.stored(), "events stored");
    tile("", account.sealed().spans() + account.sealed().totals(), "items sealed");
    tile("", account.arrived().spans() + account.arrived().totals(), "items arrived");
    for (VendorAccount vendor : account.vendors()) {
      tile(vendor.refusedRequests() == 0 ? "" : "bad", vendor.items(), "at " + vendor.vendor());
    }
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
            Words.count(story.acquisitions().size(), "acquisition"),
            Words.count(story.changes().size(), "configuration change"),
            Words.count(story.errors().size(), "error"),
            Words.count(story.sessions().size(), "session"));
  }

  private void tile(String tone, long number, String words) {
    page.raw(
        "<li class=\"%s\"><b>%d</b><span>%s</span></li>".formatted(tone, number, Html.text(words)));
  }

  private static String style() {
    try (InputStream css = Report.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
