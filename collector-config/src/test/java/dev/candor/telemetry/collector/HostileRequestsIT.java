package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the Collector answers at its door. Nothing of it may arrive, and none of it may stand in its
 * log.
 */
@Tag("P4")
class HostileRequestsIT {
  private static final String JSON = "application/json";
  private static final String PROTO = "application/x-protobuf";

  @TempDir private static Path folder;
  private static GoldenCollector collector;

  @BeforeAll
  static void start() throws IOException {
    collector = new GoldenCollector(folder, BaseGenerator.generate(TestRegistries.lab()));
  }

  @AfterAll
  static void stop() {
    collector.close();
  }

  @AfterEach
  void nothingArrived() throws IOException {
    assertThat(collector.arrived()).isEmpty();
    assertThat(Files.readString(collector.process().log())).doesNotContain("alice", token());
  }

  private static String token() {
    return collector.process().token();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void logs_areRefused() throws IOException, InterruptedException {
    byte[] logs =
        bytes(
            "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"body\":{\"stringValue\":\"alice\"}}]}]}]}");

    assertThat(collector.post("/v1/logs", JSON, token(), logs).statusCode()).isEqualTo(404);
    assertThat(collector.post("/v1/profiles", JSON, token(), logs).statusCode()).isEqualTo(404);
  }

  @Test
  void token_missingOrWrong_isRefusedBeforeReading() throws IOException, InterruptedException {
    byte[] valid = GoldenCollector.JSON.writeValueAsBytes(GoldenCase.base("span"));

    assertThat(collector.post("/v1/traces", JSON, "", valid).statusCode()).isEqualTo(401);
    assertThat(collector.post("/v1/traces", JSON, "alice", valid).statusCode()).isEqualTo(401);
    assertThat(collector.post("/v1/metrics", JSON, token() + "x", valid).statusCode())
        .isEqualTo(401);
  }

  @Test
  void body_aboveOneMebibyte_isRefused() throws IOException, InterruptedException {
    byte[] large = new byte[(1 << 20) + 1];
    Arrays.fill(large, (byte) ' ');
    large[0] = '{';
    large[large.length - 1] = '}';

    assertThat(collector.post("/v1/traces", JSON, token(), large).statusCode()).isEqualTo(400);
  }

  @Test
  void body_thatIsNoRequest_isRefused() throws IOException, InterruptedException {
    assertThat(collector.post("/v1/traces", JSON, token(), bytes("alice")).statusCode())
        .isEqualTo(400);
    assertThat(collector.post("/v1/traces", PROTO, token(), bytes("alice")).statusCode())
        .isEqualTo(400);
    assertThat(collector.post("/v1/traces", "text/plain", token(), bytes("alice")).statusCode())
        .isEqualTo(415);
  }

  @Test
  void name_withBytesThatAreNoText_doesNotPass() throws IOException, InterruptedException {
    byte[] name = {'i', 'm', 'a', 'g', 'i', 'n', 'g', '.', 'r', 'u', 'n', (byte) 0xff};

    HttpResponse<String> response = collector.post("/v1/traces", PROTO, token(), span(name));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  /** In JSON no text can hold such bytes; a grammar in ASCII refuses them. */
  @Test
  void value_withBytesThatAreNoText_doesNotPass() throws IOException, InterruptedException {
    byte[] mode = {'m', 'a', 'n', 'u', 'a', 'l', (byte) 0xff};
    byte[] note = {'a', 'l', 'i', 'c', 'e', (byte) 0xc3, 0x28};
    byte[] session = bytes("01934a5b-7c8d-7e9f-8a0b-1c2d3e4f5a6b");

    HttpResponse<String> response =
        collector.post(
            "/v1/traces",
            PROTO,
            token(),
            span(
                bytes("imaging.run"),
                attribute("session.id", field(1, session)),
                attribute("imaging.run.mode", field(1, mode)),
                attribute("imaging.run.note", field(1, note))));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(attributesThatArrived()).containsExactly("session.id");
  }

  /** As deep as a body of 1 MiB can be: it neither ends the process nor passes. */
  @Test
  void nesting_asDeepAsTheLimitAllows_isRemoved() throws IOException, InterruptedException {
    byte[] session = bytes("01934a5b-7c8d-7e9f-8a0b-1c2d3e4f5a6b");

    HttpResponse<String> response =
        collector.post(
            "/v1/traces",
            PROTO,
            token(),
            span(
                bytes("imaging.run"),
                attribute("session.id", field(1, session)),
                attribute("imaging.run.note", nested(100_000))));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(attributesThatArrived()).containsExactly("session.id");
    assertThat(collector.process().isAlive()).isTrue();
  }

  /** Lists in lists, written from the inside out into one array: copying each would take long. */
  private static byte[] nested(int depth) {
    byte[] out = new byte[depth * 10 + 16];
    int start = out.length;
    byte[] inner = field(1, bytes("alice"));
    start -= inner.length;
    System.arraycopy(inner, 0, out, start, inner.length);
    for (int level = 0; level < depth; level++) {
      // array_value = 5 of a value, values = 1 of an array
      start = before(out, start, 1);
      start = before(out, start, 5);
    }
    return Arrays.copyOfRange(out, start, out.length);
  }

  private static int before(byte[] out, int start, int number) {
    byte[] head = head(number, out.length - start);
    System.arraycopy(head, 0, out, start - head.length, head.length);
    return start - head.length;
  }

  private static List<String> attributesThatArrived() throws IOException {
    List<String> keys = new ArrayList<>();
    for (JsonNode request : collector.arrived()) {
      request
          .at("/resourceSpans/0/scopeSpans/0/spans/0/attributes")
          .forEach(attribute -> keys.add(attribute.path("key").asText()));
    }
    return keys;
  }

  private static byte[] attribute(String key, byte[] value) {
    return field(9, concat(field(1, bytes(key)), field(2, value)));
  }

  /** A request of one span, as protobuf. */
  private static byte[] span(byte[] name, byte[]... attributes) {
    byte[] traceId = HexFormat.of().parseHex("5b8efff798038103d269b633813fc60c");
    byte[] spanId = HexFormat.of().parseHex("eee19b7ec3c1b174");
    byte[] span = concat(field(1, traceId), field(2, spanId), field(5, name), concat(attributes));
    return field(1, field(2, field(2, span)));
  }

  private static byte[] field(int number, byte[] value) {
    return concat(head(number, value.length), value);
  }

  private static byte[] head(int number, int length) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(number << 3 | 2);
    int rest = length;
    while (rest > 0x7f) {
      head.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    head.write(rest);
    return head.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
