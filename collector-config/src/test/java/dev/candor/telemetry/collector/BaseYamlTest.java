package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("P12")
class BaseYamlTest {
  private static final Path COMMITTED = Path.of("collector", "base.yaml");

  /** Writes the file instead with {@code -Dcandor.update}. */
  @Test
  void baseYaml_committed_isWhatTheRegistriesGenerate() throws IOException {
    String generated = BaseGenerator.generate(TestRegistries.shipped());

    if (System.getProperty("candor.update") != null) {
      Files.writeString(COMMITTED, generated);
    }

    assertThat(generated)
        .as("run the tests with -Dcandor.update to write collector/base.yaml again")
        .isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void generate_equalRegistries_giveEqualText() {
    assertThat(BaseGenerator.generate(TestRegistries.all()))
        .isEqualTo(BaseGenerator.generate(TestRegistries.all()));
  }

  @Test
  void generate_everyStage_failsClosed() {
    String base = BaseGenerator.generate(TestRegistries.lab());

    assertThat(base).doesNotContain("error_mode: ignore", "error_mode: silent", "allowed_values");
    assertThat(base.split("error_mode: propagate", -1)).hasSize(5);
    assertThat(base).contains("redact_all_types: true", "allow_all_keys: false", "level: info");
    assertThat(base).contains("max_request_body_size: 1048576").doesNotContain("logs/");
  }

  @Test
  void generate_conditions_useOnlyWhatCannotFail() {
    BaseGenerator.generate(TestRegistries.lab())
        .lines()
        .filter(line -> line.contains("delete_key("))
        .map(line -> line.substring(line.indexOf("where not (")))
        .map(line -> line.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "_"))
        .forEach(
            condition ->
                assertThat(condition)
                    .matches(
                        "where not \\(((IsString|IsInt|IsBool|IsDouble|IsMatch|ContainsValue|Len)\\("
                            + "|and |or |\\(|>= |<= |[0-9.-]+|[a-z]+[.]attributes\\[_\\]|_|\\[|\\]|, |\\)| )*'"));
  }

  @Test
  void shippedFiles_unpacked_areTheCommittedOnes(@TempDir Path folder) throws IOException {
    for (CollectorFiles file : CollectorFiles.values()) {
      Path unpacked = file.unpack(folder.resolve("made"));

      assertThat(unpacked).hasContent(file.text());
      assertThat(Path.of("collector").resolve(unpacked.getFileName())).hasContent(file.text());
    }
  }
}
