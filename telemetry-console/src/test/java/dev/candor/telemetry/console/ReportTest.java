package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;

  @Test
  void write_sample_showsEveryPartOfTheStory() throws Exception {
    Path report = folder.resolve("report.html");

    Report.write(Samples.ARRIVED, Samples.LEDGER, report);

    assertThat(Files.readString(report))
        .contains("4 acquisitions, 2 configuration changes and 2 errors in 4 sessions")
        .contains("completed 30/30", "aborted 12/90", "failed 18/30")
        .contains("<del>0.85</del>", "<ins>0.9</ins>")
        .contains("OSError", "FileNotFoundError")
        .contains("17 offered = 17 delivered + 0 uncertain + 0 queued + 0 expired + 0 purged");
  }

  @Test
  void write_sample_loadsNothing() throws Exception {
    Path report = folder.resolve("report.html");

    Report.write(Samples.ARRIVED, Samples.LEDGER, report);

    assertThat(Files.readString(report))
        .contains("default-src 'none'")
        .contains("prefers-color-scheme: dark")
        .doesNotContain("http:", "https:", "<script", "<link", "src=\"", "@import", "url(");
  }

  @Test
  void of_hostileValues_areEscaped() {
    String hostile = "<script>alert(1)</script>\" onload='x'";
    TreeMap<String, Object> attributes = new TreeMap<>();
    attributes.put("session.id", hostile);
    attributes.put("session.end.reason", hostile);
    attributes.put("acquisition.run.outcome", hostile);
    attributes.put("config.change.key", hostile);
    attributes.put("error.type", hostile);
    attributes.put("exception.stacktrace", hostile);
    Instant now = Instant.parse("2026-11-20T10:00:00Z");
    List<Arrived.Span> spans =
        List.of("session", "acquisition.run", "config.change", "app.error").stream()
            .map(name -> new Arrived.Span("0", name, now, now, 0, attributes, attributes))
            .toList();

    String page = Report.of(new Arrived(spans, List.of()), Account.read(Samples.LEDGER));

    assertThat(page).doesNotContain("<script", "\" onload", "'x'").contains("&lt;script&gt;");
  }

  @Test
  void of_aVendorThatRefused_saysWhatAndThatTheLedgerDiffers() {
    Account account = Account.read(Samples.LEDGER);
    VendorAccount vendor =
        new VendorAccount(
            "ga4",
            2,
            1,
            new TreeMap<>(Map.of("NAME_RESERVED <events>", 3L)),
            1,
            0,
            0,
            List.of(new VendorAccount.Row("app.error", "app_error", 1, List.of("error_type"))));

    String page = Report.of(Arrived.read(Samples.ARRIVED), with(account, vendor));

    assertThat(page)
        .contains("<li class=\"bad\"><b>1</b><span>at ga4</span></li>")
        .contains("NAME_RESERVED &lt;events&gt;")
        .contains("<td>app_error ×1</td>")
        .contains("1 event in 2 requests, 1 refused; the ledger says something else");
  }

  @Test
  void of_sessionsOfTheTotals_showsTheirCrashFreeShareBesideTheVendors() {
    VendorAccount vendor =
        new VendorAccount(
            "sentry",
            1,
            0,
            new TreeMap<>(),
            5,
            0,
            0,
            List.of(
                new VendorAccount.Row("session.start", "session ok", 4, List.of()),
                new VendorAccount.Row("session", "session crashed", 2, List.of())));

    String page =
        Report.of(Arrived.read(Samples.ARRIVED), with(Account.read(Samples.LEDGER), vendor));

    assertThat(page)
        .containsPattern(row("Totals of the day", "4", "1", "0", "75.0 %"))
        .containsPattern(row("At sentry", "4", "2", "0", "50.0 %"));
  }

  @Test
  void of_nothingArrived_saysSo() {
    String page = Report.of(new Arrived(List.of(), List.of()), Account.read(Samples.LEDGER));

    assertThat(page).contains("and no single event", "Images by outcome");
  }

  private static String row(String... cells) {
    return String.join("</t[hd]><td class=\"number\">", cells);
  }

  private static Account with(Account account, VendorAccount vendor) {
    return new Account(
        account.answer(),
        account.recorded(),
        account.keptBack(),
        account.lost(),
        account.scrubbed(),
        account.stored(),
        account.destinations(),
        account.sealed(),
        account.arrived(),
        Health.of(Arrived.read(Samples.ARRIVED)),
        List.of(vendor),
        account.search());
  }
}
