package dev.candor.telemetry.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScorePageIT {
  private static final Path PAGE = Door.ROOT.resolve("docs").resolve("leak-corpus.md");

  /** Writes the page instead with {@code -Dcandor.update}. */
  @Test
  void page_committed_isTheScoreOfItsSeed() throws IOException {
    String page =
        new ScorePage(
                Door.CLIENT.score(Seeds.PAGE),
                Door.COLLECTOR.score(Seeds.PAGE),
                Door.BOTH.score(Seeds.PAGE))
            .text();

    if (System.getProperty("candor.update") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as("run the tests of corpus with -Dcandor.update to write docs/leak-corpus.md again")
        .hasContent(page);
  }
}
