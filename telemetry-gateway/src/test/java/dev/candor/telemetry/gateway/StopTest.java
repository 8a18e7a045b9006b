package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.FakeAmplitude;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a stop waits for, and what it leaves. */
class StopTest {
  private static final String TRACES = "/amplitude/v1/traces";

  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @TempDir Path temporary;

  private TestGateway start() {
    return TestGateway.start(
        TestGateway.config(temporary.resolve("gateway"))
            .destination(GatewayPath.AMPLITUDE, TestGateway.destination(amplitude), 1));
  }

  @Test
  void close_itemsAreStored_sendsThemFirst() {
    try (TestGateway gateway = start()) {
      gateway.post(TRACES, TestRequests.spans(1, 0, 30).toByteArray());
    }

    assertThat(amplitude.events("imaging.run")).hasSize(30);
  }

  @Test
  void close_vendorDown_endsAndSaysSo() {
    amplitude.backend().answerWith(503);
    TestGateway gateway = start();
    gateway.post(TRACES, TestRequests.spans(1, 0, 3).toByteArray());

    gateway.close();

    assertThat(gateway.log()).contains("gateway.ready", "gateway.stopping", "gateway.stopped");
  }
}
