package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that nests deeper than the limit costs itself and nothing beside it. */
class DeepNestingTest {
  private static final String TRACES = "/store/v1/traces";
  private static final Pattern ID = Pattern.compile("(\"(?:traceId|spanId)\": \")([^\"]+)");

  @AutoClose private TestGateway gateway;

  @BeforeEach
  void start(@TempDir Path folder) {
    gateway = TestGateway.storing(folder);
  }

  private static AnyValue list(AnyValue inner) {
    return AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(inner)).build();
  }

  private static AnyValue map(AnyValue inner) {
    KeyValue entry = KeyValue.newBuilder().setKey("a\"]}\\").setValue(inner).build();
    return AnyValue.newBuilder().setKvlistValue(KeyValueList.newBuilder().addValues(entry)).build();
  }

  /** A registered attribute whose value is the innermost of so many, between two good spans. */
  private static ExportTraceServiceRequest request(int levels, UnaryOperator<AnyValue> around) {
    AnyValue value = AnyValue.newBuilder().setStringValue("end").build();
    for (int i = 0; i < levels; i++) {
      value = around.apply(value);
    }
    Span deep =
        TestRequests.span(1).toBuilder()
            .addAttributes(KeyValue.newBuilder().setKey("imaging.run.note").setValue(value))
            .build();
    return TestRequests.request(
        TestRequests.installation(1), List.of(TestRequests.span(0), deep, TestRequests.span(2)));
  }

  /** Protobuf's own JSON has ids in base64, OTLP in hexadecimal. */
  private static String json(ExportTraceServiceRequest request)
      throws InvalidProtocolBufferException {
    return ID.matcher(JsonFormat.printer().print(request))
        .replaceAll(
            id -> id.group(1) + HexFormat.of().formatHex(Base64.getDecoder().decode(id.group(2))));
  }

  private void assertOnlyTheValueWent(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.get("/metrics"))
        .contains("candor_gateway_items_stored_total{path=\"store\"} 3.0")
        .containsPattern(
            "candor_gateway_values_omitted_total\\{path=\"store\",reason=\"\\w+\"} 1.0")
        .doesNotContain("answer=\"unreadable\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 10, 11, 12, 24, 90, 200})
  void post_protobufListsInLists_loseThatValueOnly(int levels) {
    assertOnlyTheValueWent(
        gateway.post(TRACES, request(levels, DeepNestingTest::list).toByteArray()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 6, 7, 8, 24, 90, 200})
  void post_protobufMapsInMaps_loseThatValueOnly(int levels) {
    assertOnlyTheValueWent(
        gateway.post(TRACES, request(levels, DeepNestingTest::map).toByteArray()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 11, 12, 13, 14, 90, 200})
  void post_jsonListsInLists_loseThatValueOnly(int levels) throws InvalidProtocolBufferException {
    assertOnlyTheValueWent(gateway.postJson(TRACES, json(request(levels, DeepNestingTest::list))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 10, 11, 90, 200})
  void post_jsonMapsInMaps_loseThatValueOnly(int levels) throws InvalidProtocolBufferException {
    assertOnlyTheValueWent(gateway.postJson(TRACES, json(request(levels, DeepNestingTest::map))));
  }

  @Test
  void post_jsonThatNeverCloses_isUnreadable() {
    HttpResponse<byte[]> answer = gateway.postJson(TRACES, "{\"resourceSpans\":[".repeat(50_000));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.get("/metrics")).contains("answer=\"unreadable\"");
  }
}
