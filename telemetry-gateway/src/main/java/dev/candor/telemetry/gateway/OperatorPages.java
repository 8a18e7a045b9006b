package dev.candor.telemetry.gateway;

import dev.candor.telemetry.gateway.GatewayState.Phase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What operators and their programs ask for, by GET: no Collector asks anything. */
final class OperatorPages {
  private static final String TEXT = "text/plain; charset=utf-8";

  private final GatewayState state;
  private final MetricsPage metrics;
  private final boolean loopback;
  private final Executor workers;

  OperatorPages(GatewayState state, MetricsPage metrics, boolean loopback, Executor workers) {
    this.state = state;
    this.metrics = metrics;
    this.loopback = loopback;
    this.workers = workers;
  }

  void answer(Request request, Response response, Callback callback, boolean allowed) {
    switch (request.getHttpURI().getPath()) {
      case "/health" -> write(response, callback, 200, "up\n");
      case "/ready" -> ready(response, callback);
      case "/token" -> write(response, callback, allowed ? 204 : 401, "");
      case "/metrics" -> {
        if (allowed || loopback) {
          metrics(response, callback);
        } else {
          write(response, callback, 401, "");
        }
      }
      default -> write(response, callback, 404, "");
    }
  }

  private void ready(Response response, Callback callback) {
    Phase phase = state.now();
    if (phase == Phase.READY) {
      write(response, callback, 200, "ready\n");
    } else {
      write(response, callback, 503, phase == Phase.STARTING ? "starting\n" : "stopping\n");
    }
  }

  // Ledgers are read from disk, which is nothing for the threads of the network.
  private void metrics(Response response, Callback callback) {
    try {
      workers.execute(
          () -> {
            byte[] page = metrics.write();
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, MetricsPage.TYPE);
            response.write(/* last= */ true, ByteBuffer.wrap(page), callback);
          });
    } catch (RejectedExecutionException e) {
      write(response, callback, 503, "");
    }
  }

  private static void write(Response response, Callback callback, int status, String text) {
    response.setStatus(status);
    if (!text.isEmpty()) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, TEXT);
    }
    response.write(
        /* last= */ true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
  }
}
