package dev.candor.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A request as a program without any SDK would write it. */
final class RawSpans {
  private RawSpans() {}

  /** OTLP as JSON with so many starts of sessions, new ones at each call. */
  static byte[] request(int starts) {
    String spans =
        IntStream.range(0, starts).mapToObj(i -> span()).collect(Collectors.joining(","));
    return """
        {"resourceSpans":[{
          "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"lab"}}]},
          "scopeSpans":[{"spans":[%s]}]}]}
        """
        .formatted(spans)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String span() {
    long now = System.currentTimeMillis() * 1_000_000;
    return """
        {"traceId":"%016x%016x","spanId":"%016x","name":"session.start","kind":1,
         "startTimeUnixNano":"%d","endTimeUnixNano":"%d"}
        """
        .formatted(random(), random(), random(), now, now);
  }

  private static long random() {
    return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
  }
}
