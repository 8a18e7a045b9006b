package dev.candor.telemetry.exporter.amplitude;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AmplitudePageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("candor.root", "..")).resolve("docs").resolve("amplitude.md");

  /** Writes the page instead with {@code -Dcandor.update}. */
  @Test
  @Tag("P12")
  void page_committed_isWhatTheCodeSays() throws IOException {
    String page = new AmplitudePage().text();

    if (System.getProperty("candor.update") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as("run the tests of exporter-amplitude with -Dcandor.update to write it again")
        .hasContent(page);
  }
}
