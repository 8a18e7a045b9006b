package dev.candor.telemetry.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way of all events as a picture whose columns balance: what goes into a column comes out of
 * it, on the way to the next one or downwards.
 */
final class FlowPicture {
  private static final int WIDTH = 960;
  private static final int TOP = 58;
  private static final int TALL = 150;
  private static final int BAR = 18;
  private static final int EXITS = 78;

  private final Account account;
  private final Svg svg;
  private final double scale;

  private FlowPicture(Account account) {
    this.account = account;
    this.svg =
        new Svg(
            WIDTH,
            TOP + TALL + EXITS,
            "The way of all events",
            "Events above, totals of the day below; the table has every number");
    long most = Math.max(account.recorded(), account.stored() + account.sealed().totals());
    this.scale = TALL / (double) Math.max(1, most);
  }

  static String draw(Account account) {
    return new FlowPicture(account).draw();
  }

  private String draw() {
    List<Column> columns = columns();
    double step = (WIDTH - 155.0) / (columns.size() - 1);
    for (int i = 0; i < columns.size(); i++) {
      double x = 20 + i * step;
      if (i + 1 < columns.size()) {
        bands(columns.get(i), columns.get(i + 1), x, x + step);
      }
      column(columns.get(i), x);
    }
    return svg.toString();
  }

  private List<Column> columns() {
    Account.Sealed sealed = account.sealed();
    long lost = account.lost().values().stream().mapToLong(Long::longValue).sum();
    long delivered = account.deliveredToCollector();
    long deliveredSpans = Math.min(delivered, sealed.spans());
    long refused = account.arrived().refusedSpans() + account.arrived().refusedTotals();
    List<Column> columns = new ArrayList<>();
    Map<String, Long> kept = new LinkedHashMap<>();
    kept.put("kept back by consent", account.keptBack());
    kept.put("lost", lost);
    columns.add(new Column("Recorded", account.recorded(), 0, kept));
    columns.add(
        new Column(
            "Stored",
            account.stored(),
            sealed.totals(),
            Map.of("not sealed", account.stored() - sealed.spans())));
    columns.add(
        new Column(
            "Sealed",
            sealed.spans(),
            sealed.totals(),
            Map.of("not delivered", sealed.spans() + sealed.totals() - delivered)));
    columns.add(
        new Column(
            "Delivered",
            deliveredSpans,
            delivered - deliveredSpans,
            Map.of("refused by the Collector", refused)));
    columns.add(
        new Column("Arrived", account.arrived().spans(), account.arrived().totals(), Map.of()));
    return columns;
  }

  private void bands(Column from, Column to, double x1, double x2) {
    double events = Math.min(from.events(), to.events()) * scale;
    double totals = Math.min(from.totals(), to.totals()) * scale;
    svg.band(x1 + BAR, TOP, events, x2, TOP, events, "accent");
    svg.band(
        x1 + BAR,
        TOP + from.events() * scale,
        totals,
        x2,
        TOP + to.events() * scale,
        totals,
        "second");
  }

  private void column(Column column, double x) {
    double events = column.events() * scale;
    double totals = column.totals() * scale;
    svg.words(x, 18, "start", "strong", column.name());
    svg.words(x, 36, "start", "soft", column.numbers());
    svg.box(x, TOP, BAR, events, "accent", column.events() + " events");
    svg.box(x, TOP + events, BAR, totals, "second", column.totals() + " day totals");
    double y = TOP + TALL + 24;
    for (Map.Entry<String, Long> exit : column.exits().entrySet()) {
      if (exit.getValue() > 0) {
        svg.triangle(x + 5, y - 4, 5, "warn", "");
        svg.words(x + 16, y, "start", "", exit.getValue() + " " + exit.getKey());
      } else {
        svg.words(x, y, "start", "soft", "0 " + exit.getKey());
      }
      y += 20;
    }
  }

  private record Column(String name, long events, long totals, Map<String, Long> exits) {
    String numbers() {
      return totals == 0 ? events + " events" : events + " events, " + totals + " totals";
    }
  }
}
