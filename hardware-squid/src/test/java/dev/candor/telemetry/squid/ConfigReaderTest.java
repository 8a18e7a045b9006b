package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {
  private final ConfigReader reader = new ConfigReader(FileOpener.system());

  @Test
  @Tag("SQ-19")
  @Tag("SQ-20")
  @Tag("SQ-21")
  @Tag("SQ-22")
  @Tag("SQ-76")
  void read_everyRealFile_hasItsGoldenCount() throws IOException {
    List<String> golden =
        Files.readAllLines(Fixtures.MODULE.resolve("src/test/resources/golden-keys.txt"));

    List<String> actual =
        Fixtures.configurationFiles().stream()
            .map(path -> describe(reader.read(path)) + " " + Fixtures.name(path))
            .toList();

    assertThat(actual).hasSize(199).containsExactlyElementsOf(golden);
  }

  @Test
  @Tag("SQ-19")
  @Tag("SQ-29")
  void read_realIniFiles_oneIsMergeConflict() {
    List<Document> files =
        Fixtures.configurationFiles().stream()
            .filter(path -> path.toString().endsWith(".ini"))
            .map(reader::read)
            .toList();

    assertThat(files).hasSize(30);
    assertThat(files.stream().flatMap(file -> file.reason().stream()).collect(Collectors.toList()))
        .containsExactly(UnreadableReason.MERGE_CONFLICT);
  }

  private static String describe(Document document) {
    return document
        .value()
        .map(value -> String.valueOf(value.keys()))
        .orElseGet(() -> document.reason().orElseThrow().name());
  }
}
