package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Senders that begin and do not go on. */
class SlowSendersTest {
  private static final int MANY = 1_000;

  @TempDir Path temporary;

  @Test
  void slowSenders_aThousand_holdNoThreadAndStopNobody() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (TestGateway gateway =
        TestGateway.start(
            TestGateway.config(temporary.resolve("gateway")).store(Duration.ofDays(1)))) {
      gateway.post("/store/v1/traces", TestRequests.spans(1, 0, 1).toByteArray());
      int before = Thread.activeCount();
      for (int i = 0; i < MANY; i++) {
        slow.add(slowSender(gateway.uri("/").getPort()));
      }

      assertThat(
              gateway
                  .post("/store/v1/traces", TestRequests.spans(1, 0, 9).toByteArray())
                  .statusCode())
          .isEqualTo(200);
      assertThat(Thread.activeCount() - before).isLessThan(40);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static Socket slowSender(int port) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket
        .getOutputStream()
        .write(
            ("POST /store/v1/traces HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
                    + TestGateway.TOKEN
                    + "\r\nContent-Type: application/x-protobuf\r\nContent-Length: 1000\r\n\r\nabc")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
