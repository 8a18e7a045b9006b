package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.exporter.Destination;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The operator's number of requests in a minute, as the courier is told it of each real vendor; at
 * a vendor on this machine the courier would not pause, so that a fake sees nothing of it.
 */
class VendorRateLimitTest {
  private static final Map<String, Integer> OWN = Map.of("amplitude", 15, "ga4", 60, "sentry", 15);

  @Test
  void rateLimit_notGiven_isTheVendorsOwn() {
    assertThat(requestsPerMinute(Map.of())).isEqualTo(OWN);
  }

  @Test
  @Tag("SV-78")
  void rateLimit_ofOneVendor_isItsOwnAndNobodyElses() {
    assertThat(requestsPerMinute(Map.of("TELEMETRY_RATE_LIMIT", "sentry=4")))
        .isEqualTo(Map.of("amplitude", 15, "ga4", 60, "sentry", 4));
  }

  @Test
  @Tag("SV-78")
  void rateLimit_ofAll_isEveryVendorsButTheNamedOnes() {
    assertThat(requestsPerMinute(Map.of("TELEMETRY_RATE_LIMIT", "7,ga4=30")))
        .isEqualTo(Map.of("amplitude", 7, "ga4", 30, "sentry", 7));
  }

  private static Map<String, Integer> requestsPerMinute(Map<String, String> given) {
    Map<String, String> environment = new HashMap<>(given);
    environment.put("GA_MEASUREMENT_ID", "G-TEST123");
    environment.put("GA_API_SECRET", "secret");
    environment.put("AMPLITUDE_API_KEY", "key");
    environment.put("SENTRY_DSN", "https://key@sentry.example/1");
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2").environment(environment).build();
    List<Destination> vendors =
        Destinations.of(new SettingsReader(options, Map.of()).read(), Vocabulary.none());
    try {
      return vendors.stream()
          .collect(
              Collectors.toMap(Destination::name, vendor -> vendor.limits().requestsPerMinute()));
    } finally {
      vendors.forEach(Destination::close);
    }
  }
}
