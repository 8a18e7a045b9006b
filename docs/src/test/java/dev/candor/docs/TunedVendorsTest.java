package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.docs.VendorFakes.Vendor;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The operator's size of bodies and share of sessions, kept at every vendor. */
@Timeout(120)
class TunedVendorsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SCANS = 60;

  @RegisterExtension final VendorFakes fakes = new VendorFakes();
  @TempDir Path folder;

  @Test
  void batchSize_given_isTheMostInABodyOfEveryVendor() {
    try (TelemetryRuntime runtime = start("TELEMETRY_BATCH_SIZE", "3")) {
      scan(runtime);
    }

    assertThat(Vendor.values())
        .allSatisfy(
            vendor ->
                assertThat(scansByRequest(vendor))
                    .allMatch(scans -> scans <= 3)
                    .satisfies(scans -> assertThat(sum(scans)).isEqualTo(SCANS)));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("SV-79")
  void sampleRate_ofOneVendor_leavesItsEventsOutAndNobodyElses(Vendor left) {
    try (TelemetryRuntime runtime = start("TELEMETRY_SAMPLE_RATE", left.word + "=0")) {
      scan(runtime);

      assertThat(ledger(runtime, left).dropped()).containsEntry("sampled", (long) SCANS);
      assertThat(ledger(runtime, left).balances()).isTrue();
    }

    assertThat(Vendor.values())
        .allSatisfy(
            vendor ->
                assertThat(sum(scansByRequest(vendor))).isEqualTo(vendor == left ? 0 : SCANS));
  }

  private TelemetryRuntime start(String setting, String value) {
    Map<String, String> settings = new HashMap<>();
    for (Vendor vendor : Vendor.values()) {
      settings.putAll(fakes.settings(vendor));
    }
    // Google waits for two seconds only unless it is told; a busy machine needs more.
    settings.put("TELEMETRY_TIMEOUT", "30");
    settings.put(setting, value);
    return TelemetryRuntime.start(
        TelemetryOptions.builder("lab", "1.4.2", SilentLab.class)
            .folder(folder)
            .environment(settings)
            .build());
  }

  /** At once, so that a body would hold many. */
  private static void scan(TelemetryRuntime runtime) {
    runtime.consent().set(ConsentPreset.EVERYTHING);
    for (int i = 0; i < SCANS; i++) {
      runtime.telemetry().record(new SilentLab.Scan(i));
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED));
  }

  private static DestinationLedger ledger(TelemetryRuntime runtime, Vendor vendor) {
    return runtime.status().destinations().stream()
        .filter(ledger -> ledger.destination().equals(vendor.word))
        .findFirst()
        .orElseThrow();
  }

  private List<Integer> scansByRequest(Vendor vendor) {
    return switch (vendor) {
      case GA4 -> occurrences(fakes.google.backend().requests(), "\"name\":\"lab_scan\"");
      case AMPLITUDE ->
          occurrences(fakes.amplitude.backend().requests(), "\"event_type\":\"lab.scan\"");
      case SENTRY ->
          fakes.sentry.backend().requests().stream()
              .map(request -> request.spans().stream().filter(TunedVendorsTest::isScan).count())
              .map(Long::intValue)
              .toList();
    };
  }

  private static boolean isScan(ReceivedSpan span) {
    return span.name().equals("lab.scan");
  }

  private static List<Integer> occurrences(List<ReceivedRequest> requests, String word) {
    return requests.stream()
        .map(request -> new String(request.body(), StandardCharsets.UTF_8))
        .map(body -> body.split(word, -1).length - 1)
        .toList();
  }

  private static int sum(List<? extends Integer> scans) {
    return scans.stream().mapToInt(Integer::intValue).sum();
  }
}
