package dev.candor.telemetry.console;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one vendor holds after a demo, by its own account.
 *
 * @param vendor its name in settings and ledger
 * @param requests that came
 * @param refusedRequests of these, that the vendor did not take
 * @param faults what was wrong with them, by rule and field
 * @param items events of ours that it shows, each counted once
 * @param repeated things that it shows again
 * @param foreign things that it shows and that no sealed body holds
 * @param rows what it shows, by our names
 */
record VendorAccount(
    String vendor,
    long requests,
    long refusedRequests,
    SortedMap<String, Long> faults,
    long items,
    long repeated,
    long foreign,
    List<Row> rows) {
  /** Copies the collections. */
  VendorAccount {
    faults = new TreeMap<>(faults);
    rows = List.copyOf(rows);
  }

  /** Whether it shows what the ledger calls delivered, each once; what is uncertain, or not. */
  boolean agreesWith(Account.Entry ledger) {
    return items >= ledger.delivered()
        && items <= ledger.delivered() + ledger.uncertain()
        && repeated == 0
        && foreign == 0;
  }

  /** The rows of one event of ours. */
  List<Row> rows(String ours) {
    return rows.stream().filter(row -> row.ours().equals(ours)).toList();
  }

  /**
   * One name at the vendor.
   *
   * @param ours our event
   * @param theirs the vendor's name for it, or for a part of it
   * @param count how often it is shown
   * @param parameters the names of what is told of it
   */
  record Row(String ours, String theirs, long count, List<String> parameters) {
    /** Copies the list. */
    Row {
      parameters = List.copyOf(parameters);
    }
  }
}
