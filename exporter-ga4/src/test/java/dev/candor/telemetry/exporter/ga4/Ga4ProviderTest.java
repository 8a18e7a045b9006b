package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationProviders;
import dev.candor.telemetry.testkit.TestDestinationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ga4ProviderTest {
  private static final String SECRET = "not-a-real-secret";

  private final Map<String, String> given =
      new TreeMap<>(Map.of("GA_MEASUREMENT_ID", "G-TEST123", "GA_API_SECRET", SECRET));
  private final List<String> faults = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, www.google-analytics.com",
        "us, www.google-analytics.com",
        "eu, region1.google-analytics.com",
        "EU, region1.google-analytics.com"
      })
  void create_region_choosesTheHost(@Nullable String region, String host) {
    if (region != null) {
      given.put("GA_REGION", region);
    }

    try (Destination made = create()) {
      assertThat(made).isNotNull();
      assertThat(made.host()).isEqualTo(host);
      assertThat(made.toString()).doesNotContain(SECRET, "G-TEST123");
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void create_endpoint_winsOverTheRegion() {
    given.put("GA_REGION", "eu");
    given.put("GA_ENDPOINT", "http://127.0.0.1:9");

    try (Destination made = create()) {
      assertThat(made).isNotNull();
      assertThat(made.host()).isEqualTo("127.0.0.1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GA_MEASUREMENT_ID, UA-1234-5",
    "GA_MEASUREMENT_ID, G-/",
    "GA_MEASUREMENT_ID, G-ABC/DEF",
    "GA_MEASUREMENT_ID, G-AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "GA_API_SECRET, two words",
    "GA_API_SECRET, schlüssel",
    "GA_REGION, europe",
    "APP_BASE_URL, ftp://lab.example",
    "APP_BASE_URL, //lab.example",
    "APP_BASE_URL, https://jane@lab.example",
    "APP_BASE_URL, https://lab.example?a=b",
    "APP_BASE_URL, 'https://lab example'"
  })
  @Tag("SV-25")
  @Tag("SV-52")
  void create_faultyValue_isOffAndNamesTheSettingOnly(String setting, String value) {
    given.put(setting, value);

    assertThat(create()).isNull();

    assertThat(faults)
        .singleElement()
        .asString()
        .startsWith(setting + " must be")
        .doesNotContain(value, SECRET);
  }

  @ParameterizedTest
  @CsvSource({"GA_MEASUREMENT_ID, GA_API_SECRET", "GA_API_SECRET, GA_MEASUREMENT_ID"})
  @Tag("SV-25")
  void create_oneOfBoth_isFault(String missing, String partner) {
    given.remove(missing);

    assertThat(create()).isNull();

    assertThat(faults).containsExactly(missing + " must be given with " + partner);
  }

  @Test
  void create_severalFaults_tellsThemAll() {
    given.put("GA_MEASUREMENT_ID", "x");
    given.put("GA_REGION", "x");
    given.put("APP_BASE_URL", "x");

    assertThat(create()).isNull();

    assertThat(faults).hasSize(3);
  }

  @Test
  void provider_isFoundBySettingsAlone() {
    ClassLoader loader = getClass().getClassLoader();

    assertThat(DestinationProviders.find(name -> name.equals("GA_API_SECRET"), loader, faults::add))
        .extracting(DestinationProvider::name)
        .containsExactly("ga4");
    assertThat(DestinationProviders.find(name -> false, loader, faults::add)).isEmpty();
  }

  private @Nullable Destination create() {
    TestDestinationSettings settings = new TestDestinationSettings(given);
    Destination made = new Ga4Provider().create(settings);
    faults.addAll(settings.faults());
    return made;
  }
}
