package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
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

  /** A request of one span, as protobuf, without attributes: its session is missing, too. */
  private static byte[] span(byte[] name) {
    byte[] traceId = HexFormat.of().parseHex("5b8efff798038103d269b633813fc60c");
    byte[] spanId = HexFormat.of().parseHex("eee19b7ec3c1b174");
    byte[] span = concat(field(1, traceId), field(2, spanId), field(5, name));
    return field(1, field(2, field(2, span)));
  }

  private static byte[] field(int number, byte[] value) {
    return concat(new byte[] {(byte) (number << 3 | 2), (byte) value.length}, value);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
