package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.candor.telemetry.TelemetryOptions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers at and beyond the bounds of their settings, and the words of a switch. */
class SettingsBoundsTest {
  @ParameterizedTest
  @CsvSource({
    "TELEMETRY_TIMEOUT, 0",
    "TELEMETRY_TIMEOUT, 0.99",
    "TELEMETRY_TIMEOUT, 31",
    "TELEMETRY_BATCH_SIZE, 0",
    "TELEMETRY_BATCH_SIZE, 1001",
    "TELEMETRY_BATCH_SIZE, 1.5",
    "TELEMETRY_RETRY_ATTEMPTS, -1",
    "TELEMETRY_RETRY_ATTEMPTS, 11",
    "TELEMETRY_RETRY_BACKOFF, 0.9",
    "TELEMETRY_RETRY_BACKOFF, 10.1",
    "TELEMETRY_RETRY_BACKOFF, NaN"
  })
  @Tag("MY-55")
  @Tag("MY-56")
  void read_beyondABound_isRefused(String setting, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(setting, value)))
        .withMessageStartingWith("settings: " + setting + " must be a ")
        .withMessageMatching("[^;]*");
  }

  @Test
  void read_atTheBounds_isFollowed() {
    EngineSettings least =
        read(
            Map.of(
                "TELEMETRY_TIMEOUT", "1",
                "TELEMETRY_BATCH_SIZE", "1",
                "TELEMETRY_RETRY_ATTEMPTS", "0",
                "TELEMETRY_RETRY_BACKOFF", "1"));
    EngineSettings most =
        read(
            Map.of(
                "TELEMETRY_TIMEOUT", "30",
                "TELEMETRY_BATCH_SIZE", "1000",
                "TELEMETRY_RETRY_ATTEMPTS", "10",
                "TELEMETRY_RETRY_BACKOFF", "10"));

    assertThat(least.timeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(least.batchSize()).isEqualTo(1);
    assertThat(least.retryAttempts()).isZero();
    assertThat(least.retryBackoff()).isEqualTo(1);
    assertThat(most.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(most.batchSize()).isEqualTo(1000);
    assertThat(most.retryAttempts()).isEqualTo(10);
    assertThat(most.retryBackoff()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "yes", "on", "TRUE", " On "})
  @Tag("MY-54")
  void read_yesInAnyForm_isTheOperatorsYes(String yes) {
    assertThat(read(Map.of("TELEMETRY_ENABLED", yes)).enabled()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "0", "no", "off", "OFF"})
  @Tag("MY-54")
  void read_noInAnyForm_isTheOperatorsNo(String no) {
    assertThat(read(Map.of("TELEMETRY_ENABLED", no)).enabled()).isFalse();
  }

  private static EngineSettings read(Map<String, String> environment) {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2").environment(environment).build();
    return new SettingsReader(options, Map.of("os.name", "Linux", "user.home", "/home/x")).read();
  }
}
