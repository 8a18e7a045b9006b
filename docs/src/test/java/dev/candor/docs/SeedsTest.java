package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/seeds.csv}, the list of what the five source documents ask, against the tests
 * and headings.
 */
class SeedsTest {
  private static final Map<String, Integer> ROWS =
      Map.of("SQ", 84, "SV", 79, "SD", 63, "MY", 86, "PR", 82);

  private final List<Row> rows = Row.readAll(Repository.ROOT.resolve("docs/seeds.csv"));

  @Test
  void rows_all_areListedOnceWithAKnownStatus() {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> ids = new TreeSet<>();
    for (Row row : rows) {
      assertThat(ids.add(row.id())).as("row %s stands once", row.id()).isTrue();
      counts.merge(row.id().substring(0, 2), 1, Integer::sum);
      assertThat(row.status()).as(row.id()).isIn("done", "planned", "declined");
      assertThat(row.proof().isEmpty())
          .as("proof or reason of %s", row.id())
          .isEqualTo(row.status().equals("planned"));
    }

    assertThat(rows).hasSize(394);
    assertThat(counts).isEqualTo(ROWS);
  }

  @Test
  void doneRows_allProofs_existAndCarryTheRowsId() {
    Map<String, Set<String>> tags = TestSources.tags();
    List<String> faults = new ArrayList<>();
    for (Row row : rows) {
      if (row.status().equals("done") && !row.isProvedBy(tags)) {
        faults.add(row.id() + " is not proved by " + row.proof());
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void tags_allRowsInTests_areDone() {
    Set<String> done = new TreeSet<>();
    rows.stream().filter(row -> row.status().equals("done")).forEach(row -> done.add(row.id()));
    Set<String> tagged = new TreeSet<>();
    TestSources.tags().values().forEach(tagged::addAll);
    tagged.removeIf(tag -> !ROWS.containsKey(tag.substring(0, 2)) || tag.indexOf('-') < 0);

    assertThat(done).containsAll(tagged);
  }

  /**
   * One row; {@code proof} is {@code module/Class#method}, {@code module/Class}, or {@code
   * file.md#Heading}.
   */
  private record Row(String id, String feature, String status, String proof) {
    static List<Row> readAll(Path file) {
      return Repository.lines(file).stream().skip(1).map(Row::parse).toList();
    }

    private static Row parse(String line) {
      List<String> cells = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (char c : line.toCharArray()) {
        if (c == '"') {
          quoted = !quoted;
        } else if (c == ',' && !quoted) {
          cells.add(cell.toString());
          cell.setLength(0);
        } else {
          cell.append(c);
        }
      }
      cells.add(cell.toString());
      assertThat(cells).as("cells of %s", cells.get(0)).hasSize(4);
      return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
    }

    boolean isProvedBy(Map<String, Set<String>> tags) {
      if (!proof.contains(".md#")) {
        return tags.getOrDefault(proof, Set.of()).contains(id);
      }
      String heading = proof.substring(proof.indexOf('#') + 1);
      Path page = Repository.ROOT.resolve(proof.substring(0, proof.indexOf('#')));
      return Files.exists(page)
          && Repository.lines(page).stream()
              .anyMatch(
                  line -> line.startsWith("#") && line.replaceFirst("#+ ", "").equals(heading));
    }
  }
}
