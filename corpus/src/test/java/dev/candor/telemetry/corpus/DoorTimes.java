package dev.candor.telemetry.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long each door takes for some cases, from the start of its command to its end:
 * {@code DoorTimes N PAGE} writes it into the page, between the two lines there.
 */
final class DoorTimes {
  private static final String BEGIN =
      "<!-- measured: written by DoorTimes, see corpus/README.md -->";
  private static final String END = "<!-- end of measured -->";

  private DoorTimes() {}

  public static void main(String[] args) throws IOException {
    int wanted = Integer.parseInt(args[0]);
    Path page = Path.of(args[1]);
    List<String> lines = Files.readAllLines(page);
    List<String> after = lines.subList(lines.indexOf(END), lines.size());
    List<String> written = new ArrayList<>(lines.subList(0, lines.indexOf(BEGIN) + 1));
    written.addAll(table(spread(Draw.of(Seeds.PAGE), wanted)));
    written.addAll(after);
    Files.write(page, written);
  }

  private static List<String> table(List<LeakCase> cases) {
    List<String> rows = new ArrayList<>();
    rows.add(
        String.format(
            "| command | seconds for %d cases, %d cores |",
            cases.size(), Runtime.getRuntime().availableProcessors()));
    rows.add("|---|---|");
    for (Door door : Door.values()) {
      rows.add(
          String.format(Locale.ROOT, "| `%s` | %.1f |", door.command(), door.ask(cases).seconds()));
    }
    rows.forEach(System.out::println);
    return rows;
  }

  /** So many of the cases, of every kind alike. */
  private static List<LeakCase> spread(List<LeakCase> cases, int wanted) {
    List<LeakCase> some = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      some.add(cases.get((int) ((long) i * cases.size() / wanted)));
    }
    return some;
  }
}
