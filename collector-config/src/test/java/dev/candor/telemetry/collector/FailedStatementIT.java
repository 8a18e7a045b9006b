package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a client is answered when a rule fails while it runs. No input was found that makes a
 * generated rule fail, so a rule that fails on whole numbers is put in.
 */
@Tag("P4")
@Tag("once")
class FailedStatementIT {
  private static final List<String> STAGES =
      List.of("filter/contract", "transform/shape", "filter/verify");

  /** The length of a number is asked: that fails, and the item has one. */
  private static final String FAILING =
      "%1$sname == \"acquisition.run\" and Len(%1$sattributes[\"acquisition.run.images_taken\"]) == 7";

  @TempDir static Path folder;
  private static StagedCollector collector;

  @BeforeAll
  static void start() throws IOException {
    collector = new StagedCollector(folder);
    for (String stage : STAGES) {
      JsonNode config = ConfigFiles.read(List.of(Path.of("collector", "base.yaml"))).merged();
      ObjectNode failing = (ObjectNode) config.path("processors").get(stage);
      if (failing.at("/traces/span") instanceof ArrayNode conditions) {
        conditions.insert(0, FAILING.formatted(""));
      } else {
        ((ArrayNode) failing.at("/trace_statements/2/statements"))
            .insert(0, "set(span.kind, 1) where " + FAILING.formatted("span."));
      }
      collector.add(name(stage), config, List.of());
    }
    collector.start();
  }

  @AfterAll
  static void stop() {
    collector.close();
  }

  private static String name(String stage) {
    return stage.replace('/', '-');
  }

  /** The failing item in the middle of two that are fine. */
  private static JsonNode request() throws IOException {
    JsonNode request = GoldenCase.base("change");
    ArrayNode spans = (ArrayNode) request.at("/resourceSpans/0/scopeSpans/0/spans");
    spans.add(GoldenCase.base("acquisition").at("/resourceSpans/0/scopeSpans/0/spans/0"));
    spans.add(spans.get(0).deepCopy());
    return request;
  }

  @ParameterizedTest
  @ValueSource(strings = {"filter/contract", "transform/shape", "filter/verify"})
  void request_oneItemMakesARuleFail_isAnswered503AndNothingOfItPasses(String stage)
      throws IOException, InterruptedException {
    StagedCollector.Answer answer = collector.send(name(stage), request());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.retryAfter()).isEmpty();
    JsonNode body = GoldenCollector.JSON.readTree(answer.body());
    assertThat(body.path("code").asInt()).as("UNAVAILABLE: send again later").isEqualTo(14);
    assertThat(body.path("message").asText()).startsWith("failed to ");
    assertThat(answer.arrived()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"filter/contract", "transform/shape", "filter/verify"})
  void request_oneItemMakesARuleFail_answerAndLogHoldNoValue(String stage)
      throws IOException, InterruptedException {
    StagedCollector.Answer answer = collector.send(name(stage), request());
    String log = Files.readString(collector.process().log());

    for (JsonNode attribute : request().findValues("stringValue")) {
      String value = attribute.asText();
      if (value.length() > 8) {
        assertThat(answer.body()).doesNotContain(value);
        assertThat(log).doesNotContain(value);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"filter/contract", "transform/shape", "filter/verify"})
  void request_withoutThatItem_passesAtOnce(String stage) throws IOException, InterruptedException {
    collector.send(name(stage), request());

    StagedCollector.Answer answer = collector.send(name(stage), GoldenCase.base("change"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.arrived()).hasSize(1);
  }
}
