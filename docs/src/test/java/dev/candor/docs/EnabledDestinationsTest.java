package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.NoiseCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which destinations are on is a matter of settings, whoever gives them, and of the answer. */
@Timeout(60)
class EnabledDestinationsTest {
  private static final List<String> NAMES = List.of("otlp", "amplitude", "ga4", "sentry");

  @RegisterExtension final LoopbackBackend collector = new LoopbackBackend();
  @RegisterExtension final VendorFakes fakes = new VendorFakes();
  @RegisterExtension final NoiseCheck noise = new NoiseCheck();
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  @Tag("SV-24")
  @Tag("SV-43")
  @Tag("SV-46")
  @Tag("SV-66")
  void environment_anyMixOfVendors_isFound(int mix) {
    Map<String, String> environment = settings(mix);
    environment.put("OTEL_SERVICE_NAME", "lab");
    environment.put("OTEL_RESOURCE_ATTRIBUTES", "service.version=1.4.2");

    assertThat(enabled(TelemetryOptions.builder("", "").environment(environment)))
        .isEqualTo(names(mix));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, 9, 15})
  @Tag("SV-44")
  void builder_sameSettings_isAsPowerful(int mix) {
    TelemetryOptions.Builder options =
        TelemetryOptions.builder("lab", "1.4.2").environment(Map.of());
    settings(mix).forEach(options::setting);

    assertThat(enabled(options)).isEqualTo(names(mix));
  }

  @Test
  @Tag("SV-21")
  void status_followsTheAnswer() {
    TelemetryOptions.Builder options =
        TelemetryOptions.builder("lab", "1.4.2").environment(settings(15)).folder(folder);
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options.build())) {
      TelemetryStatus unasked = runtime.status();
      runtime.consent().set(ConsentPreset.COUNTS);
      TelemetryStatus counts = runtime.status();
      runtime.consent().set(ConsentPreset.EVERYTHING);
      TelemetryStatus everything = runtime.status();
      runtime.consent().set(ConsentPreset.NO);

      assertThat(unasked.isEnabled()).isFalse();
      assertThat(counts.enabled()).containsExactly("otlp"); // no vendor takes totals
      assertThat(everything.isEnabled("ga4")).isTrue();
      assertThat(runtime.status().isEnabled()).isFalse();
    }
  }

  @Test
  @Tag("SV-45")
  void oneEvent_goesToEveryEnabledDestination() {
    TelemetryOptions.Builder options =
        TelemetryOptions.builder("lab", "1.4.2").environment(settings(15)).folder(folder);
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options.build())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().error(new IllegalStateException());
      runtime.flush(Duration.ofSeconds(30));

      assertThat(collector.spans("app.error")).hasSize(1);
      assertThat(fakes.google.events("app_error")).hasSize(1);
      assertThat(fakes.amplitude.events("app.error")).hasSize(1);
      assertThat(fakes.sentry.events()).hasSize(1);
    }
  }

  @Test
  @Tag("P1")
  @Tag("P4")
  void question_vendorsConfigured_namesTheirHosts() {
    List<String> hosts = new ArrayList<>();
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Set<Thread> threads = new HashSet<>();
    TelemetryOptions.Builder options =
        TelemetryOptions.builder("lab", "1.4.2")
            .folder(folder)
            .setting("GA_MEASUREMENT_ID", FakeGa4.STREAM)
            .setting("GA_API_SECRET", FakeGa4.SECRET)
            .setting("AMPLITUDE_API_KEY", FakeAmplitude.KEY)
            .environment(Map.of());
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options.build())) {
      runtime
          .consent()
          .askIfUnknown(
              question -> {
                hosts.addAll(question.destinations());
                threads.addAll(Thread.getAllStackTraces().keySet());
                return Optional.empty();
              });
    }

    threads.removeAll(before);
    assertThat(hosts).containsExactly("api2.amplitude.com", "www.google-analytics.com");
    assertThat(threads).isEmpty();
  }

  @Test
  void builder_settingThatNobodyReads_isToldOnce() {
    TelemetryOptions.Builder options =
        TelemetryOptions.builder("lab", "1.4.2")
            .environment(Map.of())
            .setting("GA_MESUREMENT_ID", FakeGa4.STREAM);

    assertThat(enabled(options)).isEmpty();
    assertThat(noise.text())
        .containsOnlyOnce("settings that nobody reads: GA_MESUREMENT_ID")
        .doesNotContain(FakeGa4.STREAM);
    noise.expected();
  }

  private List<String> enabled(TelemetryOptions.Builder options) {
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options.folder(folder).build())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      return runtime.status().enabled();
    }
  }

  private static List<String> names(int mix) {
    return NAMES.stream().filter(name -> (mix >> NAMES.indexOf(name) & 1) == 1).toList();
  }

  private Map<String, String> settings(int mix) {
    Map<String, String> settings = new HashMap<>();
    List<Map<String, String>> all =
        List.of(
            Map.of("TELEMETRY_ENDPOINT", collector.uri().toString()),
            fakes.settings(VendorFakes.Vendor.AMPLITUDE),
            fakes.settings(VendorFakes.Vendor.GA4),
            fakes.settings(VendorFakes.Vendor.SENTRY));
    for (int i = 0; i < all.size(); i++) {
      if ((mix >> i & 1) == 1) {
        settings.putAll(all.get(i));
      }
    }
    return settings;
  }
}
