package dev.candor.telemetry.console;

import java.util.LinkedHashMap;
import java.util.Map;

/** The short table at the end of the demo; the report shows the same rows. */
final class AccountTable {
  private AccountTable() {}

  /** Every number with its name, in the order of the way. */
  static Map<String, String> rows(Account account) {
    Map<String, String> rows = new LinkedHashMap<>();
    put(rows, "recorded", account.recorded());
    put(rows, "kept back by consent", account.keptBack());
    account.lost().forEach((reason, count) -> put(rows, "lost: " + reason, count));
    put(rows, "values dropped or replaced", sum(account.scrubbed()));
    account.scrubbed().forEach((kind, count) -> put(rows, "  of kind " + kind, count));
    put(rows, "stored", account.stored());
    put(rows, "sealed events", account.sealed().spans());
    put(rows, "sealed day totals", account.sealed().totals());
    for (Account.Entry entry : account.destinations()) {
      put(rows, "offered to " + entry.destination(), entry.offered());
      entry
          .terms()
          .forEach((term, count) -> put(rows, term + " (" + entry.destination() + ")", count));
    }
    put(rows, "changed by the Collector", account.arrived().changedSpans());
    put(
        rows,
        "refused by the Collector",
        account.arrived().refusedSpans() + account.arrived().refusedTotals());
    put(rows, "arrived events", account.arrived().spans());
    put(rows, "arrived day totals", account.arrived().totals());
    put(rows, "sessions", account.health().sessions());
    put(rows, "sessions that crashed", account.health().crashed());
    put(rows, "sessions that ended without a word", account.health().unfinished());
    rows.put("crash-free sessions", account.health().crashFree());
    for (VendorAccount vendor : account.vendors()) {
      put(rows, "refused by " + vendor.vendor(), vendor.refusedRequests());
      put(rows, "events at " + vendor.vendor(), vendor.items());
      Health.shownBy(vendor)
          .ifPresent(
              health -> rows.put("crash-free sessions at " + vendor.vendor(), health.crashFree()));
    }
    put(rows, "planted identities found", account.search().found());
    return rows;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void put(Map<String, String> rows, String what, long number) {
    rows.put(what, String.valueOf(number));
  }
}
