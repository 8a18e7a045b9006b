package dev.candor.telemetry.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/** Writes what OTLP answers to a request that was taken, whole or in part. */
final class OtlpAnswer {
  private static final String SOME = "Not all of it was taken: see the gateway's counters";
  private static final String NONE = "The body was not readable as OTLP: nothing was taken";

  private OtlpAnswer() {}

  /** What was taken, but for so many items. */
  static ByteString taken(Signal signal, boolean json, long rejected) {
    return bytes(message(signal, rejected, rejected == 0 ? "" : SOME), json);
  }

  /** Nothing could be read, so that nobody knows how much was not taken. */
  static ByteString unreadable(Signal signal, boolean json) {
    return bytes(message(signal, 0, NONE), json);
  }

  private static Message message(Signal signal, long rejected, String words) {
    boolean whole = words.isEmpty();
    if (signal == Signal.TRACES) {
      ExportTraceServiceResponse.Builder answer = ExportTraceServiceResponse.newBuilder();
      return whole
          ? answer.build()
          : answer
              .setPartialSuccess(
                  ExportTracePartialSuccess.newBuilder()
                      .setRejectedSpans(rejected)
                      .setErrorMessage(words))
              .build();
    }
    ExportMetricsServiceResponse.Builder answer = ExportMetricsServiceResponse.newBuilder();
    return whole
        ? answer.build()
        : answer
            .setPartialSuccess(
                ExportMetricsPartialSuccess.newBuilder()
                    .setRejectedDataPoints(rejected)
                    .setErrorMessage(words))
            .build();
  }

  private static ByteString bytes(Message message, boolean json) {
    try {
      return json
          ? ByteString.copyFromUtf8(
              JsonFormat.printer().omittingInsignificantWhitespace().print(message))
          : message.toByteString();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("an answer has no field of any type", e);
    }
  }
}
