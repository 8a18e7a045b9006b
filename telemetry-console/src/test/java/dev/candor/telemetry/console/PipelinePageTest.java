package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelinePageTest {
  @TempDir private Path folder;

  @Test
  void write_measuredBefore_replacesItAndNothingElse() throws IOException {
    Path file =
        Files.write(
            folder.resolve("page.md"),
            List.of("# A", PipelinePage.BEGIN, "old", PipelinePage.END, "the end"));

    PipelinePage.read(file).write(List.of("new", "newer"));

    assertThat(file)
        .content()
        .isEqualTo(
            String.join(
                "\n", "# A", PipelinePage.BEGIN, "new", "newer", PipelinePage.END, "the end", ""));
  }

  @Test
  void read_pageWithoutThePart_saysWhatIsNeeded() throws IOException {
    Path file = Files.write(folder.resolve("page.md"), List.of("# A", PipelinePage.END));

    assertThatThrownBy(() -> PipelinePage.read(file))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("--page takes a file with the two lines around what is measured");
  }

  @Test
  void read_docsPage_hasThePart() {
    Path page = TestShell.ROOT.resolve("docs").resolve("performance.md");

    assertThat(PipelinePage.read(page)).isNotNull();
  }

  @Test
  void machine_here_namesDateAndCores() {
    assertThat(PipelinePage.machine(new TestShell().shell()))
        .matches("Measured on \\d{4}-\\d{2}-\\d{2}: \\d+ cores of .+, Java .+\\.");
  }
}
