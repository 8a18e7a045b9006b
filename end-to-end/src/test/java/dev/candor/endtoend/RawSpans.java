package dev.candor.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request as a program without any SDK would write it. */
final class RawSpans {
  private RawSpans() {}

  /** OTLP as JSON with so many starts of sessions, new ones at each call. */
  static byte[] request(int starts) {
    return request(Stream.generate(RawSpans::newTrace).limit(starts).toList());
  }

  /** As {@link #request(int)}, a new span of each trace. */
  static byte[] request(List<String> traces) {
    String spans = traces.stream().map(RawSpans::span).collect(Collectors.joining(","));
    return """
        {"resourceSpans":[{
          "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"lab"}},
            {"key":"app.installation.id","value":{"stringValue":"6f2c1c9e-58ad-4c53-9f0c-0123456789ab"}}]},
          "scopeSpans":[{"spans":[%s]}]}]}
        """
        .formatted(spans)
        .getBytes(StandardCharsets.UTF_8);
  }

  static String newTrace() {
    return "%016x%016x".formatted(random(), random());
  }

  private static String span(String trace) {
    long now = System.currentTimeMillis() * 1_000_000;
    return """
        {"traceId":"%s","spanId":"%016x","name":"session.start","kind":1,
         "startTimeUnixNano":"%d","endTimeUnixNano":"%d"}
        """
        .formatted(trace, random(), now, now);
  }

  private static long random() {
    return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
  }
}
