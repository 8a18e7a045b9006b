package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class Ga4PageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("candor.root", "..")).resolve("docs").resolve("ga4.md");

  /** Writes the page instead with {@code -Dcandor.update}. */
  @Test
  @Tag("P12")
  void page_committed_isWhatTheCodeSays() throws IOException {
    String page = new Ga4Page().text();

    if (System.getProperty("candor.update") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as("run the tests of exporter-ga4 with -Dcandor.update to write docs/ga4.md again")
        .hasContent(page);
  }
}
