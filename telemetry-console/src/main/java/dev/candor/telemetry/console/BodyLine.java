package dev.candor.telemetry.console;

import dev.candor.telemetry.exporter.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * A request body as one line: JSON as it is; lines of JSON, such as an envelope has, as a list of
 * them; OTLP as JSON; anything else in Base64.
 */
final class BodyLine {
  private BodyLine() {}

  static String of(Sealed body) {
    String type = body.contentType();
    if (type.startsWith("application/x-protobuf")) {
      return OtlpLine.of(body.body());
    }
    if (type.contains("json") || type.contains("envelope")) {
      String text = new String(body.body(), StandardCharsets.UTF_8).stripTrailing();
      return text.indexOf('\n') < 0
          ? text
          : text.lines().collect(Collectors.joining(",", "[", "]"));
    }
    return "{\"base64\":\"" + Base64.getEncoder().encodeToString(body.body()) + "\"}";
  }
}
