package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationSettingsTest {
  private static final URI VENDOR = URI.create("https://vendor.example.org");

  private final List<String> faults = new ArrayList<>();

  @Test
  void address_notGiven_isTheVendors() {
    assertThat(settings(Map.of()).address("LAB_ENDPOINT", VENDOR)).isEqualTo(VENDOR);
    assertThat(faults).isEmpty();
  }

  @Test
  void address_given_wins() {
    assertThat(
            settings(Map.of("LAB_ENDPOINT", "http://127.0.0.1:9")).address("LAB_ENDPOINT", VENDOR))
        .isEqualTo(URI.create("http://127.0.0.1:9"));
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://jane.example.org", "https://jane@example.org", "jane lab", "jane"})
  @Tag("P4")
  void address_faulty_isToldByNameAndRule(String given) {
    settings(Map.of("LAB_ENDPOINT", given)).address("LAB_ENDPOINT", VENDOR);

    assertThat(faults).containsExactly("LAB_ENDPOINT " + HttpEndpoint.RULE);
    assertThat(faults.toString()).doesNotContain("jane");
  }

  private DestinationSettings settings(Map<String, String> given) {
    return new DestinationSettings() {
      @Override
      public @Nullable String text(String name) {
        return given.get(name);
      }

      @Override
      public void fault(String name, String rule) {
        faults.add(name + " " + rule);
      }

      @Override
      public String service() {
        return "lab";
      }

      @Override
      public String version() {
        return "1";
      }

      @Override
      public String environment() {
        return "production";
      }

      @Override
      public List<String> packages() {
        return List.of();
      }

      @Override
      public Clock clock() {
        return Clock.systemUTC();
      }
    };
  }
}
