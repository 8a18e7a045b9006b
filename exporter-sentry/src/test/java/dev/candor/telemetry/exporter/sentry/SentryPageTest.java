package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SentryPageTest {
  /** Writes the page instead with {@code -Dcandor.update}. */
  private static final Path PAGE = Path.of(System.getProperty("candor.root"), "docs/sentry.md");

  @Test
  void page_isWhatTheCodeSays() throws IOException {
    String text = new SentryPage().text();
    if (System.getProperty("candor.update") != null) {
      Files.writeString(PAGE, text);
    }

    assertThat(PAGE)
        .as("run the tests of exporter-sentry with -Dcandor.update to write docs/sentry.md again")
        .hasContent(text);
  }
}
