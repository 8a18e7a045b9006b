package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.candor.telemetry.registry.AttributeRule;
import dev.candor.telemetry.registry.Registry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped base under everything its registries declare: what is listed survives, what is
 * planted does not, and no type of value anywhere makes a request fail.
 */
@Tag("P4")
@Tag("P12")
class RegisteredValuesIT {
  private static final Registry REGISTRY = TestRegistries.shipped();
  private static final JsonNode NONE = GoldenCollector.JSON.createArrayNode();

  @TempDir private static Path folder;
  private static GoldenCollector collector;

  @BeforeAll
  static void start() throws IOException {
    collector = new GoldenCollector(folder, CollectorFiles.BASE.text());
  }

  @AfterAll
  static void stop() {
    collector.close();
  }

  @Test
  void members_all_surviveUnchanged() throws IOException, InterruptedException {
    int longest =
        REGISTRY.rules(REGISTRY.keys()).stream()
            .mapToInt(rule -> rule.values().size())
            .max()
            .orElse(0);
    assertThat(longest).isGreaterThan(50);

    for (int i = 0; i < longest; i++) {
      int index = i;
      survives(Requests.spans(REGISTRY, rule -> member(rule, index)));
    }
    for (int i = 0; i < longest; i++) {
      int index = i;
      JsonNode sums = Requests.metrics(REGISTRY, "sum", rule -> member(rule, index), NONE);
      assertThat(collector.through(sums).toString()).isNotEqualTo("[]");
    }
  }

  @Test
  void numbers_atTheirLimits_surviveUnchanged() throws IOException, InterruptedException {
    survives(Requests.spans(REGISTRY, rule -> number(rule, rule.min())));
    survives(Requests.spans(REGISTRY, rule -> number(rule, rule.max())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "Alice",
        "smithlab-scope3",
        "Smith Lab",
        "nas-stanford",
        "patient 0042",
        "patient_0042",
        "MCF7",
        "/home/alice/Data/Smith Lab",
        "alice@smithlab.example"
      })
  @Tag("SQ-63")
  @Tag("SQ-64")
  void identity_underEveryKey_isGone(String identity) throws IOException, InterruptedException {
    List<JsonNode> spans =
        collector.through(Requests.spans(REGISTRY, rule -> Requests.text(identity)));
    List<JsonNode> sums =
        collector.through(Requests.metrics(REGISTRY, "sum", rule -> Requests.text(identity), NONE));

    assertThat(spans).hasSize(1);
    assertThat(spans.get(0).findValuesAsText("name")).hasSize(REGISTRY.spanNames().size() + 1);
    assertThat(spans.get(0).findValues("attributes")).isEmpty();
    assertThat(sums).hasSize(1);
    assertThat(sums.get(0).findValues("attributes")).isEmpty();
  }

  static List<JsonNode> types() {
    return new ArrayList<>(Requests.everyType());
  }

  @ParameterizedTest
  @MethodSource("types")
  void anyType_underEveryKey_isNoPoison(JsonNode value) throws IOException, InterruptedException {
    JsonNode exemplars =
        GoldenCollector.JSON
            .createArrayNode()
            .addObject()
            .put("asInt", "1")
            .put("timeUnixNano", "1");
    JsonNode list = GoldenCollector.JSON.createArrayNode().add(exemplars);

    // Fails unless the answer is 200.
    collector.through(Requests.spans(REGISTRY, rule -> value));
    for (String type : Requests.METRIC_TYPES) {
      collector.through(Requests.metrics(REGISTRY, type, rule -> value, NONE));
      assertThat(collector.through(Requests.metrics(REGISTRY, type, rule -> value, list)))
          .as("no exemplar of " + type)
          .noneMatch(request -> request.toString().contains("exemplars"));
    }
  }

  private static void survives(JsonNode request) throws IOException, InterruptedException {
    List<JsonNode> arrived = collector.through(request);

    assertThat(arrived).containsExactly(GoldenCollector.plain(request));
  }

  private static JsonNode member(AttributeRule rule, int index) {
    List<String> members = List.copyOf(rule.values());
    if (members.isEmpty()) {
      return MissingNode.getInstance();
    }
    return Requests.text(members.get(index % members.size()));
  }

  private static JsonNode number(AttributeRule rule, @Nullable BigDecimal limit) {
    if (limit == null) {
      return MissingNode.getInstance();
    }
    return switch (rule.kind()) {
      case INTEGER -> Requests.object().put("intValue", limit.toPlainString());
      case DECIMAL, DURATION -> Requests.object().put("doubleValue", limit.doubleValue());
      default -> MissingNode.getInstance();
    };
  }
}
