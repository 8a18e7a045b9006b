package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.candor.telemetry.TelemetryOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings out of the operator's file. */
class SettingsFileTest {
  private static final String SECRET = "secret7f3a";

  @TempDir Path folder;

  @Test
  @Tag("SV-76")
  void read_everythingInAFile_isFollowed() throws IOException {
    EngineSettings settings =
        read(
            Map.of(),
            Map.of(),
            """
            # of the laboratory
            TELEMETRY_ENDPOINT = https://collector.example.org

            TELEMETRY_TIMEOUT=7
            OTEL_EXPORTER_OTLP_HEADERS=authorization=a%20b,x=1
            GA_REGION=eu
            """);

    assertThat(settings.endpoint()).isEqualTo(URI.create("https://collector.example.org"));
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(settings.headers()).containsEntry("authorization", "a b").containsEntry("x", "1");
    assertThat(settings.given().text("GA_REGION")).isEqualTo("eu");
  }

  @Test
  @Tag("SV-76")
  void read_fourSources_theStrongestWins() throws IOException {
    String file =
        """
        TELEMETRY_BATCH_SIZE=4
        TELEMETRY_RETRY_ATTEMPTS=4
        TELEMETRY_TIMEOUT=4
        TELEMETRY_RETRY_BACKOFF=4
        """;
    Map<String, String> environment =
        Map.of(
            "TELEMETRY_BATCH_SIZE", "3", "TELEMETRY_RETRY_ATTEMPTS", "3", "TELEMETRY_TIMEOUT", "3");
    Map<String, String> properties =
        Map.of("telemetry.batch.size", "2", "telemetry.retry.attempts", "2");

    EngineSettings settings = read(environment, properties, file);

    assertThat(settings.given().with(Map.of()).text("TELEMETRY_RETRY_BACKOFF")).isNull();
    assertThat(settings.retryBackoff()).isEqualTo(4);
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.retryAttempts()).isEqualTo(2);
    assertThat(settings.batchSize()).isEqualTo(2);
  }

  @Test
  @Tag("P3")
  void read_noInAFile_winsOverAYesOfTheEnvironment() throws IOException {
    EngineSettings settings =
        read(Map.of("TELEMETRY_ENABLED", "true"), Map.of(), "TELEMETRY_ENABLED=false\n");

    assertThat(settings.enabled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TELEMETRY_TIMEOUT",
        "telemetry_timeout=secret7f3a",
        "=secret7f3a",
        "secret7f3a",
        "TELEMETRY_SETTINGS_FILE=secret7f3a",
        "GA_REGION=eu\nGA_REGION=secret7f3a"
      })
  @Tag("P4")
  void read_faultyLine_isToldByLineAndRuleOnly(String lines) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(), Map.of(), "# first\n" + lines + "\n"))
        .withMessageMatching(".*TELEMETRY_SETTINGS_FILE line [23] must .*")
        .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain(SECRET));
  }

  @Test
  void read_fileOfAnotherEncoding_isAFault() throws IOException {
    Path file = folder.resolve("latin1");
    Files.write(file, "GA_REGION=\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));

    assertFault(Map.of("TELEMETRY_SETTINGS_FILE", file.toString()));
  }

  @Test
  void read_noSuchFileOrNotAFile_isAFault() {
    assertFault(Map.of("TELEMETRY_SETTINGS_FILE", folder.resolve(SECRET).toString()));
    assertFault(Map.of("TELEMETRY_SETTINGS_FILE", folder.toString()));
  }

  @Test
  void read_fileBeyondItsBound_isAFault() throws IOException {
    Path file = Files.writeString(folder.resolve("large"), "#".repeat((64 << 10) + 1));

    assertFault(Map.of("TELEMETRY_SETTINGS_FILE", file.toString()));
  }

  @Test
  @Tag("P1")
  void read_fileNamedByTheBuilder_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("yes"), "TELEMETRY_ENABLED=true\n");
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1")
            .environment(Map.of())
            .setting("TELEMETRY_SETTINGS_FILE", file.toString())
            .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SettingsReader(options, Map.of()).read())
        .withMessageContaining("TELEMETRY_SETTINGS_FILE may not come from the builder");
  }

  private void assertFault(Map<String, String> environment) {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1").environment(environment).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SettingsReader(options, Map.of()).read())
        .withMessageContaining("TELEMETRY_SETTINGS_FILE must be the path of a readable file")
        .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain(SECRET));
  }

  private EngineSettings read(
      Map<String, String> environment, Map<String, String> properties, String text)
      throws IOException {
    Path file = Files.writeString(folder.resolve("candor.settings"), text);
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.put("TELEMETRY_SETTINGS_FILE", file.toString());
    TelemetryOptions options = TelemetryOptions.builder("lab", "1").environment(all).build();
    return new SettingsReader(options, properties).read();
  }
}
