package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.exporter.HttpEndpoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  @Test
  void read_nothingGiven_hasDefaults() {
    EngineSettings settings = read(Map.of());

    assertThat(settings.service()).isEqualTo("lab");
    assertThat(settings.endpoint()).isNull();
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.batchSize()).isEqualTo(100);
    assertThat(settings.retryAttempts()).isEqualTo(3);
    assertThat(settings.retryBackoff()).isEqualTo(2.0);
    assertThat(settings.enabled()).isNull();
    assertThat(settings.doNotTrack()).isFalse();
    assertThat(settings.resource())
        .containsEntry("service.name", "lab")
        .containsEntry("service.version", "1.4.2")
        .containsEntry("deployment.environment.name", "unknown")
        .containsEntry("telemetry.sdk.name", "candor");
  }

  @Test
  void read_environmentGiven_isFollowed() {
    EngineSettings settings =
        read(
            Map.of(
                "TELEMETRY_ENDPOINT", "https://telemetry.example.org/base",
                "OTEL_EXPORTER_OTLP_ENDPOINT", "https://other.example.org",
                "OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer%20abc, x-lab = 1+1 ",
                "OTEL_SERVICE_NAME", "microscope",
                "OTEL_RESOURCE_ATTRIBUTES",
                    "deployment.environment.name=simulation,host.name=smithlab",
                "TELEMETRY_TIMEOUT", "2.5",
                "TELEMETRY_BATCH_SIZE", "1000",
                "TELEMETRY_RETRY_ATTEMPTS", "0",
                "TELEMETRY_RETRY_BACKOFF", "10",
                "TELEMETRY_ENABLED", "TRUE"));

    assertThat(settings.endpoint()).isEqualTo(URI.create("https://telemetry.example.org/base"));
    assertThat(settings.headers())
        .containsEntry("authorization", "Bearer abc")
        .containsEntry("x-lab", "1+1");
    assertThat(settings.resource())
        .containsEntry("service.name", "microscope")
        .containsEntry("deployment.environment.name", "simulation")
        .doesNotContainKey("host.name")
        .doesNotContainValue("smithlab");
    assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(2500));
    assertThat(settings.batchSize()).isEqualTo(1000);
    assertThat(settings.enabled()).isTrue();
  }

  @Test
  void read_builderAndPropertyAndVariable_builderThenPropertyWins() {
    Map<String, String> properties = Map.of("telemetry.timeout", "3", "otel.service.name", "p");
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2")
            .endpoint(URI.create("http://localhost:4318"))
            .headers(Map.of("X-Key", "k"))
            .environment(
                Map.of(
                    "TELEMETRY_TIMEOUT", "4",
                    "TELEMETRY_ENDPOINT", "https://example.org",
                    "OTEL_SERVICE_NAME", ""))
            .build();

    EngineSettings settings = new SettingsReader(options, properties).read();

    assertThat(settings.endpoint()).isEqualTo(URI.create("http://localhost:4318"));
    assertThat(settings.headers()).containsOnlyKeys("x-key");
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.service()).isEqualTo("p");
  }

  @ParameterizedTest
  @Tag("SV-8")
  @CsvSource({"gui, gui", "CLI, cli", "service, service"})
  void read_runtimeNamed_winsOverWhatIsSeen(String given, String told) {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2")
            .setting("TELEMETRY_RUNTIME", given)
            .environment(Map.of("TELEMETRY_RUNTIME", "gui", "DISPLAY", ":0"))
            .build();

    EngineSettings settings = new SettingsReader(options, Map.of("os.name", "Linux")).read();

    assertThat(settings.resource()).containsEntry("app.runtime.kind", told);
  }

  @Test
  @Tag("SV-11")
  void read_manyFaults_areNamedTogetherWithoutAnyValue() {
    Map<String, String> environment =
        Map.of(
            "TELEMETRY_ENDPOINT", "http://secret-host.example.org",
            "OTEL_EXPORTER_OTLP_HEADERS", "secret-key",
            "OTEL_SERVICE_NAME", "Secret Lab",
            "OTEL_RESOURCE_ATTRIBUTES", "=secret",
            "TELEMETRY_TIMEOUT", "secret1",
            "TELEMETRY_BATCH_SIZE", "1001",
            "TELEMETRY_RETRY_ATTEMPTS", "11",
            "TELEMETRY_RETRY_BACKOFF", "NaN",
            "TELEMETRY_ENABLED", "secret",
            "TELEMETRY_POLICY_FILE", "secret\0");
    Map<String, String> properties =
        Map.of("telemetry.salt", "secret salt", "telemetry.runtime", "secret");
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "secret version")
            .policyVersion(0)
            .setting("secret name", "1")
            .environment(environment)
            .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SettingsReader(options, properties).read())
        .satisfies(
            fault ->
                assertThat(fault.getMessage())
                    .contains(environment.keySet())
                    .contains("version must", "policyVersion must", "setting must be named")
                    .contains("TELEMETRY_SALT must", "TELEMETRY_RUNTIME must")
                    .doesNotContainIgnoringCase("secret"));
  }

  @Test
  @Tag("SV-78")
  @Tag("SV-79")
  void read_faultyRates_areNamedWithoutAnyValue() {
    Map<String, String> environment =
        Map.of("TELEMETRY_RATE_LIMIT", "secret=15000", "TELEMETRY_SAMPLE_RATE", "secret=10%");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(environment))
        .satisfies(
            fault ->
                assertThat(fault.getMessage())
                    .contains(environment.keySet())
                    .doesNotContain("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org",
        "https://user:pass@example.org",
        "https://example.org?key=1",
        "https://example.org#part",
        "ftp://localhost",
        "example.org",
        "http://127.0.0.1.example.org",
        "https:///path",
        "not an address"
      })
  @Tag("MY-60")
  void read_illegalEndpoint_isRefused(String endpoint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)))
        .withMessage("settings: OTEL_EXPORTER_OTLP_ENDPOINT " + HttpEndpoint.RULE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org:4318/base",
        "http://localhost:4318",
        "http://127.0.0.1:4318",
        "HTTP://[::1]:4318/"
      })
  void read_legalEndpoint_isTaken(String endpoint) {
    assertThat(read(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)).endpoint())
        .isEqualTo(URI.create(endpoint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "yes", "anything"})
  void read_doNotTrack_isHonoured(String value) {
    assertThat(read(Map.of("DO_NOT_TRACK", value)).forbidden()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "false", "", " "})
  void read_doNotTrackSaysNo_isNoForbid(String value) {
    assertThat(read(Map.of("DO_NOT_TRACK", value)).forbidden()).isFalse();
  }

  @Test
  @Tag("SV-44")
  void read_settingOfTheBuilder_winsOverPropertyAndVariable() {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2")
            .setting("TELEMETRY_TIMEOUT", "2")
            .setting("TELEMETRY_BATCH_SIZE", " ")
            .environment(Map.of("TELEMETRY_TIMEOUT", "4", "TELEMETRY_BATCH_SIZE", "7"))
            .build();

    EngineSettings settings = new SettingsReader(options, Map.of("telemetry.timeout", "3")).read();

    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.batchSize()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"DO_NOT_TRACK, 0, 1", "TELEMETRY_ENABLED, true, false"})
  @Tag("P3")
  void read_noAnywhere_winsOverEveryYes(String setting, String yes, String no) {
    String property = setting.toLowerCase(Locale.ROOT).replace('_', '.');
    TelemetryOptions.Builder lab = TelemetryOptions.builder("lab", "1");
    TelemetryOptions inVariable = lab.environment(Map.of(setting, no)).build();
    TelemetryOptions yesInVariable = lab.environment(Map.of(setting, yes)).build();
    TelemetryOptions inBuilder = lab.environment(Map.of(setting, yes)).setting(setting, no).build();

    assertThat(new SettingsReader(inVariable, Map.of(property, yes)).read().forbidden()).isTrue();
    assertThat(new SettingsReader(yesInVariable, Map.of(property, no)).read().forbidden()).isTrue();
    assertThat(new SettingsReader(inBuilder, Map.of(property, yes)).read().forbidden()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"TELEMETRY_ENABLED, true", "TELEMETRY_POLICY_FILE, policy.json"})
  @Tag("P3")
  void read_yesForPeopleInTheBuilder_isRefused(String setting, String value) {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1").setting(setting, value).environment(Map.of()).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SettingsReader(options, Map.of()).read())
        .withMessageStartingWith("settings: " + setting + " may")
        .withMessageContaining("builder");
  }

  @Test
  void read_policyFilesOfPropertyAndVariable_bothCount() {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1")
            .environment(Map.of("TELEMETRY_POLICY_FILE", "a.json"))
            .build();

    EngineSettings settings =
        new SettingsReader(options, Map.of("telemetry.policy.file", "b.json")).read();

    assertThat(settings.policyFiles()).contains(Path.of("a.json"), Path.of("b.json"));
  }

  @Test
  @Tag("SV-43")
  void fromEnvironment_everythingInVariables_isRead() {
    TelemetryOptions options =
        TelemetryOptions.builder("", "")
            .environment(
                Map.of(
                    "OTEL_SERVICE_NAME", "lab",
                    "OTEL_RESOURCE_ATTRIBUTES", "service.name=other,service.version=1.4.2",
                    "XDG_CONFIG_HOME", "/config"))
            .build();

    EngineSettings settings = new SettingsReader(options, Map.of("os.name", "Linux")).read();

    assertThat(settings.service()).isEqualTo("lab");
    assertThat(settings.version()).isEqualTo("1.4.2");
    assertThat(settings.folders().consentFile())
        .isEqualTo(Path.of("/config/candor/lab/consent.json"));
  }

  @Test
  void fromEnvironment_nothingThere_namesWhatIsMissing() {
    TelemetryOptions options = TelemetryOptions.builder("", "").environment(Map.of()).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SettingsReader(options, Map.of("os.name", "Linux")).read())
        .withMessageContaining("OTEL_SERVICE_NAME must")
        .withMessageContaining("service.version in OTEL_RESOURCE_ATTRIBUTES must");
  }

  @Test
  void read_illegalHeader_isRefused() {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1")
            .headers(Map.of("a b", "secret\r\n"))
            .environment(Map.of())
            .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SettingsReader(options, Map.of()).read())
        .withMessage("settings: headers must be header names and printable ASCII values");
  }

  @Test
  void inspection_ofOptions_showsFoldersAndHostsOnly() {
    EngineInspection inspection =
        EngineInspection.of(
            TelemetryOptions.builder("lab", "1")
                .folder(Path.of("/tmp/f"))
                .endpoint(URI.create("https://telemetry.example.org/secret"))
                .environment(Map.of())
                .build());

    assertThat(inspection.folders().outboxFile()).isEqualTo(Path.of("/tmp/f/data/outbox.db"));
    assertThat(inspection.destinations()).containsExactly("telemetry.example.org");
    assertThat(inspection.service()).isEqualTo("lab");
  }

  @Test
  void toString_settings_showsNoSecret() {
    assertThat(read(Map.of("OTEL_EXPORTER_OTLP_HEADERS", "k=secret")).toString())
        .isEqualTo("EngineSettings[lab 1.4.2]");
  }

  private static EngineSettings read(Map<String, String> environment) {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2").environment(environment).build();
    return new SettingsReader(options, Map.of("os.name", "Linux", "user.home", "/home/x")).read();
  }
}
