package dev.candor.telemetry.console;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Requests as installations send them, encoded once: for each one only its ids, times and numbers
 * are written into the bytes. One thread.
 */
final class PipelineRequests {
  /** The number of the first event: from here on all numbers take the same room on the wire. */
  static final int FIRST = 1 << 28;

  /** The events' own registry; errors are built in. */
  static final String REGISTRY =
      """
      file_format: definition/2
      attributes:
        - {key: bench.step.serial, type: int, annotations: {candor: {kind: integer, min: 0}}}
        - {key: bench.step.mode, type: string, annotations: {candor: {kind: constant, values: [manual, select_wells]}}}
        - {key: bench.step.stage, type: string, annotations: {candor: {kind: constant, values: [home, well]}}}
        - {key: bench.step.channels, type: int, annotations: {candor: {kind: integer, min: 0, max: 16}}}
        - {key: bench.step.images, type: int, annotations: {candor: {kind: integer, min: 0}}}
        - {key: bench.step.tiles, type: int, annotations: {candor: {kind: integer, min: 0}}}
        - {key: bench.step.retries, type: int, annotations: {candor: {kind: integer, min: 0}}}
        - {key: bench.step.overlap, type: double, annotations: {candor: {kind: decimal, min: 0, max: 1}}}
        - {key: bench.step.wait, type: double, annotations: {candor: {kind: duration}}}
        - {key: bench.step.simulated, type: boolean, annotations: {candor: {kind: flag}}}
        - {key: bench.step.note, type: string, annotations: {candor: {kind: text, max: 100}}}
      spans:
        - type: bench.step
          kind: internal
          name: {note: bench.step}
          attributes: [{ref: bench.step.serial}, {ref: bench.step.mode}, {ref: bench.step.stage}, {ref: bench.step.channels}, {ref: bench.step.images}, {ref: bench.step.tiles}, {ref: bench.step.retries}, {ref: bench.step.overlap}, {ref: bench.step.wait}, {ref: bench.step.simulated}, {ref: bench.step.note}, {ref: session.id}, {ref: activity.outcome}]
      """;

  static final String SERVICE = "bench";
  static final String SERIAL = "bench.step.serial";

  private static final String SESSION = "01934a5b-7c8d-7e9f-8a0b-1c2d3e4f5a6b";
  private static final String INSTALLATION = "0f2c1c9e-58ad-4c53-9f0c-";
  private static final int DIGITS = 12;
  private static final long TRACE = 0x7e57_ab1e_5eed_f00dL;
  private static final long BEGIN = 0x1717_1717_1717_1717L;
  private static final long END = 0x1919_1919_1919_1919L;
  private static final int VARINT = 5;
  private static final int SPAN_AFTER_TRACE = 18;

  private final int perRequest;
  private final int installations;
  private final List<Template> templates = new ArrayList<>();

  PipelineRequests(PipelineLoad load) {
    this.perRequest = load.perRequest();
    this.installations = load.installations();
    // After so many requests the errors stand in the same places again.
    for (int i = 0; i < PipelineLoad.ERROR_EVERY; i++) {
      templates.add(new Template(encoded((long) i * perRequest)));
    }
  }

  /** The bytes of a request; they change with the next call. */
  byte[] of(long request, long nowNanos) {
    Template template = templates.get((int) (request % templates.size()));
    template.write(request * perRequest, installation(request), nowNanos);
    return template.bytes;
  }

  private String installation(long request) {
    String digits = Long.toHexString(request % installations);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  private byte[] encoded(long first) {
    ScopeSpans.Builder spans = ScopeSpans.newBuilder();
    for (int i = 0; i < perRequest; i++) {
      spans.addSpans(event(first + i, i));
    }
    Resource resource =
        Resource.newBuilder()
            .addAttributes(text("service.name", SERVICE))
            .addAttributes(text("service.version", "1.4.2"))
            .addAttributes(text("os.type", "linux"))
            .addAttributes(text("app.installation.id", INSTALLATION + "0".repeat(DIGITS)))
            .build();
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(ResourceSpans.newBuilder().setResource(resource).addScopeSpans(spans))
        .build()
        .toByteArray();
  }

  private static Span event(long number, int i) {
    if (PipelineLoad.isError(number)) {
      return error();
    }
    Span.Builder step = step(i);
    if (PipelineLoad.hasText(number)) {
      step.addAttributes(text("bench.step.note", "the stage moved back home"));
    }
    return step.build();
  }

  private static Span.Builder step(int i) {
    return span("bench.step")
        .addAttributes(number(SERIAL, FIRST))
        .addAttributes(text("bench.step.mode", i % 2 == 0 ? "manual" : "select_wells"))
        .addAttributes(text("bench.step.stage", i % 3 == 0 ? "home" : "well"))
        .addAttributes(number("bench.step.channels", i % 16))
        .addAttributes(number("bench.step.images", 96L * i))
        .addAttributes(number("bench.step.tiles", 4L * i))
        .addAttributes(number("bench.step.retries", i % 4))
        .addAttributes(decimal("bench.step.overlap", 0.15))
        .addAttributes(decimal("bench.step.wait", 1.5 * i))
        .addAttributes(
            KeyValue.newBuilder()
                .setKey("bench.step.simulated")
                .setValue(AnyValue.newBuilder().setBoolValue(false)))
        .addAttributes(text("session.id", SESSION))
        .addAttributes(text("activity.outcome", "completed"));
  }

  private static Span error() {
    StringBuilder calls = new StringBuilder("java.lang.IllegalStateException");
    for (int line = 1; line <= 20; line++) {
      calls.append("\n\tat org.example.lab.Stage.move(Stage.java:").append(line).append(')');
    }
    return span("app.error")
        .addAttributes(number("app.error.count", FIRST))
        .addAttributes(text("error.type", "java.lang.IllegalStateException"))
        .addAttributes(text("exception.stacktrace", calls.toString()))
        .addAttributes(text("app.error.language", "java"))
        .addAttributes(text("app.error.origin", "handled"))
        .addAttributes(text("session.id", SESSION))
        .build();
  }

  private static Span.Builder span(String name) {
    ByteBuffer ids = ByteBuffer.allocate(24).putLong(TRACE).putLong(1).putLong(1);
    return Span.newBuilder()
        .setTraceId(ByteString.copyFrom(ids.array(), 0, 16))
        .setSpanId(ByteString.copyFrom(ids.array(), 16, 8))
        .setName(name)
        .setStartTimeUnixNano(BEGIN)
        .setEndTimeUnixNano(END);
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  private static KeyValue number(String key, long value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setIntValue(value))
        .build();
  }

  private static KeyValue decimal(String key, double value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setDoubleValue(value))
        .build();
  }

  /** An encoded request and the places in it that change. */
  private static final class Template {
    final byte[] bytes;
    private final ByteBuffer big;
    private final ByteBuffer little;
    private final int installation;
    private final int[] traces;
    private final int[] begins;
    private final int[] ends;
    private final int[] numbers;

    Template(byte[] bytes) {
      this.bytes = bytes;
      big = ByteBuffer.wrap(bytes);
      little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      byte[] id = INSTALLATION.getBytes(StandardCharsets.US_ASCII);
      installation = places(id)[0] + id.length;
      traces = places(ByteBuffer.allocate(8).putLong(TRACE).array());
      begins = places(ByteBuffer.allocate(8).putLong(BEGIN).array());
      ends = places(ByteBuffer.allocate(8).putLong(END).array());
      byte[] first = new byte[VARINT];
      varint(first, 0, FIRST);
      numbers = places(first);
    }

    void write(long first, String reporter, long nowNanos) {
      for (int i = 0; i < DIGITS; i++) {
        bytes[installation + i] = (byte) reporter.charAt(i);
      }
      for (int i = 0; i < traces.length; i++) {
        long number = FIRST + first + i;
        big.putLong(traces[i] + 8, number);
        big.putLong(traces[i] + SPAN_AFTER_TRACE, number);
        little.putLong(begins[i], nowNanos - 1_000_000);
        little.putLong(ends[i], nowNanos);
        varint(bytes, numbers[i], number);
      }
    }

    private int[] places(byte[] sought) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i + sought.length <= bytes.length; i++) {
        if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
          places.add(i);
        }
      }
      return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void varint(byte[] out, int at, long value) {
      long left = value;
      for (int i = 0; i < VARINT - 1; i++) {
        out[at + i] = (byte) ((left & 0x7f) | 0x80);
        left >>>= 7;
      }
      out[at + VARINT - 1] = (byte) left;
    }
  }
}
