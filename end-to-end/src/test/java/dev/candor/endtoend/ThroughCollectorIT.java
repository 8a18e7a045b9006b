package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an application that knows a Collector and nothing else, by the overlays and the gateway, to
 * three vendors.
 */
@Timeout(240)
@Tag("P7")
@Tag("P8")
class ThroughCollectorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int ERRORS = 5;

  @RegisterExtension final Vendors vendors = new Vendors();
  @TempDir private Path folder;

  @Test
  void everybodyWell_eachVendorGetsEachOnce() {
    try (GatewayProcess gateway = gateway();
        RestartableCollector collector = collector(gateway);
        Lab lab = lab(collector)) {
      lab.fail(ERRORS);

      lab.sendUntil(PATIENCE, this::allArrived);

      assertEachOnce(gateway);
    }
  }

  @Test
  void gatewayIsGoneAndOneVendorIsDown_eachGetsEachOnceInTheEnd() {
    vendors.amplitude().backend().down();
    try (GatewayProcess gateway = gateway();
        RestartableCollector collector = collector(gateway);
        Lab lab = lab(collector)) {
      gateway.close();
      lab.fail(ERRORS);
      lab.sendAll(PATIENCE);
      assertThat(vendors.google().events("app_error")).isEmpty();

      gateway.killAndRestart();
      lab.sendUntil(PATIENCE, () -> vendors.google().events("app_error").size() >= ERRORS);
      vendors.amplitude().backend().up();
      lab.sendUntil(PATIENCE, this::allArrived);

      assertEachOnce(gateway);
    }
  }

  private GatewayProcess gateway() {
    return GatewayProcess.start(folder.resolve("behind"), vendors.settings());
  }

  private RestartableCollector collector(GatewayProcess gateway) {
    return RestartableCollector.toAll(folder.resolve("collector"), gateway, vendors);
  }

  private Lab lab(RestartableCollector collector) {
    return Lab.start(folder.resolve("application"), collector);
  }

  private boolean allArrived() {
    return vendors.google().events("app_error").size() >= ERRORS
        && vendors.amplitude().events("app.error").size() >= ERRORS
        && vendors.sentry().events().size() >= ERRORS;
  }

  private void assertEachOnce(GatewayProcess gateway) {
    assertThat(vendors.google().events("app_error")).hasSize(ERRORS);
    assertThat(vendors.amplitude().events("app.error")).hasSize(ERRORS);
    assertThat(vendors.sentry().events()).hasSize(ERRORS);
    assertThat(vendors.sentry().spans()).noneMatch(span -> span.name().equals("app.error"));
    assertThat(vendors.google().faults()).isEmpty();
    assertThat(vendors.sentry().faults()).isEmpty();
    assertThat(vendors.amplitude().duplicates()).isZero();
    assertThat(String.join("\n", gateway.log()))
        .contains("gateway.ready")
        .doesNotContain(GatewayProcess.TOKEN, FakeGa4.SECRET, FakeAmplitude.KEY);
  }
}
