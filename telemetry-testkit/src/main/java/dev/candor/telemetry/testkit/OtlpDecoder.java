package dev.candor.telemetry.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads OTLP in both encodings. */
final class OtlpDecoder {
  private static final JsonFactory JSON = new JsonFactory();
  // OTLP/JSON writes ids in hexadecimal where protobuf's own JSON has base64.
  private static final Set<String> HEX = Set.of("traceId", "spanId", "parentSpanId");

  private OtlpDecoder() {}

  static ExportTraceServiceRequest traces(String contentType, byte[] body) {
    try {
      return isJson(contentType)
          ? json(body, ExportTraceServiceRequest.newBuilder()).build()
          : ExportTraceServiceRequest.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("the body is not OTLP traces", e);
    }
  }

  static ExportMetricsServiceRequest metrics(String contentType, byte[] body) {
    try {
      return isJson(contentType)
          ? json(body, ExportMetricsServiceRequest.newBuilder()).build()
          : ExportMetricsServiceRequest.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("the body is not OTLP metrics", e);
    }
  }

  static Map<String, Object> map(List<KeyValue> attributes) {
    Map<String, Object> map = new TreeMap<>();
    for (KeyValue attribute : attributes) {
      if (map.put(attribute.getKey(), value(attribute.getValue())) != null) {
        throw new AssertionError("a key appears twice: " + attribute.getKey());
      }
    }
    return map;
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      default -> value.toString();
    };
  }

  private static boolean isJson(String contentType) {
    return contentType.startsWith("application/json");
  }

  private static <B extends Message.Builder> B json(byte[] body, B builder)
      throws InvalidProtocolBufferException {
    JsonFormat.parser().ignoringUnknownFields().merge(base64Ids(body), builder);
    return builder;
  }

  private static String base64Ids(byte[] body) {
    StringWriter out = new StringWriter();
    try (JsonParser in = JSON.createParser(body);
        JsonGenerator generator = JSON.createGenerator(out)) {
      while (in.nextToken() != null) {
        String name = in.currentName();
        if (in.currentToken() == JsonToken.VALUE_STRING && name != null && HEX.contains(name)) {
          byte[] id = HexFormat.of().parseHex(in.getText());
          generator.writeString(Base64.getEncoder().encodeToString(id));
        } else {
          generator.copyCurrentEvent(in);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
