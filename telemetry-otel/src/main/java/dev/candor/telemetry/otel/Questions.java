package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentQuestion;
import dev.candor.telemetry.spi.AttributeSchema;
import java.util.List;

/** Makes the question that people are asked, from the catalogues. */
final class Questions {
  private Questions() {}

  static ConsentQuestion of(EngineSettings settings, Vocabulary vocabulary) {
    List<ConsentQuestion.Item> items =
        vocabulary.schemas().stream()
            .map(
                schema ->
                    new ConsentQuestion.Item(
                        schema.name(),
                        schema.purpose(),
                        schema.brief(),
                        schema.why(),
                        schema.attributes().stream().map(Questions::told).toList()))
            .toList();
    return new ConsentQuestion(
        settings.service(), settings.policyVersion(), Destinations.hosts(settings), items);
  }

  /** What an attribute is, with its closed list: people are told the words that can leave. */
  private static String told(AttributeSchema attribute) {
    return attribute.values().isEmpty()
        ? attribute.brief()
        : attribute.brief() + ": " + String.join(", ", attribute.values());
  }
}
