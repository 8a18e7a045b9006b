package dev.candor.telemetry.console;

import java.util.ArrayList;
import java.util.List;

/** The part of the report that counts: totals of the day, the ledger, the search. */
final class AccountSections {
  private final Html page;
  private final Arrived arrived;
  private final Account account;

  AccountSections(Html page, Arrived arrived, Account account) {
    this.page = page;
    this.arrived = arrived;
    this.account = account;
  }

  void write() {
    health();
    totals();
    ledger();
    search();
  }

  private void health() {
    page.raw("<section aria-labelledby=\"hea\">").heading(2, "hea", "Crash-free sessions");
    page.paragraph(
        account.health().crashFree()
            + " by the totals of the day. One of the sessions is the demo's own, and still open.");
    List<List<String>> rows = new ArrayList<>();
    rows.add(health("Totals of the day", account.health()));
    for (VendorAccount vendor : account.vendors()) {
      Health.shownBy(vendor).ifPresent(shown -> rows.add(health("At " + vendor.vendor(), shown)));
    }
    page.table(
        "Crash-free sessions",
        List.of("By", "Sessions", "Crashed", "Ended without a word", "Crash-free"),
        rows);
    page.raw("</section>");
  }

  private static List<String> health(String by, Health health) {
    return List.of(
        by,
        String.valueOf(health.sessions()),
        String.valueOf(health.crashed()),
        String.valueOf(health.unfinished()),
        health.crashFree());
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
              Words.labels(t.attributes()),
              Words.number(t.value()) + " " + Words.unit(t.unit()),
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
    page.picture(FlowPicture.draw(account));
    for (Account.Entry entry : account.destinations()) {
      page.heading(3, "dest-" + entry.destination(), "Destination " + entry.destination());
      page.picture(LedgerPicture.draw(entry));
      page.raw("<p class=\"sum\">" + Html.text(LedgerPicture.sum(entry)) + "</p>");
    }
    if (!account.vendors().isEmpty()) {
      page.paragraph(
          "Everything is offered to every destination. Vendors count by themselves, so totals of the"
              + " day are dropped there, as other_kind.");
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
}
