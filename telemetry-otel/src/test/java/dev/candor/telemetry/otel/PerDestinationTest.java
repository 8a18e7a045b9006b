package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerDestinationTest {
  private static final PerDestination.Rule SHARE = new PerDestination.Rule(0, 1, false);
  private static final PerDestination.Rule WHOLE = new PerDestination.Rule(1, 6000, true);
  @TempDir Path folder;

  @Test
  void parse_numberAndNames_eachDestinationHasItsOwn() {
    PerDestination parsed = PerDestination.parse(" 0.5, sentry = 0.1 ,ga4=1", SHARE);

    assertThat(parsed.of("sentry", 7)).isEqualTo(0.1);
    assertThat(parsed.of("ga4", 7)).isEqualTo(1);
    assertThat(parsed.of("otlp", 7)).isEqualTo(0.5);
  }

  @Test
  void parse_namesOnly_othersKeepTheirOwn() {
    assertThat(PerDestination.parse("ga4=30", WHOLE).of("otlp", 15)).isEqualTo(15);
  }

  @Test
  void namesOnly_aStranger_isSeen() {
    PerDestination parsed = PerDestination.parse("otlp=3,ga44=3", WHOLE);

    assertThat(parsed.namesOnly(Set.of("otlp", "ga4"))).isFalse();
    assertThat(parsed.namesOnly(Set.of("otlp", "ga44"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.01",
        "-0.1",
        "NaN",
        "x",
        ",",
        "0.5,",
        "0.5,0.6",
        "ga4=",
        "=1",
        "ga4=2",
        "GA4=1",
        "ga4=0.1,ga4=0.1",
        "ga4=1=1",
        "Infinity"
      })
  void parse_brokenShares_areNone(String text) {
    assertThat(PerDestination.parse(text, SHARE)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "6001", "1.5", "1e3", "otlp=0"})
  void parse_brokenLimits_areNone(String text) {
    assertThat(PerDestination.parse(text, WHOLE)).isNull();
  }

  @Test
  @Tag("SV-78")
  void rateLimit_given_isTheDestinationsOwn() {
    assertThat(otlp(Map.of()).limits().requestsPerMinute()).isEqualTo(15);
    assertThat(otlp(Map.of("TELEMETRY_RATE_LIMIT", "4")).limits().requestsPerMinute()).isEqualTo(4);
    assertThat(otlp(Map.of("TELEMETRY_RATE_LIMIT", "4,otlp=90")).limits().requestsPerMinute())
        .isEqualTo(90);
  }

  private Destination otlp(Map<String, String> given) {
    Map<String, String> environment = new HashMap<>(given);
    environment.put("TELEMETRY_ENDPOINT", "https://collector.example");
    return Destinations.of(
            TestSettings.in(folder, java.time.Clock.systemUTC(), environment), Vocabulary.none())
        .get(0);
  }
}
