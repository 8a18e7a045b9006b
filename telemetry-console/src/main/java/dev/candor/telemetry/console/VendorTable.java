package dev.candor.telemetry.console;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who got what under which name: a row for each event of ours, a column for each vendor. */
final class VendorTable {
  /** What stands where a vendor was told nothing. */
  static final String NOTHING = "-";

  private VendorTable() {}

  static List<String> head(Account account) {
    List<String> head = new ArrayList<>(List.of("Our event"));
    account.vendors().forEach(vendor -> head.add(vendor.vendor()));
    return head;
  }

  static List<List<String>> rows(Account account) {
    TreeSet<String> events = new TreeSet<>();
    account.vendors().forEach(v -> v.rows().forEach(row -> events.add(row.ours())));
    List<List<String>> rows = new ArrayList<>();
    for (String event : events) {
      List<String> cells = new ArrayList<>(List.of(event));
      account.vendors().forEach(vendor -> cells.add(cell(vendor.rows(event))));
      rows.add(cells);
    }
    return rows;
  }

  private static String cell(List<VendorAccount.Row> rows) {
    return rows.isEmpty()
        ? NOTHING
        : rows.stream()
            .map(row -> row.theirs() + " \u00d7" + row.count())
            .collect(Collectors.joining(", "));
  }

  /** The same for a terminal, in columns. */
  static List<String> lines(Account account) {
    List<List<String>> all = new ArrayList<>(List.of(head(account)));
    all.addAll(rows(account));
    List<String> lines = new ArrayList<>();
    for (List<String> cells : all) {
      StringBuilder line = new StringBuilder(" ");
      for (int column = 0; column < cells.size(); column++) {
        int at = column;
        int width = all.stream().mapToInt(row -> row.get(at).length()).max().orElse(1);
        line.append(" %%-%ds ".formatted(width).formatted(cells.get(column)));
      }
      lines.add(line.toString().stripTrailing().replace('\u00d7', 'x'));
    }
    return lines;
  }
}
