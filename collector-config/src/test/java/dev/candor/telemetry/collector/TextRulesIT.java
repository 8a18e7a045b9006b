package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vectors once more, all in one request through the real Collector. */
@Tag("P4")
@Tag("once")
class TextRulesIT {
  private static final String KEY = "imaging.run.note";

  @TempDir private Path folder;

  @Test
  void collector_vectors_givesWhatIsWritten() throws IOException, InterruptedException {
    List<TextVector> vectors = TextVector.all();
    JsonNode request = GoldenCase.base("span");
    ArrayNode spans = (ArrayNode) request.at("/resourceSpans/0/scopeSpans/0/spans");
    JsonNode span = spans.remove(0);
    vectors.forEach(vector -> spans.add(holding(span.deepCopy(), vector.text())));

    List<String> arrived = new ArrayList<>();
    String base = BaseGenerator.generate(TestRegistries.lab());
    try (GoldenCollector collector = new GoldenCollector(folder, base)) {
      for (JsonNode each : collector.through(request).get(0).findValues("attributes")) {
        each.forEach(attribute -> note(attribute, arrived));
      }
    }

    assertThat(arrived)
        .containsExactlyElementsOf(vectors.stream().map(TextVector::expected).toList());
  }

  static JsonNode holding(JsonNode span, String text) {
    for (JsonNode attribute : span.get("attributes")) {
      if (attribute.get("key").asText().equals(KEY)) {
        ((ObjectNode) attribute).set("value", Requests.text(text));
      }
    }
    return span;
  }

  private static void note(JsonNode attribute, List<String> into) {
    if (attribute.path("key").asText().equals(KEY)) {
      into.add(attribute.at("/value/stringValue").asText());
    }
  }
}
