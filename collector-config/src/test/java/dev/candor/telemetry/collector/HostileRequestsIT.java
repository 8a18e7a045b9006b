package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    byte[] logs = bytes(Requests.LOGS);

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

    HttpResponse<String> response =
        collector.post("/v1/traces", PROTO, token(), ProtobufRequests.span(name));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  /** In JSON no text can hold such bytes; a grammar in ASCII refuses them. */
  @Test
  void value_withBytesThatAreNoText_doesNotPass() throws IOException, InterruptedException {
    HttpResponse<String> response =
        collector.post("/v1/traces", PROTO, token(), ProtobufRequests.noText());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(attributesThatArrived()).containsExactly("session.id");
  }

  /** As deep as a body of 1 MiB can be: it neither ends the process nor passes. */
  @Test
  void nesting_asDeepAsTheLimitAllows_isRemoved() throws IOException, InterruptedException {
    HttpResponse<String> response =
        collector.post("/v1/traces", PROTO, token(), ProtobufRequests.deepLists());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(attributesThatArrived()).containsExactly("session.id");
    assertThat(collector.process().isAlive()).isTrue();
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
}
