package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Faults of the stage that scrubs registered free text, in a base generated with such a text. */
enum TextFault {
  STAGE_REMOVED("the stage is left out of the pipelines"),
  ERROR_MODE_IGNORED("`error_mode: ignore`, and one rule fails"),
  GROUP_REMOVED("the rules for texts with digits and signs are left out"),
  RULE_EMPTIED("one rule is left out"),
  QUESTION_EMPTIED("what rules ask of a text is left out");

  static final String IDENTITY = "C01X00T47";

  /** One rule finds it, and the last look does not. */
  static final String TEXT = "passport " + IDENTITY + " is gone";

  private static final String RULE = "word.id";
  private static final String FAILING = " where Substring(\"a\", 3, 4) == \"b\"";
  private static final String GROUPS = "/trace_statements";

  private final String sentence;

  TextFault(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  /** What is generated, with the fault or without. */
  JsonNode config(Path folder, boolean faulty) throws IOException {
    Path file = folder.resolve(name() + faulty + ".yaml");
    Files.writeString(file, BaseGenerator.generate(TestRegistries.lab()));
    ObjectNode config = (ObjectNode) ConfigFiles.read(List.of(file)).merged();
    ObjectNode stage = (ObjectNode) config.at("/processors").get(ValuesStage.NAME);
    if (this == ERROR_MODE_IGNORED) {
      fail(stage);
    }
    if (faulty) {
      damage(config, stage);
    }
    return config;
  }

  private void damage(ObjectNode config, ObjectNode stage) {
    switch (this) {
      case STAGE_REMOVED ->
          config
              .at("/service/pipelines")
              .forEach(pipeline -> remove(pipeline.path("processors"), ValuesStage.NAME));
      case ERROR_MODE_IGNORED -> stage.put("error_mode", "ignore");
      case GROUP_REMOVED -> remove(stage.at(GROUPS), "not IsMatch(");
      case RULE_EMPTIED -> stage.at(GROUPS).forEach(g -> remove(g.path("statements"), pattern()));
      case QUESTION_EMPTIED ->
          stage.at(GROUPS).forEach(g -> remove(g.path("statements"), ", true) where "));
    }
  }

  private static void fail(ObjectNode stage) {
    for (JsonNode group : stage.at(GROUPS)) {
      ArrayNode statements = (ArrayNode) group.path("statements");
      for (int i = 0; i < statements.size(); i++) {
        String text = statements.get(i).asText();
        if (text.contains(pattern())) {
          statements.set(i, text.substring(0, text.lastIndexOf(" where ")) + FAILING);
        }
      }
    }
  }

  /** The rule as it stands in the file. */
  private static String pattern() {
    TextRule rule = TextRules.ALL.stream().filter(r -> r.name().equals(RULE)).findAny().get();
    return Ottl.quote(rule.expression().pattern()).replace("$", "$$");
  }

  private static void remove(JsonNode list, String holding) {
    for (int i = list.size() - 1; i >= 0; i--) {
      JsonNode each = list.get(i);
      if ((each.isTextual() ? each.asText() : each.toString()).contains(holding)) {
        ((ArrayNode) list).remove(i);
      }
    }
  }
}
