package dev.candor.telemetry.collector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what the generated stages cost against an empty pipeline of the same Collector: processor
 * time of the whole process for each span, protobuf, 12 attributes. Arguments: a folder for its
 * files. Run with {@code GOMAXPROCS=1} for one core.
 */
final class CollectorCost {
  private static final String EMPTY =
      """
      extensions:
        health_check: {endpoint: "${env:CANDOR_HEALTH:-127.0.0.1:13133}"}
        bearertokenauth/in: {token: "${env:CANDOR_INGEST_TOKEN}"}
      receivers:
        otlp:
          protocols:
            http:
              endpoint: "${env:CANDOR_LISTEN:-127.0.0.1:4318}"
              auth: {authenticator: bearertokenauth/in}
      exporters: {nop: {}}
      service:
        extensions: [health_check, bearertokenauth/in]
        telemetry: {metrics: {level: none}}
        pipelines: {traces: {receivers: [otlp], exporters: [nop]}}
      """;

  private static final String NOTE =
      "The acquisition went on after the last channel was written and the stage moved back home";

  private CollectorCost() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    String base = BaseGenerator.generate(TestRegistries.lab());
    for (boolean note : new boolean[] {false, true}) {
      for (int spans : new int[] {500, 2}) {
        double empty = microseconds(folder, EMPTY, spans, note);
        double full = microseconds(folder, base, spans, note);
        System.out.printf(
            "%d spans a request, %s text: empty %.1f us, full %.1f us a span, ratio %.1f%n",
            spans, note ? "with" : "without", empty, full, full / empty);
      }
    }
  }

  private static double microseconds(Path folder, String config, int spans, boolean note)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("cost.yaml"), config);
    byte[] body = request(spans, note);
    int requests = Math.max(1, 100_000 / spans / (spans < 10 ? 5 : 1));
    try (CollectorProcess collector =
        CollectorProcess.builder(GoldenCollector.program(), folder)
            .config(file)
            .environment("CANDOR_SERVICES", "lab")
            .environment("GOMAXPROCS", "1")
            .start()) {
      send(collector, body, requests / 10 + 1);
      Duration before = spent();
      send(collector, body, requests);
      return spent().minus(before).toNanos() / 1000.0 / requests / spans;
    }
  }

  private static Duration spent() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").contains("collector"))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static void send(CollectorProcess collector, byte[] body, int times)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(collector.endpoint() + "/v1/traces"))
            .header("Content-Type", "application/x-protobuf")
            .header("Authorization", "Bearer " + collector.token())
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    for (int i = 0; i < times; i++) {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("answered " + status);
      }
    }
  }

  private static byte[] request(int spans, boolean note) {
    List<byte[]> scope = new ArrayList<>();
    for (int i = 0; i < spans; i++) {
      scope.add(field(2, span(note)));
    }
    byte[] resource = field(1, concat(List.of(field(1, text("service.name", "lab")))));
    return field(1, concat(List.of(resource, field(2, concat(scope)))));
  }

  private static byte[] span(boolean note) {
    List<byte[]> parts =
        new ArrayList<>(
            List.of(
                field(1, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}),
                field(2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}),
                field(5, bytes("imaging.run")),
                field(9, text("session.id", "01934a5b-7c8d-7e9f-8a0b-1c2d3e4f5a6b")),
                field(9, text("imaging.run.mode", "manual")),
                field(9, text("imaging.run.tools", "laser,stage")),
                field(9, text("imaging.run.old", "default")),
                field(9, text("imaging.run.plan", "00112233445566778899aabbccddeeff")),
                field(9, text("activity.outcome", "completed")),
                field(9, text("error.type", "java.io.IOException")),
                field(9, number("imaging.run.channels", 3)),
                field(9, number("imaging.run.images", 100)),
                field(9, flag("imaging.run.simulated"))));
    parts.add(field(9, text(note ? "imaging.run.note" : "foreign.one", NOTE)));
    parts.add(field(9, text("foreign.two", "removed")));
    return concat(parts);
  }

  private static byte[] text(String key, String value) {
    return concat(List.of(field(1, bytes(key)), field(2, field(1, bytes(value)))));
  }

  private static byte[] number(String key, int value) {
    return concat(List.of(field(1, bytes(key)), field(2, new byte[] {0x18, (byte) value})));
  }

  private static byte[] flag(String key) {
    return concat(List.of(field(1, bytes(key)), field(2, new byte[] {0x10, 1})));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] field(int number, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(number << 3 | 2);
    int length = value.length;
    while (length >= 0x80) {
      out.write(length & 0x7f | 0x80);
      length >>>= 7;
    }
    out.write(length);
    out.writeBytes(value);
    return out.toByteArray();
  }

  private static byte[] concat(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
