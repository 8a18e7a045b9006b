package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An item in JSON that is none costs itself and nothing beside it. */
class JsonItemsTest {
  private static final String SPAN =
      """
      {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b17%d",
      "name":"imaging.run","kind":1,"startTimeUnixNano":"1795000000000000000",
      "endTimeUnixNano":"1795000001000000000","unheardOf":{"spans":[{}]}}""";

  private static final String POINT =
      """
      {"startTimeUnixNano":"1795000000123456789","timeUnixNano":"1795000060123456789","asInt":"%s"}""";

  @AutoClose private TestGateway gateway;

  @BeforeEach
  void start(@TempDir Path folder) {
    gateway = TestGateway.storing(folder);
  }

  private String post(String path, String json) {
    HttpResponse<byte[]> answer = gateway.postJson(path, json);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private String postSpans(String... spans) {
    return post(
        "/store/v1/traces",
        """
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"lab"}}]},
        "scopeSpans":[{"spans":[%s]}]}]}"""
            .formatted(String.join(",", spans)));
  }

  private String postMetrics(String instrument, String... points) {
    return post(
        "/store/v1/metrics",
        """
        {"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"somebody.else",
        "%s":{"aggregationTemporality":1,"dataPoints":[%s]}}]}]}]}"""
            .formatted(instrument, String.join(",", points)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"startTimeUnixNano\":\"noon\"}",
        "{\"name\":{}}",
        "{\"status\":[]}",
        "{\"attributes\":[{\"key\":\"a\",\"value\":{\"intValue\":\"ten\"}}]}",
        "{\"attributes\":{\"a\":1}}",
        "\"a span\"",
        "[7]"
      })
  void post_spanThatIsNone_isRejectedAlone(String none) {
    String answer = postSpans(SPAN.formatted(1), none, SPAN.formatted(2));

    assertThat(answer).contains("\"rejectedSpans\":\"1\"");
    assertThat(gateway.get("/metrics"))
        .contains("candor_gateway_items_stored_total{path=\"store\"} 2.0")
        .contains("candor_gateway_items_rejected_total{path=\"store\",reason=\"value\"} 1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sum", "gauge"})
  void post_pointThatIsNone_isRejectedAlone(String instrument) {
    postMetrics(instrument, POINT.formatted("3"), POINT.formatted("three"));

    assertThat(gateway.get("/metrics"))
        .contains("candor_gateway_items_received_total{path=\"store\"} 2.0")
        .contains("candor_gateway_items_rejected_total{path=\"store\",reason=\"value\"} 1.0");
  }

  @Test
  void post_bucketsThatAreNone_areRejectedAlone() {
    postMetrics("histogram", "{\"count\":\"1\"}", "{\"bucketCounts\":[\"one\"]}");

    assertThat(gateway.get("/metrics"))
        .contains("candor_gateway_items_received_total{path=\"store\"} 2.0")
        .contains("candor_gateway_items_rejected_total{path=\"store\",reason=\"value\"} 1.0");
  }

  @Test
  void post_resourceThatIsNone_isUnreadable() {
    post("/store/v1/traces", "{\"resourceSpans\":[{\"resource\":7}]}");

    assertThat(gateway.get("/metrics")).contains("answer=\"unreadable\"");
  }
}
