package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of {@code docs/collector.md} are written from what the tests run. */
class CollectorPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("candor.root"), "docs", "collector.md");

  /** Writes the table instead with {@code -Dcandor.update}. */
  @ParameterizedTest
  @ValueSource(strings = {"holes", "rules", "mutations", "text mutations"})
  void page_generatedTable_isWhatTheTestsRun(String name) throws IOException {
    String page = Files.readString(PAGE);
    String start = "<!-- generated: " + name + " -->\n";
    int from = page.indexOf(start) + start.length();
    int to = page.indexOf("<!-- end -->", from);
    assertThat(from).isGreaterThanOrEqualTo(start.length());

    String table = table(name);
    if (System.getProperty("candor.update") != null) {
      Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
      page = Files.readString(PAGE);
      to = page.indexOf("<!-- end -->", from);
    }

    assertThat(page.substring(from, to)).isEqualTo(table);
  }

  /** The promise of the page: sixty cases in one start, each hole closed by one of them. */
  @Test
  void goldenCases_areAtLeastSixty() throws IOException {
    assertThat(GoldenCase.files()).hasSizeGreaterThanOrEqualTo(60);
  }

  private static String table(String name) throws IOException {
    List<String> rows =
        switch (name) {
          case "holes" -> holes();
          case "rules" -> rules();
          case "text mutations" -> textMutations();
          default -> mutations();
        };
    return String.join("\n", rows) + "\n";
  }

  private static List<String> holes() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    for (GoldenStages.Line line : GoldenStages.read().values()) {
      if (!line.hole().isEmpty()) {
        String stages =
            line.stages().stream().map(s -> "`" + s + "`").collect(Collectors.joining(", "));
        String by = stages.isEmpty() ? "no pipeline takes them" : stages;
        rows.put(line.hole(), "| " + line.hole() + " | `" + line.name() + "` | " + by + " |");
      }
    }
    return with(List.of("| Hole | Case | Stopped by |", "|---|---|---|"), rows.values());
  }

  private static List<String> rules() {
    List<String> rows = new ArrayList<>(List.of("| Rule | What must hold |", "|---|---|"));
    Arrays.stream(ConfigRule.values())
        .map(rule -> "| `" + rule.id() + "` | " + rule.sentence() + " |")
        .forEach(rows::add);
    return rows;
  }

  private static List<String> textMutations() {
    return with(
        List.of("| Fault of `transform/values` | Then |", "|---|---|"),
        Arrays.stream(TextFault.values())
            .map(fault -> "| " + fault.sentence() + " | an identity in a text leaves |")
            .toList());
  }

  private static List<String> mutations() throws IOException {
    Map<String, String> rules =
        ConfigFaults.bad().stream()
            .collect(Collectors.toMap(b -> b.name().replace(".yaml", ""), ConfigFaults.Bad::rule));
    Map<String, Integer> red = new TreeMap<>();
    Map<String, List<String>> others = new TreeMap<>();
    for (Mutation mutation : Mutation.all()) {
      String rule = rules.get(mutation.fault());
      red.merge(rule, mutation.probe().isEmpty() ? 0 : 1, Integer::sum);
      List<String> reasons = others.computeIfAbsent(rule, key -> new ArrayList<>());
      if (!mutation.cannot().isEmpty() && !reasons.contains(mutation.cannot())) {
        reasons.add(mutation.cannot());
      }
    }
    List<String> rows =
        red.entrySet().stream()
            .map(
                entry ->
                    "| `"
                        + entry.getKey()
                        + "` | "
                        + entry.getValue()
                        + " | "
                        + String.join("; ", others.get(entry.getKey()))
                        + " |")
            .toList();
    return with(List.of("| Rule | Red | Not seen, because |", "|---|---|---|"), rows);
  }

  private static List<String> with(List<String> head, Iterable<String> rows) {
    List<String> all = new ArrayList<>(head);
    rows.forEach(all::add);
    return all;
  }
}
