package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private static final Path COMMITTED =
      Path.of("src/main/resources/dev/candor/telemetry/scrub", Lexicon.RESOURCE);

  /** Writes the file instead with {@code -Dcandor.update}. */
  @Test
  void words_committed_areWhatTheListsMake() throws IOException {
    byte[] written = LexiconWriter.write();

    if (System.getProperty("candor.update") != null) {
      Files.createDirectories(COMMITTED.getParent());
      Files.write(COMMITTED, written);
    }

    assertThat(written)
        .as("run the tests of telemetry-scrub with -Dcandor.update to write words.bin again")
        .isEqualTo(Files.readAllBytes(COMMITTED));
  }
}
