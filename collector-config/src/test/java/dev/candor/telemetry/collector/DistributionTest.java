package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules need nothing that the contrib distribution does not have. */
@Tag("P12")
class DistributionTest {
  private static final Pattern MODULE = Pattern.compile("gomod: (\\S+) v");

  @Test
  void builder_everyModule_isInTheContribDistribution() throws IOException {
    List<String> ours =
        MODULE
            .matcher(Files.readString(Path.of("distribution", "builder.yaml")))
            .results()
            .map(MatchResult::group)
            .map(line -> line.replaceAll("gomod: (\\S+) v", "$1"))
            .toList();

    assertThat(ours).hasSizeGreaterThan(20);
    assertThat(Files.readAllLines(Path.of("src", "test", "resources", "contrib-modules.txt")))
        .containsAll(ours);
  }
}
