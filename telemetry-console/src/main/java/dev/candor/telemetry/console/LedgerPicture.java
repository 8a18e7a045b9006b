package dev.candor.telemetry.console;

import java.util.Map;

/**
 * One destination's account as two bars of equal length: what was offered, and what became of it.
 */
final class LedgerPicture {
  private static final int WIDTH = 960;
  private static final int LEFT = 110;

  private LedgerPicture() {}

  static String draw(Account.Entry entry) {
    Svg svg =
        new Svg(
            WIDTH,
            92,
            "Account of destination " + entry.destination(),
            entry.balances()
                ? "Both bars are equally long"
                : "The bars differ: it does not balance");
    double unit = (WIDTH - LEFT) / (double) Math.max(1, entry.offered());
    svg.words(0, 24, "start", "strong", "Offered");
    svg.box(LEFT, 8, entry.offered() * unit, 24, "idle", entry.offered() + " offered");
    svg.words(LEFT + 10, 25, "start", "on", String.valueOf(entry.offered()));
    svg.words(0, 60, "start", "strong", "Became");
    double x = LEFT;
    for (Map.Entry<String, Long> term : entry.terms().entrySet()) {
      double length = term.getValue() * unit;
      if (length > 0) {
        svg.box(x, 44, length, 24, tone(term.getKey()), term.getValue() + " " + term.getKey());
        svg.words(x + 10, 61, "start", "on", term.getValue() + " " + term.getKey());
        x += length;
      }
    }
    return svg.toString();
  }

  /** The account as a sum in words. */
  static String sum(Account.Entry entry) {
    StringBuilder sum = new StringBuilder(entry.offered() + " offered =");
    String sign = " ";
    for (Map.Entry<String, Long> term : entry.terms().entrySet()) {
      sum.append(sign).append(term.getValue()).append(' ').append(term.getKey());
      sign = " + ";
    }
    return sum.toString();
  }

  private static String tone(String term) {
    return switch (term) {
      case "delivered" -> "good";
      case "uncertain", "queued" -> "warn";
      default -> "bad";
    };
  }
}
