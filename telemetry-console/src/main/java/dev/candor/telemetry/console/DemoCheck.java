package dev.candor.telemetry.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what arrived against what the four recordings and two changes must give, exactly. */
final class DemoCheck {
  /** Outcome and images of each acquisition, in order. */
  static final List<String> ACQUISITIONS =
      List.of("completed 30/30", "aborted 12/90", "failed 18/30", "completed 30/30");

  private final List<String> faults = new ArrayList<>();
  private final Arrived arrived;
  private final Account account;

  private DemoCheck(Arrived arrived, Account account) {
    this.arrived = arrived;
    this.account = account;
  }

  /** What is not as it must be after "everything"; empty if all is well. */
  static List<String> everything(Arrived arrived, Account account) {
    DemoCheck check = new DemoCheck(arrived, account);
    check.common();
    check.story(Story.of(arrived));
    return check.faults;
  }

  /** What is not as it must be after "counts"; empty if all is well. */
  static List<String> counts(Arrived arrived, Account account) {
    DemoCheck check = new DemoCheck(arrived, account);
    check.common();
    check.same(
        "events that arrived",
        List.of(),
        arrived.spans().stream().map(Arrived.Span::name).toList());
    check.same("sealed events", 0L, account.sealed().spans());
    check.totals();
    return check.faults;
  }

  private void common() {
    same("planted identities found", 0L, account.search().found());
    same("the ledger balances", true, account.balances());
    for (Account.Entry entry : account.destinations()) {
      same("accounted for at " + entry.destination(), entry.offered(), reached(entry));
    }
    same(
        "refused by the Collector",
        0L,
        account.arrived().refusedSpans() + account.arrived().refusedTotals());
    same("changed by the Collector", 0L, account.arrived().changedSpans());
    account.vendors().forEach(this::vendor);
  }

  /** The Collector takes all; a vendor takes events, and knows no totals. */
  private long reached(Account.Entry entry) {
    boolean isVendor =
        account.vendors().stream().anyMatch(v -> v.vendor().equals(entry.destination()));
    return isVendor ? entry.delivered() + entry.uncertain() + totals(entry) : entry.delivered();
  }

  /** A vendor that is offered totals is offered all of them; behind a Collector it is not. */
  private long totals(Account.Entry entry) {
    return entry.dropped().containsKey("other_kind") ? account.sealed().totals() : 0;
  }

  /** A vendor has each event that arrived at the Collector once, and nothing else. */
  private void vendor(VendorAccount vendor) {
    String at = " at " + vendor.vendor();
    same("refused requests" + at, "0 {}", vendor.refusedRequests() + " " + vendor.faults());
    same("events that came again" + at, 0L, vendor.repeated());
    same("events of nobody" + at, 0L, vendor.foreign());
    same("events" + at, account.arrived().spans(), vendor.items());
    Health.shownBy(vendor).ifPresent(shown -> same("sessions" + at, account.health(), shown));
  }

  private void story(Story story) {
    same(
        "acquisitions",
        ACQUISITIONS,
        story.acquisitions().stream()
            .map(a -> a.outcome() + " " + a.images() + "/" + a.expected())
            .toList());
    same("configuration changes", DemoConfig.CHANGES, changes(story));
    same("errors", DemoErrors.EXPECTED, DemoErrors.of(story));
    same("a crash after the last acquisition", true, crashFollows(story));
  }

  private static Set<String> changes(Story story) {
    return story.changes().stream()
        .map(c -> c.key() + ": " + c.before() + " -> " + c.after())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The last acquisition is complete, and its session holds a later, uncaught error. */
  private static boolean crashFollows(Story story) {
    if (story.acquisitions().isEmpty()) {
      return false;
    }
    Story.Acquisition last = story.acquisitions().get(story.acquisitions().size() - 1);
    return story.errors().stream()
        .anyMatch(
            e ->
                e.session().equals(last.session())
                    && e.origin().equals("uncaught")
                    && e.at().isAfter(last.end()));
  }

  private void totals() {
    TreeMap<String, Long> runs = new TreeMap<>();
    for (Arrived.Total total : arrived.totals()) {
      if (total.metric().equals("acquisition.run.count")) {
        String outcome = String.valueOf(total.attributes().get("acquisition.run.outcome"));
        runs.merge(outcome, (long) total.value(), Long::sum);
      }
      if (total.resource().containsKey("app.installation.id")
          || total.attributes().containsKey("session.id")) {
        faults.add("a total carries an id: " + total.metric());
      }
    }
    same("acquisitions counted", "{aborted=1, completed=2, failed=1}", runs.toString());
  }

  private void same(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      faults.add("%s: expected %s, found %s".formatted(what, expected, found));
    }
  }
}
