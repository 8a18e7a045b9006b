package dev.candor.telemetry.gateway;

import dev.candor.telemetry.gateway.GatewayCounts.Name;
import dev.candor.telemetry.gateway.GatewayLog.Level;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes answers down: on the wire, in the counters, in the log. Any thread. */
final class Answers {
  static final String PROTOBUF = "application/x-protobuf";
  static final String JSON = "application/json";

  private final GatewayCounts counts;
  private final GatewayLog log;
  private final long retryAfterSeconds;

  Answers(GatewayCounts counts, GatewayLog log, long retryAfterSeconds) {
    this.counts = counts;
    this.log = log;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  void answer(Replies replies, boolean json, Response response, Callback callback) {
    replies.byPath().forEach(this::note);
    Reply reply = replies.heard();
    if (reply.isTaken()) {
      response.setStatus(200);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, json ? JSON : PROTOBUF);
    } else {
      response.setStatus(503);
      response.getHeaders().put(HttpHeader.RETRY_AFTER, retryAfterSeconds);
      // What is left of its body is not waited for.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    response.write(/* last= */ true, reply.body().asReadOnlyByteBuffer(), callback);
  }

  private void note(String path, Reply reply) {
    counts.add(Name.REQUESTS, path, reply.word(), 1);
    if (reply.isWorthALine()) {
      log.rarely(Level.WARN, "request." + reply.word(), Map.of("path", path));
    }
  }

  /** Notes a fault of ours. Its message may quote what it was given; its class does not. */
  void fault(Throwable fault) {
    counts.add(Name.FAULTS, "", "request", 1);
    log.rarely(Level.WARN, "fault.request", Map.of("type", fault.getClass().getSimpleName()));
  }
}
