package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.FakeAmplitude;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a stop waits for, and what it leaves. */
class StopTest {
  private static final String TRACES = "/amplitude/v1/traces";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @TempDir Path temporary;

  private TestGateway start(Duration stopWithin) {
    return TestGateway.start(
        TestGateway.config(temporary.resolve("gateway"))
            .stopWithin(stopWithin)
            .destination(GatewayPath.AMPLITUDE, TestGateway.destination(amplitude), 1));
  }

  /** A gateway that waits for its vendor's answer, which comes once {@code release} is open. */
  private TestGateway startHeld(Duration stopWithin, CountDownLatch release) {
    amplitude.backend().answerWith(Answer.held(release));
    TestGateway gateway = start(stopWithin);
    gateway.post(TRACES, TestRequests.spans(1, 0, 3).toByteArray());
    amplitude.backend().awaitRequests(1, PATIENCE);
    return gateway;
  }

  private static int ready(TestGateway gateway) {
    return gateway.send(HttpRequest.newBuilder(gateway.uri("/ready")).GET()).statusCode();
  }

  @Test
  void close_itemsAreStored_sendsThemFirst() {
    try (TestGateway gateway = start(PATIENCE)) {
      gateway.post(TRACES, TestRequests.spans(1, 0, 30).toByteArray());
    }

    assertThat(amplitude.events("imaging.run")).hasSize(30);
  }

  @Test
  void close_vendorDown_endsAndSaysSo() {
    amplitude.backend().answerWith(503);
    TestGateway gateway = start(Duration.ofSeconds(5));
    gateway.post(TRACES, TestRequests.spans(1, 0, 3).toByteArray());

    gateway.close();

    assertThat(gateway.log()).contains("gateway.ready", "gateway.stopping", "gateway.stopped");
  }

  @Test
  void post_whileStopping_isToComeAgain() {
    CountDownLatch release = new CountDownLatch(1);
    TestGateway gateway = startHeld(Duration.ofMinutes(1), release);
    CompletableFuture<Void> stop = CompletableFuture.runAsync(gateway::close);
    try {
      await().until(() -> ready(gateway) == 503);

      HttpResponse<byte[]> answer = gateway.post(TRACES, TestRequests.spans(1, 3, 1).toByteArray());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
      assertThat(stop).isNotDone();
    } finally {
      release.countDown();
      stop.join();
    }
  }

  @Test
  void close_vendorThatDoesNotAnswer_endsWithoutIt() {
    CountDownLatch never = new CountDownLatch(1);
    TestGateway gateway = startHeld(Duration.ofSeconds(1), never);

    CompletableFuture<Void> stop = CompletableFuture.runAsync(gateway::close);

    await().until(stop::isDone);
    assertThat(gateway.log()).contains("gateway.stopped");
  }
}
