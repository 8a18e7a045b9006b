package dev.candor.telemetry.exporter.amplitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationSettings;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    Given given = new Given(values);

    new AmplitudeProvider().create(given);

    assertThat(given.faults).singleElement().asString().startsWith(setting + " must be");
    assertThat(given.faults.get(0)).doesNotContain(value);
  }

  @Test
  void create_noKey_isAFault() {
    Given given = new Given(Map.of("AMPLITUDE_REGION", "eu"));

    assertThat(new AmplitudeProvider().create(given)).isNull();

    assertThat(given.faults).singleElement().asString().startsWith("AMPLITUDE_API_KEY");
  }

  @Test
  void settings_eachThatIsRead_isListed() {
    Given given = new Given(Map.of("AMPLITUDE_API_KEY", KEY));

    new AmplitudeProvider().create(given);

    assertThat(new AmplitudeProvider().settings())
        .extracting("name")
        .containsExactlyInAnyOrderElementsOf(given.asked);
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
    Given given = new Given(values);
    Destination destination = new AmplitudeProvider().create(given);
    assertThat(given.faults).isEmpty();
    assertThat(destination).isNotNull();
    return destination;
  }

  /** Settings as an engine gives them. */
  private static final class Given implements DestinationSettings {
    final List<String> faults = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    private final Map<String, String> values;

    Given(Map<String, String> values) {
      this.values = values;
    }

    @Override
    public @Nullable String text(String name) {
      asked.add(name);
      return values.get(name);
    }

    @Override
    public URI address(String name, URI otherwise) {
      asked.add(name);
      return values.containsKey(name) ? URI.create(values.get(name)) : otherwise;
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
      return "1.4.2";
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
  }
}
