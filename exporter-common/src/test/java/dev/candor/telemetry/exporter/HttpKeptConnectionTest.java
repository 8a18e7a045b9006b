package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The second request of a delivery, right after the answer to the first. */
@Timeout(60)
class HttpKeptConnectionTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Sealed BODY =
      new Sealed("/v1", "text/plain", "a body".getBytes(StandardCharsets.UTF_8), List.of("a"));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicReference<HttpHandler> handler =
      new AtomicReference<>(exchange -> exchange.sendResponseHeaders(200, -1));
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private HttpDelivery delivery;

  @BeforeEach
  void sendOnce() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          handler.get().handle(exchange);
          exchange.close();
        });
    server.start();
    delivery =
        HttpDelivery.builder(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .build();
    assertThat(send(LONG)).isEqualTo(Delivered.all());
  }

  @AfterEach
  void stop() {
    delivery.close();
    threads.shutdownNow();
    server.stop(0);
  }

  @Test
  @Tag("P7")
  void send_cut_isUncertainAndTriedOnce() {
    handler.set(HttpExchange::close);

    assertThat(send(LONG)).isEqualTo(new Uncertain());

    assertThat(requests).hasValue(2);
  }

  @Test
  @Tag("P7")
  void send_noAnswer_endsInTime() {
    CountDownLatch release = new CountDownLatch(1);
    handler.set(exchange -> hold(release));

    assertThat(send(Duration.ofMillis(500))).isEqualTo(new Uncertain());

    release.countDown();
  }

  @Test
  @Tag("P9")
  void send_interrupted_keepsTheFlagAndSendsLater() {
    Thread.currentThread().interrupt();
    send(LONG);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(send(LONG)).isEqualTo(Delivered.all());
  }

  @Test
  @Tag("P3")
  void close_whileSending_cuts() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    handler.set(
        exchange -> {
          asked.countDown();
          hold(release);
        });
    Future<Outcome> sending = threads.submit(() -> send(Duration.ofMinutes(5)));
    asked.await();

    delivery.close();

    assertThat(sending.get()).isEqualTo(new Uncertain());
    release.countDown();
  }

  private Outcome send(Duration timeout) {
    return delivery.send(BODY, timeout, HttpOutcomes.standard()::of);
  }

  private static void hold(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
