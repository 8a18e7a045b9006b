package dev.candor.telemetry.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpDeliveryTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final byte[] BODY = "a body, a body, a body".getBytes(UTF_8);
  private static final Sealed TWO = new Sealed("/v1", "text/plain", BODY, List.of("a", "b"));
  private static final Sealed ONE = new Sealed("/v1", "text/plain", BODY, List.of("a"));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicReference<HttpHandler> handler = new AtomicReference<>();
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
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
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    server.stop(0);
  }

  @Test
  @Tag("P5")
  void send_ok_postsGzipAndHeaders() {
    AtomicReference<byte[]> body = new AtomicReference<>();
    AtomicReference<Map<String, List<String>>> headers = new AtomicReference<>();
    handler.set(
        exchange -> {
          headers.set(Map.copyOf(exchange.getRequestHeaders()));
          try (InputStream in = new GZIPInputStream(exchange.getRequestBody())) {
            body.set(in.readAllBytes());
          }
          exchange.sendResponseHeaders(204, -1);
        });

    assertThat(send(TWO)).isEqualTo(Delivered.all());

    assertThat(body.get()).isEqualTo(BODY);
    assertThat(headers.get()).containsEntry("Authorization", List.of("Bearer secret"));
    assertThat(headers.get()).containsEntry("Content-type", List.of("text/plain"));
    assertThat(headers.get()).containsEntry("User-agent", List.of("candor"));
  }

  @Test
  void send_queryAndUncompressed_goAsTheVendorWantsThem() {
    AtomicReference<String> query = new AtomicReference<>();
    AtomicReference<byte[]> body = new AtomicReference<>();
    handler.set(
        exchange -> {
          query.set(exchange.getRequestURI().getRawQuery());
          body.set(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(204, -1);
        });
    HttpDelivery delivery =
        HttpDelivery.builder(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .query(() -> new java.util.TreeMap<>(Map.of("a", "G-1", "b", "s&=?/ t")))
            .uncompressed()
            .build();

    try (delivery) {
      assertThat(delivery.send(ONE, LONG, answer -> Delivered.all())).isEqualTo(Delivered.all());
    }

    assertThat(query.get()).isEqualTo("a=G-1&b=s%26%3D%3F%2F+t");
    assertThat(body.get()).isEqualTo(BODY);
  }

  @Test
  void send_answerWithBody_isHandedOver() {
    AtomicReference<HttpAnswer> seen = new AtomicReference<>();
    handler.set(exchange -> answer(exchange, 200, "Retry-After", "3", new byte[] {7}));

    send(
        ONE,
        answer -> {
          seen.set(answer);
          return Delivered.all();
        });

    HttpAnswer answer = seen.get();
    assertThat(answer)
        .isEqualTo(
            new HttpAnswer(200, Duration.ofSeconds(3), "", new byte[] {7}, answer.headers()));
    assertThat(answer.header("retry-after")).isEqualTo("3");
  }

  @Test
  @Tag("P9")
  void send_largeAnswer_keeps64KiB() {
    AtomicReference<HttpAnswer> seen = new AtomicReference<>();
    handler.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (!Thread.currentThread().isInterrupted()) {
              out.write(new byte[3000]);
            }
          }
        });

    send(
        ONE,
        answer -> {
          seen.set(answer);
          return Delivered.all();
        });

    assertThat(seen.get().body()).hasSize(64 << 10);
  }

  @Test
  @Tag("P9")
  void send_compressedAnswer_isNothing() {
    AtomicReference<HttpAnswer> seen = new AtomicReference<>();
    handler.set(exchange -> answer(exchange, 200, "Content-Encoding", "gzip", new byte[] {1, 2}));

    send(
        ONE,
        answer -> {
          seen.set(answer);
          return Delivered.all();
        });

    assertThat(seen.get().body()).isEmpty();
  }

  @Test
  void send_answerCutAfterItsStatus_countsByStatus() {
    handler.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
        });

    assertThat(send(ONE)).isEqualTo(Delivered.all());
  }

  @Test
  void send_tooLarge_splitsUntilAlone() {
    handler.set(exchange -> exchange.sendResponseHeaders(413, -1));

    assertThat(send(TWO)).isEqualTo(new Split());
    assertThat(send(ONE)).isEqualTo(new Dropped(DropReason.TOO_LARGE));
  }

  @Test
  @Tag("P7")
  void send_cutWithoutAnswer_isUncertainAndTriedOnce() {
    handler.set(HttpExchange::close);

    assertThat(send(ONE)).isEqualTo(new Uncertain());

    assertThat(requests).hasValue(1);
  }

  @Test
  @Tag("P7")
  void send_refused_didNotLeave() {
    server.stop(0);

    assertThat(send(ONE)).isEqualTo(new Deferred(Duration.ZERO, Scope.DESTINATION));
  }

  @Test
  @Tag("P7")
  void send_neverConnected_didNotLeave() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // Nobody accepts: a few connections fill the queue, the next one waits for ever.
      List<Socket> waiting = new ArrayList<>();
      try {
        for (int i = 0; i < 4; i++) {
          Socket socket = new Socket();
          waiting.add(socket);
          try {
            socket.connect(full.getLocalSocketAddress(), 200);
          } catch (IOException e) {
            break; // The queue is full.
          }
        }
        URI uri = URI.create("http://127.0.0.1:" + full.getLocalPort());
        try (HttpDelivery delivery = HttpDelivery.builder(uri).build()) {
          assertThat(delivery.send(ONE, Duration.ofMillis(400), HttpOutcomes.standard()::of))
              .isEqualTo(new Deferred(Duration.ZERO, Scope.DESTINATION));
        }
      } finally {
        for (Socket socket : waiting) {
          socket.close();
        }
      }
    }
  }

  @Test
  @Tag("P7")
  void send_noTls_didNotLeave() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Future<?> answering =
          threads.submit(
              () -> {
                try (Socket socket = plain.accept()) {
                  socket.getInputStream().read(new byte[1 << 16]);
                  socket.getOutputStream().write("HTTP/1.1 400 no\r\n\r\n".getBytes(UTF_8));
                  // Until the client hangs up: an end before that could be seen before the answer.
                  socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
                return null;
              });
      URI uri = URI.create("https://127.0.0.1:" + plain.getLocalPort());
      try (HttpDelivery delivery = HttpDelivery.builder(uri).build()) {
        assertThat(delivery.send(ONE, LONG, HttpOutcomes.standard()::of))
            .isEqualTo(new Deferred(Duration.ZERO, Scope.DESTINATION));
        assertThat(delivery.contact()).isEqualTo(new Contact(0, Contact.Trouble.TLS));
      }
      answering.get();
    }
  }

  @Test
  @Tag("P4")
  void send_badHeader_restsAndQuotesNothing() {
    try (HttpDelivery delivery =
        HttpDelivery.builder(uri()).headers(() -> Map.of("A", "secret\n")).build()) {
      assertThat(delivery.send(ONE, LONG, HttpOutcomes.standard()::of))
          .isEqualTo(new Deferred(HttpOutcomes.LONG_PAUSE, Scope.DESTINATION));
      assertThat(delivery).hasToString("HttpDelivery[127.0.0.1]");
    }
    assertThat(requests).hasValue(0);
  }

  @Test
  @Tag("P3")
  void send_afterClose_opensNothing() {
    HttpDelivery delivery = delivery();
    delivery.close();
    delivery.close();

    assertThat(delivery.send(ONE, LONG, HttpOutcomes.standard()::of)).isInstanceOf(Deferred.class);

    assertThat(requests).hasValue(0);
  }

  private Outcome send(Sealed sealed) {
    return send(sealed, HttpOutcomes.standard()::of);
  }

  private Outcome send(Sealed sealed, Function<HttpAnswer, Outcome> outcomes) {
    try (HttpDelivery delivery = delivery()) {
      return delivery.send(sealed, LONG, outcomes);
    }
  }

  private HttpDelivery delivery() {
    return HttpDelivery.builder(uri())
        .headers(() -> Map.of("Authorization", "Bearer secret"))
        .clock(Clock.systemUTC())
        .build();
  }

  private URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(
      HttpExchange exchange, int status, String header, String value, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set(header, value);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
