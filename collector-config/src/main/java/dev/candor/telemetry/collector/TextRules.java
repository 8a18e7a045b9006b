package dev.candor.telemetry.collector;

import java.util.List;
import java.util.stream.Stream;

/**
 * All rules for free text, in the order in which they run: first what must stay is marked, then
 * what must go is replaced, last the marks go.
 */
final class TextRules {
  static final List<TextRule> ALL =
      Stream.of(
              PathText.FILES,
              HarmlessText.MARKED,
              CellText.MARKED,
              AddressText.CODED,
              SecretText.KEYS,
              CodedText.RULES,
              SecretText.RULES,
              PathText.SHARES,
              SystemText.RULES,
              AddressText.RULES,
              PathText.RULES,
              NumberText.ACCOUNTS,
              CellText.RULES,
              LabelledText.RULES,
              NumberText.RULES,
              PersonText.RULES,
              HarmlessText.UNMARKED)
          .flatMap(List::stream)
          .toList();

  private TextRules() {}

  /** What the Collector makes of a text. */
  static String apply(String text) {
    String result = text;
    for (TextRule rule : ALL) {
      result = rule.apply(result, text);
    }
    return result;
  }
}
