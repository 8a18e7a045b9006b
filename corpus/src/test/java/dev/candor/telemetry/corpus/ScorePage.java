package dev.candor.telemetry.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** The score of one draw at the three doors, as a page of the guide. */
final class ScorePage {
  private final Score client;
  private final Score collector;
  private final Score both;

  ScorePage(Score client, Score collector, Score both) {
    this.client = client;
    this.collector = collector;
    this.both = both;
  }

  String text() {
    int benign = client.where(LeakCase::benign).size();
    StringBuilder page = new StringBuilder(HEAD.formatted(client.size() - benign, benign));
    figures(page);
    page.append("\nThe five worst kinds:\n\n");
    worst(page, "client", client);
    worst(page, "Collector", collector);
    worst(page, "both", both);
    recalls(page, "kind", LeakCase::kind);
    recalls(page, "carrier", LeakCase::carrier);
    recalls(page, "form", LeakCase::form);
    damages(page);
    return page.append(TAIL).toString();
  }

  private void figures(StringBuilder page) {
    page.append("| Figure | client | Collector | both |\n|---|---|---|---|\n");
    row(page, "recall", Score::recall, client, collector, both);
    Function<Score, Score> critical = score -> score.where(LeakCase::critical);
    row(
        page,
        "recall of critical kinds",
        Score::recall,
        critical.apply(client),
        critical.apply(collector),
        critical.apply(both));
    row(page, "context kept, all carriers", Score::context, client, collector, both);
    row(
        page,
        "context kept, text attributes",
        Score::context,
        text(client),
        text(collector),
        text(both));
    row(page, "damage, all carriers", Score::damage, client, collector, both);
    row(page, "damage, text attributes", Score::damage, text(client), text(collector), text(both));
  }

  private static Score text(Score score) {
    return score.where(one -> Carriers.TEXT.contains(one.carrier()));
  }

  private static void worst(StringBuilder page, String door, Score score) {
    page.append("- ").append(door).append(": ");
    page.append(String.join(", ", score.worst(LeakCase::kind, 5))).append('\n');
  }

  private void recalls(StringBuilder page, String title, Function<LeakCase, String> group) {
    page.append("\n## Recall by ").append(title).append("\n\n| ").append(title);
    page.append(" | client | Collector | both |\n|---|---|---|---|\n");
    Map<String, Score> first = client.by(group);
    Map<String, Score> second = collector.by(group);
    Map<String, Score> third = both.by(group);
    for (String name : first.keySet()) {
      row(
          page,
          "`" + name + "`",
          Score::recall,
          first.get(name),
          second.get(name),
          third.get(name));
    }
  }

  private void damages(StringBuilder page) {
    page.append(
        "\n## Harmless texts that were changed\n\nOf each class, in the three text attributes.\n\n");
    page.append("| class | client | Collector | both |\n|---|---|---|---|\n");
    Map<String, Score> first = text(client).benignBy(LeakCase::kind);
    Map<String, Score> second = text(collector).benignBy(LeakCase::kind);
    Map<String, Score> third = text(both).benignBy(LeakCase::kind);
    for (String name : new TreeSet<>(first.keySet())) {
      List<Score> scores = List.of(first.get(name), second.get(name), third.get(name));
      if (scores.stream().anyMatch(score -> score.damage() > 0)) {
        row(
            page,
            "`" + name + "`",
            Score::damage,
            first.get(name),
            second.get(name),
            third.get(name));
      }
    }
  }

  private static void row(
      StringBuilder page, String name, Function<Score, Double> figure, Score... scores) {
    page.append("| ").append(name);
    for (Score score : scores) {
      page.append(" | ").append(String.format(Locale.ROOT, "%.2f", figure.apply(score)));
    }
    page.append(" |\n");
  }

  private static final String HEAD =
      """
      # What leaks: the score of the corpus

      Generated; a test fails when it differs. How to write it again: [corpus](../corpus/README.md).

      One draw (seed 1) of invented cases: %d with a secret in it, %d harmless ones. *Client* is `candor sanitize`,
      *Collector* is `candor collector replay`, which knows nothing of the client, *both* is one behind the other.
      All figures are per cent.

      """;

  private static final String TAIL =
      """

      ## How to read it

      - **Recall** is the share of the cases with a secret from which nothing of it left. A leak is five characters in a row
        of a part that identifies (two in Chinese or Japanese), in any case of letters, decoded up to three deep, without
        separators, or as a plain hash.
      - **Critical** kinds are keys, passwords, signed tokens, private keys, cards, national numbers, connection strings, and
        authorization headers.
      - **Context** is the share of the harmless words around a secret that left.
      - **Damage** is the share of harmless texts that came out different. A stack trace is rebuilt and never copied; it is
        damaged if a method is gone.
      - The Collector removes what is not registered: a span with an unknown name, a status text, a log record. There a case
        cannot leak and cannot keep its words. Damage and context of the Collector mean something only in *text attributes*:
        the carriers `attribute_value`, `config_value` and `exception.message`, whose text it also sees under a registered
        text attribute.
      - Each build also draws a seed that nobody has seen, prints it, and holds it to the same gates.
      - The corpus was written by the same project, though not from the rules; a foreign one is the better judge. The doors
        take [anyone's](corpora.md).
      """;
}
