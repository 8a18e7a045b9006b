package dev.candor.telemetry.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.registry.Probe;
import dev.candor.telemetry.registry.Registry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One event that says of itself that it is a test: {@code candor.probe}, from nobody's machine. A
 * gateway counts it and forgets it, unless it is to reach the destination.
 */
final class WayProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int DELTA = 1;

  private final SecureRandom random = new SecureRandom();
  private final String traceId = hex(16);
  private final String reach;
  private final String nanos;
  private final long millis;

  /**
   * Makes one.
   *
   * @param toDestination whether it goes as far as any event
   */
  WayProbe(boolean toDestination, Clock clock) {
    reach = toDestination ? Probe.TO_DESTINATION : Probe.TO_GATEWAY;
    Instant now = clock.instant();
    millis = now.toEpochMilli();
    nanos = millis + "000000";
  }

  /** What of it is seen at the far end, where ids are kept. */
  String id() {
    return traceId;
  }

  /**
   * Sends it to a Collector.
   *
   * @param counts whether as a count, too, for who takes no events
   * @return the status of the answer, 0 if none came
   */
  int send(URI endpoint, String token, boolean counts) throws InterruptedException {
    int status = post(endpoint, token, "/v1/traces", span());
    return counts && status == 200 ? post(endpoint, token, "/v1/metrics", count()) : status;
  }

  private static int post(URI endpoint, String token, String path, ObjectNode body)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      return HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .proxy(HttpClient.Builder.NO_PROXY)
          .version(HttpClient.Version.HTTP_1_1)
          .build()
          .send(request, BodyHandlers.discarding())
          .statusCode();
    } catch (IOException gone) {
      return 0;
    }
  }

  private ObjectNode span() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    ObjectNode group = group(request.putArray("resourceSpans"));
    // Vendors count by installation: this one is seen once and never again.
    text(group, "app.installation.id", UUID.randomUUID().toString());
    ObjectNode span = scoped(group, "scopeSpans", "spans");
    span.put("traceId", traceId).put("spanId", hex(8)).put("name", Probe.NAME).put("kind", 1);
    span.put("startTimeUnixNano", nanos).put("endTimeUnixNano", nanos);
    ArrayNode attributes = span.putArray("attributes");
    attribute(attributes, Probe.REACH, reach);
    attribute(attributes, "session.id", session());
    return request;
  }

  private ObjectNode count() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    ObjectNode group = group(request.putArray("resourceMetrics"));
    text(group, Registry.REPORT_ID, traceId);
    ObjectNode metric = scoped(group, "scopeMetrics", "metrics");
    metric.put("name", Probe.COUNT).put("unit", "{event}");
    ObjectNode sum = metric.putObject("sum");
    sum.put("aggregationTemporality", DELTA).put("isMonotonic", true);
    ObjectNode point = sum.putArray("dataPoints").addObject();
    point.put("asInt", "1").put("startTimeUnixNano", nanos).put("timeUnixNano", nanos);
    attribute(point.putArray("attributes"), Probe.REACH, reach);
    return request;
  }

  private static ObjectNode group(ArrayNode groups) {
    ObjectNode group = groups.addObject();
    group.putObject("resource").putArray("attributes");
    text(group, "service.name", Runtimes.SERVICE);
    text(group, "service.version", Candor.Version.number());
    return group;
  }

  private static ObjectNode scoped(ObjectNode group, String scopes, String items) {
    return group.putArray(scopes).addObject().putArray(items).addObject();
  }

  private static void text(ObjectNode group, String key, String value) {
    attribute((ArrayNode) group.path("resource").path("attributes"), key, value);
  }

  private static void attribute(ArrayNode attributes, String key, String value) {
    attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
  }

  /** A version 7 id, as sessions have. */
  private String session() {
    return "%08x-%04x-7%s-8%s-%s"
        .formatted(
            millis >>> 16, millis & 0xffff, hex(2).substring(1), hex(2).substring(1), hex(6));
  }

  private String hex(int bytes) {
    byte[] some = new byte[bytes];
    random.nextBytes(some);
    return HexFormat.of().formatHex(some);
  }
}
