package dev.candor.telemetry.console;

import java.util.List;

/** Images taken of images expected, one bar for each acquisition. */
final class Bars {
  private static final int WIDTH = 960;
  private static final int LEFT = 200;
  private static final int ROOM = 640;
  private static final int ROW = 36;

  private Bars() {}

  static String draw(List<Story.Acquisition> acquisitions) {
    Svg svg =
        new Svg(
            WIDTH,
            ROW * acquisitions.size() + 8,
            "Images of each acquisition",
            "The full bar is what was expected; the table below has the numbers");
    long most = acquisitions.stream().mapToLong(Story.Acquisition::expected).max().orElse(1);
    double y = 4;
    for (int i = 0; i < acquisitions.size(); i++) {
      Story.Acquisition a = acquisitions.get(i);
      double full = ROOM * (double) a.expected() / Math.max(1, most);
      double done = a.expected() == 0 ? 0 : full * a.images() / a.expected();
      svg.words(0, y + 20, "start", "", label(a, i + 1));
      svg.box(LEFT, y + 6, full, 20, "track");
      svg.box(LEFT, y + 6, done, 20, Timeline.tone(a.outcome()), a.outcome());
      svg.words(LEFT + full + 12, y + 21, "start", "strong", a.images() + " of " + a.expected());
      y += ROW;
    }
    return svg.toString();
  }

  /** Totals belong to no acquisition and so have no number. */
  private static String label(Story.Acquisition a, int number) {
    return a.session().isEmpty() ? a.outcome() : number + "  " + a.outcome();
  }
}
