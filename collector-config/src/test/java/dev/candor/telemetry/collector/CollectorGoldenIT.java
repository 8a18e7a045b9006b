package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends each golden case through one real Collector. */
@Tag("P4")
class CollectorGoldenIT {
  private static final List<String> IDENTITIES =
      List.of("alice", "smithlab", "smith lab", "nas-stanford", "patient", "mcf7");

  @TempDir static Path folder;
  private static GoldenCollector collector;

  @BeforeAll
  static void start() throws IOException {
    collector = new GoldenCollector(folder, BaseGenerator.generate(TestRegistries.all()));
  }

  @AfterAll
  static void stop() {
    collector.close();
  }

  static List<GoldenCase> cases() throws IOException {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void collector_goldenCase_letsPassWhatIsWritten(GoldenCase golden)
      throws IOException, InterruptedException {
    JsonNode expected = golden.arrives();
    boolean unchanged = golden.sent().equals(expected);

    List<JsonNode> arrived = collector.through(golden.sent());

    if (expected == null) {
      assertThat(arrived).as(golden.proves()).isEmpty();
      return;
    }
    GoldenCollector.plain(expected);
    if (!unchanged) {
      GoldenCollector.sorted(expected);
      arrived.forEach(GoldenCollector::sorted);
    }
    assertThat(arrived).as(golden.proves()).containsExactly(expected);
    assertThat(arrived.toString().toLowerCase(Locale.ROOT)).doesNotContain(IDENTITIES);
  }

  @Test
  void goldenCases_areAtLeastTwenty() throws IOException {
    assertThat(GoldenCase.files()).hasSizeGreaterThanOrEqualTo(20);
  }
}
