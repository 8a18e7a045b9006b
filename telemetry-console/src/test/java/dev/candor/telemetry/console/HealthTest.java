package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The share of sessions without a crash. */
class HealthTest {
  @Test
  void of_sample_countsCrashesAmongAllSessions() {
    assertThat(Health.of(Arrived.read(Samples.ARRIVED))).isEqualTo(new Health(4, 1, 0));
  }

  @Test
  void crashFree_unfinished_isNoCrash() {
    assertThat(new Health(3, 1, 2).crashFreePercent()).isEqualTo(66.7);
    assertThat(new Health(3, 0, 3).crashFree()).isEqualTo("100.0 %");
  }

  @Test
  void crashFree_noSession_isNoNumber() {
    assertThat(Health.NONE.crashFreePercent()).isNull();
    assertThat(Health.NONE.crashFree()).isEqualTo("no session");
  }

  @Test
  void shownBy_vendorWithoutStates_isNothing() {
    VendorAccount vendor =
        new VendorAccount(
            "ga4",
            1,
            0,
            new TreeMap<>(),
            1,
            0,
            0,
            List.of(new VendorAccount.Row("session.start", "session_start", 1, List.of())));

    assertThat(Health.shownBy(vendor)).isEmpty();
  }
}
