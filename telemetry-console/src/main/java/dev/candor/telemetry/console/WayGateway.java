package dev.candor.telemetry.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The gateway behind a Collector: one of our own, as a process that ends with this one, or one that
 * runs already. Its token is proved before anything is sent. One thread, but for {@link #stop}.
 */
final class WayGateway {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long START_SECONDS = 60;
  private static final long ROUND_MILLIS = 100;
  private static final int RIGHT = 204;
  private static final int WRONG = 401;

  private final URI base;
  private final String token;
  private final @Nullable GatewayChild child;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .proxy(HttpClient.Builder.NO_PROXY)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private WayGateway(URI base, String token, @Nullable GatewayChild child) {
    this.base = base;
    this.token = token;
    this.child = child;
  }

  /** One that runs already. */
  static WayGateway given(URI base, String token) throws InterruptedException {
    WayGateway gateway = new WayGateway(base, token, null);
    String fault = gateway.fault();
    if (fault != null) {
      throw CommandFailure.failed(fault + "; nothing was started");
    }
    return gateway;
  }

  /**
   * Starts one, and waits until it takes requests.
   *
   * @param start with a file that says to listen on {@code port} of loopback
   */
  static WayGateway start(GatewayChild.Start start, int port, String token)
      throws InterruptedException {
    GatewayChild child = GatewayChild.start(start);
    WayGateway gateway = new WayGateway(URI.create("http://127.0.0.1:" + port), token, child);
    gateway.awaitReady(child);
    return gateway;
  }

  /** Refuses a port that somebody has. */
  static int free(@Nullable Integer wanted, String option) {
    int port = wanted == null ? 0 : wanted;
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException | IllegalArgumentException e) {
      throw CommandFailure.missing(
          option + ": the port is in use or may not be used; nothing was started");
    }
  }

  private void awaitReady(GatewayChild child) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    String fault = "";
    while (!child.endsWithin(ROUND_MILLIS)) {
      fault = fault();
      if (fault == null) {
        return;
      }
      if (System.nanoTime() > deadline) {
        child.stop();
        throw CommandFailure.missing(fault + "; gateway.log in the folder says more");
      }
    }
    throw CommandFailure.missing(
        "the gateway ended while starting: gateway.log in the folder says why");
  }

  /** What is wrong with address or token; null if nothing is. */
  private @Nullable String fault() throws InterruptedException {
    int status = status("/token");
    if (status == WRONG) {
      return "the gateway does not take the token of CANDOR_GATEWAY_TOKEN";
    }
    if (status == 0) {
      return "nobody answers at the gateway's address";
    }
    if (status != RIGHT) {
      return "what answers at the gateway's address is no gateway";
    }
    return status("/ready") == 200 ? null : "the gateway is not ready";
  }

  private int status(String path) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base + path))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + token)
              .build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException gone) {
      return 0;
    }
  }

  URI base() {
    return base;
  }

  String token() {
    return token;
  }

  Figures figures() throws InterruptedException {
    return Figures.at(URI.create(base + "/metrics"), List.of("Authorization", "Bearer " + token));
  }

  /** The process that is our own. */
  long pid() {
    if (child == null) {
      throw new IllegalStateException("it is not ours");
    }
    return child.pid();
  }

  /** Is done when it has ended; never for one that is not ours. */
  CompletableFuture<?> ended() {
    return child == null ? new CompletableFuture<>() : child.ended();
  }

  /** Ends our own: what it has stored is sent while time is left, the rest stays. Any thread. */
  void stop() {
    if (child != null) {
      child.stop();
    }
  }
}
