package dev.candor.telemetry.console;

import java.util.ArrayList;
import java.util.List;

/** The part of the report that tells what each vendor got, and under which names. */
final class VendorSections {
  private final Html page;
  private final Account account;

  VendorSections(Html page, Account account) {
    this.page = page;
    this.account = account;
  }

  /** What a reader must know first, with a blank behind it; empty where no vendor was asked. */
  static String sentence(Account account) {
    List<VendorAccount> vendors = account.vendors();
    if (vendors.isEmpty()) {
      return "";
    }
    String names = String.join(", ", vendors.stream().map(VendorAccount::vendor).toList());
    if (vendors.stream().allMatch(vendor -> vendor.requests() == 0)) {
      return "Nothing went to " + names + ". ";
    }
    boolean whole =
        vendors.stream()
            .allMatch(
                vendor ->
                    vendor.refusedRequests() + vendor.repeated() + vendor.foreign() == 0
                        && vendor.items() == account.arrived().spans());
    return whole
        ? "Each event is once at each of " + names + ", and nothing was refused. "
        : "What is at " + names + " differs: see below. ";
  }

  void write() {
    if (account.vendors().isEmpty()) {
      return;
    }
    page.raw("<section aria-labelledby=\"ven\">").heading(2, "ven", "What the vendors got");
    page.paragraph(
        "Each vendor is a strict fake on this machine, which refuses what the real one would refuse,"
            + " cut or change. Names are the vendor's, numbers its own count.");
    if (account.vendors().stream().allMatch(vendor -> vendor.items() == 0)) {
      page.paragraph("They got nothing: vendors take single events, and none may leave.");
    } else {
      page.table("What the vendors got", VendorTable.head(account), VendorTable.rows(account));
      page.paragraph("One of the sessions is the demo's own, and still open.");
    }
    account.vendors().forEach(this::vendor);
    page.raw("</section>");
  }

  private void vendor(VendorAccount vendor) {
    page.raw(
        "<details><summary><b>%s</b> <small>%s</small></summary>"
            .formatted(Html.text(vendor.vendor()), Html.text(summary(vendor))));
    List<List<String>> faults = new ArrayList<>();
    vendor.faults().forEach((fault, times) -> faults.add(List.of(fault, String.valueOf(times))));
    if (!faults.isEmpty()) {
      page.table("Refused by " + vendor.vendor(), List.of("Refused because of", "Times"), faults);
    }
    List<List<String>> rows = new ArrayList<>();
    for (VendorAccount.Row row : vendor.rows()) {
      rows.add(
          List.of(
              row.ours(),
              row.theirs(),
              String.valueOf(row.count()),
              String.join(", ", row.parameters())));
    }
    if (!rows.isEmpty()) {
      page.table(
          "At " + vendor.vendor(), List.of("Our event", "Its name", "Times", "Told of it"), rows);
    }
    page.raw("</details>");
  }

  /** One line: what it got, what it refused, and whether the ledger says the same. */
  private String summary(VendorAccount vendor) {
    String ledger =
        account.entry(vendor.vendor()).filter(vendor::agreesWith).isPresent()
            ? "the ledger says the same"
            : "the ledger says something else";
    return "%s in %s, %d refused; %s"
        .formatted(
            Words.count(vendor.items(), "event"),
            Words.count(vendor.requests(), "request"),
            vendor.refusedRequests(),
            ledger);
  }
}
