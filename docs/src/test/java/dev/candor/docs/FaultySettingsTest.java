package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationProvider.SettingRow;
import dev.candor.telemetry.exporter.DestinationProviders;
import dev.candor.telemetry.otel.EngineSetting;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.NoiseCheck;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting that has a rule, with a value that breaks it. */
@Timeout(60)
class FaultySettingsTest {
  private static final String CANARY = "canary7f3a";

  /** Too long, with blanks, a line and an end of text: no rule allows it. */
  private static final String FAULTY = (CANARY + " \n\0\u00e4").repeat(40);

  @RegisterExtension final NoiseCheck noise = new NoiseCheck();
  @TempDir Path folder;

  static Stream<String> engineSettings() {
    return EngineSetting.rows().stream()
        .filter(row -> row.rule().startsWith("must"))
        .map(SettingRow::name);
  }

  static Stream<Arguments> vendorSettings() {
    return providers().stream()
        .flatMap(
            provider ->
                provider.settings().stream()
                    .filter(row -> row.rule().startsWith("must"))
                    .map(row -> Arguments.of(provider.name(), row.name())));
  }

  @ParameterizedTest
  @MethodSource("engineSettings")
  @Tag("MY-65")
  @Tag("P4")
  void engineSetting_faulty_keepsTelemetryOffWithOneWarning(String setting) {
    assertThat(enabled(Map.of(setting, FAULTY))).isEmpty();

    assertOneWarning("telemetry stays off: settings: " + setting + " must");
  }

  @ParameterizedTest
  @MethodSource("vendorSettings")
  @Tag("SV-11")
  @Tag("P4")
  void vendorSetting_faulty_turnsThatVendorOffWithOneWarning(String vendor, String setting) {
    assertThat(enabled(Map.of(setting, FAULTY))).hasSize(2).doesNotContain(vendor);

    assertOneWarning("telemetry does not go to " + vendor + ": " + setting + " must");
  }

  private void assertOneWarning(String warning) {
    // A console may repeat on standard error what the logger was told.
    assertThat(noise.text().lines().filter(line -> line.startsWith("dev.candor.telemetry ")))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("dev.candor.telemetry " + warning);
    assertThat(noise.text()).doesNotContain(CANARY);
    noise.expected();
  }

  /** Nothing listens at these addresses, and nothing is recorded but the start of the session. */
  private List<String> enabled(Map<String, String> further) {
    Map<String, String> settings = new HashMap<>();
    settings.put("GA_MEASUREMENT_ID", FakeGa4.STREAM);
    settings.put("GA_API_SECRET", FakeGa4.SECRET);
    settings.put("GA_ENDPOINT", "http://127.0.0.1:9");
    settings.put("AMPLITUDE_API_KEY", FakeAmplitude.KEY);
    settings.put("AMPLITUDE_ENDPOINT", "http://127.0.0.1:9");
    settings.put("SENTRY_DSN", "http://key@127.0.0.1:9/1");
    settings.putAll(further);
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2").folder(folder).environment(settings).build();
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      return runtime.status().enabled();
    }
  }

  private static List<DestinationProvider> providers() {
    return DestinationProviders.find(
        setting -> !setting.startsWith("MIXPANEL"),
        FaultySettingsTest.class.getClassLoader(),
        fault -> {
          throw new AssertionError("a provider cannot be used");
        });
  }
}
