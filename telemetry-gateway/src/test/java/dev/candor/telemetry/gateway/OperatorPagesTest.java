package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators ask for. */
class OperatorPagesTest {
  @TempDir Path temporary;
  private TestGateway gateway;

  @BeforeEach
  void start() {
    gateway =
        TestGateway.start(
            TestGateway.config(temporary.resolve("gateway")).store(Duration.ofDays(1)));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private int status(String path, String token) {
    return gateway
        .send(
            HttpRequest.newBuilder(gateway.uri(path))
                .header("Authorization", "Bearer " + token)
                .GET())
        .statusCode();
  }

  @Test
  void token_right_isProved() {
    assertThat(status("/token", TestGateway.TOKEN)).isEqualTo(204);
  }

  @Test
  void token_wrong_isRefused() {
    assertThat(status("/token", "not-a-real-token-1")).isEqualTo(401);
  }

  @Test
  void health_running_isUp() {
    assertThat(gateway.get("/health")).isEqualTo("up\n");
  }

  @Test
  void ready_storesOpen_isReady() {
    assertThat(gateway.get("/ready")).isEqualTo("ready\n");
    assertThat(gateway.get("/metrics")).contains("candor_gateway_ready 1.0");
  }

  @Test
  void page_unknown_isNotFound() {
    assertThat(status("/store", TestGateway.TOKEN)).isEqualTo(404);
  }
}
