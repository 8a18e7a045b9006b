package dev.candor.telemetry.gateway;

import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.candor.telemetry.gateway.BodyFault.Kind;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;

/** Reads a decompressed body, within limits. Any thread. */
final class OtlpReader {
  private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

  private final ReceiverLimits limits;

  OtlpReader(ReceiverLimits limits) {
    this.limits = limits;
  }

  /**
   * What was read.
   *
   * @param request all of it that could be
   * @param refused how many items could not
   */
  record Read<T>(T request, int refused) {}

  Read<ExportTraceServiceRequest> traces(byte[] body, boolean json) throws BodyFault {
    ExportTraceServiceRequest.Builder builder = ExportTraceServiceRequest.newBuilder();
    int refused = read(body, json, builder);
    return new Read<>(builder.build(), refused);
  }

  Read<ExportMetricsServiceRequest> metrics(byte[] body, boolean json) throws BodyFault {
    ExportMetricsServiceRequest.Builder builder = ExportMetricsServiceRequest.newBuilder();
    int refused = read(body, json, builder);
    return new Read<>(builder.build(), refused);
  }

  private int read(byte[] body, boolean json, Message.Builder builder) throws BodyFault {
    try {
      if (json) {
        return readJson(JsonScan.check(body, limits), builder);
      }
      WireScan.check(body, builder.getDescriptorForType(), limits);
      builder.mergeFrom(body);
      return 0;
    } catch (IOException | RuntimeException e) {
      // The parsers' words quote what they read.
      throw new BodyFault(Kind.UNREADABLE);
    }
  }

  private int readJson(String body, Message.Builder builder) throws IOException {
    try {
      PARSER.merge(body, builder);
      return 0;
    } catch (IOException | RuntimeException e) {
      JsonSieve.Sifted sifted = JsonSieve.sift(body, JsonScan.factory(limits));
      builder.clear();
      PARSER.merge(sifted.body(), builder);
      return sifted.refused();
    }
  }
}
