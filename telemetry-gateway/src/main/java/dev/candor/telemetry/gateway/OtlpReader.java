package dev.candor.telemetry.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.candor.telemetry.gateway.BodyFault.Kind;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/** Reads a decompressed body, within limits. Any thread. */
final class OtlpReader {
  private final ReceiverLimits limits;

  OtlpReader(ReceiverLimits limits) {
    this.limits = limits;
  }

  ExportTraceServiceRequest traces(byte[] body, boolean json) throws BodyFault {
    return (ExportTraceServiceRequest) read(body, json, ExportTraceServiceRequest.newBuilder());
  }

  ExportMetricsServiceRequest metrics(byte[] body, boolean json) throws BodyFault {
    return (ExportMetricsServiceRequest) read(body, json, ExportMetricsServiceRequest.newBuilder());
  }

  private Message read(byte[] body, boolean json, Message.Builder builder) throws BodyFault {
    try {
      if (json) {
        JsonFormat.parser().ignoringUnknownFields().merge(JsonScan.check(body, limits), builder);
      } else {
        WireScan.check(body, builder.getDescriptorForType(), limits);
        builder.mergeFrom(body);
      }
      return builder.build();
    } catch (InvalidProtocolBufferException | RuntimeException e) {
      // The parsers' words quote what they read.
      throw new BodyFault(Kind.UNREADABLE);
    }
  }
}
