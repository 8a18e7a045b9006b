package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.telemetry.testkit.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is too old goes, whether anything comes or not. */
class RetentionTest {
  private final FakeClock clock = FakeClock.create();
  @TempDir Path temporary;
  private GatewayConfig config;

  @BeforeEach
  void configure() {
    config =
        TestGateway.config(temporary.resolve("gateway"))
            .store(Duration.ofDays(30))
            .housekeeping(Duration.ofMillis(20))
            .build();
  }

  private long stored() {
    return StorePurge.of(config, clock).count(Duration.ofDays(-1));
  }

  private static void post(TestGateway gateway) {
    gateway.post("/store/v1/traces", TestRequests.spans(1, 0, 3).toByteArray());
  }

  @Test
  void store_atRestForLongerThanItsRetention_isEmptied() {
    try (TestGateway gateway = TestGateway.start(config, clock)) {
      post(gateway);
      clock.advance(Duration.ofDays(29));
      assertThat(stored()).isEqualTo(3);

      clock.advance(Duration.ofDays(2));

      await().until(() -> stored() == 0);
    }
  }

  @Test
  void store_startedAgainAfterItsRetention_isEmptied() {
    try (TestGateway gateway = TestGateway.start(config, clock)) {
      post(gateway);
    }
    clock.advance(Duration.ofDays(31));

    try (TestGateway gateway = TestGateway.start(config, clock)) {
      await().until(() -> stored() == 0);
    }
  }

  @Test
  void housekeeping_lookThatFails_isCountedAndComesAgain() {
    GatewayCounts counts = new GatewayCounts();
    CountDownLatch looks = new CountDownLatch(3);
    Runnable faulty =
        () -> {
          looks.countDown();
          throw new IllegalStateException("not this time");
        };

    try (Housekeeping housekeeping =
        Housekeeping.start(List.of(faulty), Duration.ofMillis(1), counts)) {
      await().until(() -> looks.getCount() == 0);
    }

    assertThat(counts.of(GatewayCounts.Name.FAULTS, "", "housekeeping")).isGreaterThanOrEqualTo(2);
  }
}
