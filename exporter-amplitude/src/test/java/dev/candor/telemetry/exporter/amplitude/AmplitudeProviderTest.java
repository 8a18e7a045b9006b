package dev.candor.telemetry.exporter.amplitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.testkit.TestDestinationSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmplitudeProviderTest {
  private static final String KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  @ParameterizedTest
  @CsvSource({"us, api2.amplitude.com", "US, api2.amplitude.com", "eu, api.eu.amplitude.com"})
  void create_region_isItsHost(String region, String host) {
    assertThat(created(Map.of("AMPLITUDE_API_KEY", KEY, "AMPLITUDE_REGION", region)).host())
        .isEqualTo(host);
  }

  @Test
  void create_keyAlone_isTheHttpAddressInTheUs() {
    Destination destination = created(Map.of("AMPLITUDE_API_KEY", KEY));

    assertThat(destination.host()).isEqualTo("api2.amplitude.com");
    assertThat(destination.limits().bytes()).isLessThanOrEqualTo(1_000_000);
    assertThat(destination.limits().items()).isLessThan(2_000);
  }

  @Test
  void create_batch_takesMore() {
    Destination destination = created(Map.of("AMPLITUDE_API_KEY", KEY, "AMPLITUDE_BATCH", "TRUE"));

    assertThat(destination.limits().bytes()).isBetween(19_000_000, 20_000_000);
  }

  @Test
  void create_endpoint_winsOverTheRegion() {
    assertThat(
            created(
                    Map.of(
                        "AMPLITUDE_API_KEY", KEY,
                        "AMPLITUDE_REGION", "eu",
                        "AMPLITUDE_ENDPOINT", "http://127.0.0.1:9"))
                .host())
        .isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @Tag("P4")
  @CsvSource({
    "AMPLITUDE_REGION, mars",
    "AMPLITUDE_BATCH, perhaps",
    "AMPLITUDE_API_KEY, with\"quote",
    "AMPLITUDE_API_KEY, 'white space'",
    "AMPLITUDE_PAGE_EVENT, $identify",
    "AMPLITUDE_PAGE_EVENT, [Amplitude] Start Session"
  })
  void create_faulty_namesSettingAndRuleNotTheValue(String setting, String value) {
    Map<String, String> values = new HashMap<>(Map.of("AMPLITUDE_API_KEY", KEY));
    values.put(setting, value);
    TestDestinationSettings given = new TestDestinationSettings(values);

    new AmplitudeProvider().create(given);

    assertThat(given.faults()).singleElement().asString().startsWith(setting + " must be");
    assertThat(given.faults().get(0)).doesNotContain(value);
  }

  @Test
  @Tag("SV-26")
  @Tag("SV-54")
  void create_noKey_isAFault() {
    TestDestinationSettings given = new TestDestinationSettings(Map.of("AMPLITUDE_REGION", "eu"));

    assertThat(new AmplitudeProvider().create(given)).isNull();

    assertThat(given.faults()).singleElement().asString().startsWith("AMPLITUDE_API_KEY");
  }

  @Test
  void settings_eachThatIsRead_isListed() {
    TestDestinationSettings given = new TestDestinationSettings(Map.of("AMPLITUDE_API_KEY", KEY));

    new AmplitudeProvider().create(given);

    assertThat(new AmplitudeProvider().settings())
        .extracting("name")
        .containsExactlyInAnyOrderElementsOf(given.asked());
  }

  @Test
  @Tag("P4")
  void builder_faultyKey_throwsWithoutIt() {
    assertThatThrownBy(
            () ->
                AmplitudeDestination.builder(URI.create("https://amplitude.invalid"), "secret key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret key");
  }

  private static Destination created(Map<String, String> values) {
    TestDestinationSettings given = new TestDestinationSettings(values);
    Destination destination = new AmplitudeProvider().create(given);
    assertThat(given.faults()).isEmpty();
    assertThat(destination).isNotNull();
    return destination;
  }
}
