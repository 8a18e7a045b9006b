package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.FakeAmplitude;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is sent away hears when to come again, whatever it was for. */
class RetryAfterTest {
  private static final String STORE = "/store/v1/traces";
  private static final String METRICS = "/amplitude/v1/metrics";

  @TempDir Path temporary;
  private final BreakableDestination faulty =
      new BreakableDestination(
          TestGateway.destination("amplitude", Map.of("AMPLITUDE_API_KEY", FakeAmplitude.KEY)));

  /** Why a request is sent away. */
  enum Cause {
    SLOW(STORE, "Content-Length: 1000\r\n", limits(1 << 20, 100, 1)),
    BUSY(STORE, "Content-Length: 3\r\n", limits(1, 100, 30)),
    FAULT(METRICS, "Content-Length: 0\r\n", limits(1 << 20, 100, 30)),
    HEADERS(STORE, "Other: " + "x".repeat(9 << 10) + "\r\n", limits(1 << 20, 100, 30));

    private final String path;
    private final String headers;
    private final ReceiverLimits limits;

    Cause(String path, String headers, ReceiverLimits limits) {
      this.path = path;
      this.headers = headers;
      this.limits = limits;
    }
  }

  private static ReceiverLimits limits(int buffered, int connections, int seconds) {
    ReceiverLimits own = ReceiverLimits.defaults();
    return new ReceiverLimits(
        own.body(),
        own.unpacked(),
        own.parts(),
        own.nesting(),
        own.headers(),
        buffered,
        connections,
        seconds);
  }

  private TestGateway start(ReceiverLimits limits) {
    return TestGateway.start(
        TestGateway.config(temporary.resolve("gateway"))
            .store(Duration.ofDays(1))
            .destination(GatewayPath.AMPLITUDE, faulty, 1)
            .limits(limits));
  }

  private static Socket post(TestGateway gateway, String path, String headers) throws IOException {
    URI uri = gateway.uri(path);
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    String head =
        "POST %s HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\n"
            .formatted(path, TestGateway.TOKEN);
    String type = "Content-Type: application/x-protobuf\r\n";
    socket
        .getOutputStream()
        .write((head + type + headers + "\r\nabc").getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Status line and headers. */
  private static String answer(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    for (int c = socket.getInputStream().read(); c >= 0; c = socket.getInputStream().read()) {
      answer.append((char) c);
      if (answer.indexOf("\r\n\r\n") >= 0) {
        break;
      }
    }
    return answer.toString();
  }

  @ParameterizedTest
  @EnumSource
  void post_sentAway_hearsWhenToComeAgain(Cause cause) throws IOException {
    try (TestGateway gateway = start(cause.limits)) {
      faulty.becomeBroken();
      try (Socket socket = post(gateway, cause.path, cause.headers)) {
        assertThat(answer(socket)).startsWith("HTTP/1.1 503").contains("Retry-After: 5\r\n");
      }
      if (cause != Cause.HEADERS) {
        assertThat(gateway.get("/metrics"))
            .contains("answer=\"" + cause.name().toLowerCase(Locale.ROOT) + "\"");
      }
    }
  }

  /** It is not answered at all before there is room for it. */
  @Test
  void connection_beyondTheLimit_isServedOnceAnotherHasGone() throws IOException {
    try (TestGateway gateway = start(limits(1 << 20, 1, 30))) {
      Socket first = post(gateway, STORE, "Content-Length: 1000\r\n");
      try (Socket second = post(gateway, STORE, "Content-Length: 0\r\n")) {
        first.close();

        assertThat(answer(second)).startsWith("HTTP/1.1 200");
      }
    }
  }
}
