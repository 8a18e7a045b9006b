package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Takes one stone out of the wall and shows that a golden case falls: each rule is held by a test.
 */
@Tag("P4")
@Tag("once")
class FailClosedIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groupbyattrs, filter/contract | filter/contract | entity-refs",
        "'Len(links) > 0' | 'false' | links",
        "- 'true' | - 'false' | events",
        "set(span.trace_state, \"\") | set(span.dropped_links_count, 0) | trace-state",
        "merge_maps(span.cache, span.attributes, \"insert\") | merge_maps(span.cache, span.attributes, \"upsert\") | repeated-key",
        "set(span.status.message, \"\") | set(span.dropped_links_count, 0) | status-message",
        "type != METRIC_DATA_TYPE_SUM | false | metric-of-another-type",
        "ContainsValue([\"manual\", \"select_wells\"], | IsString( | identity-in-imaging-run-mode",
      })
  void collector_withoutOneRule_failsItsGoldenCase(String from, String to, String name)
      throws IOException, InterruptedException {
    String base = BaseGenerator.generate(TestRegistries.lab());
    assertThat(base).contains(from);

    // A message or state that slips through the shape is dropped by the verifying stage behind it.
    assertThat(differs(base, name)).isFalse();
    assertThat(differs(base.replace(from, to), name)).isTrue();
  }

  private boolean differs(String base, String name) throws IOException, InterruptedException {
    try (GoldenCollector collector = new GoldenCollector(folder, base)) {
      for (GoldenCase golden : GoldenCase.all()) {
        if (golden.name().matches("[0-9]+-" + name + ".*")) {
          List<JsonNode> arrived = collector.through(golden.sent());
          arrived.forEach(GoldenCollector::sorted);
          JsonNode expected = golden.arrives();
          List<JsonNode> wanted =
              expected == null
                  ? List.of()
                  : List.of(GoldenCollector.sorted(GoldenCollector.plain(expected)));
          if (!arrived.equals(wanted)) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
