package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lists of paths a gateway takes from the overlay for several. */
class GatewayPathsTest {
  @ParameterizedTest
  @ValueSource(strings = {"ga4", "ga4,amplitude", "amplitude,ga4", "sentry,amplitude,ga4"})
  void areFit_vendorsEachOnce_isTrue(String list) {
    assertThat(GatewayPaths.areFit(list)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "ga4,",
        ",ga4",
        "ga4,ga4",
        "ga4, amplitude",
        "ga4;amplitude",
        "GA4",
        "store",
        "ga4,store",
        "ga4/v1",
        "ga4,nobody"
      })
  void areFit_anythingElse_isFalse(String list) {
    assertThat(GatewayPaths.areFit(list)).isFalse();
  }
}
