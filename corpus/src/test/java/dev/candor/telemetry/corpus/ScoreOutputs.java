package dev.candor.telemetry.corpus;

import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.Sanitizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints the score of what a door made of a draw, and some of the cases that leaked or were
 * damaged. {@code ScoreOutputs CASES OUTS [N]}; {@code -} as OUTS asks the sanitizer itself. For
 * developers of rules: it prints invented values.
 */
final class ScoreOutputs {
  private ScoreOutputs() {}

  public static void main(String[] args) throws IOException {
    List<LeakCase> cases = CaseLines.readCases(Path.of(args[0]));
    List<@Nullable String> outs =
        args[1].equals("-")
            ? sanitized(cases)
            : CaseLines.outs(cases, Files.readAllLines(Path.of(args[1])));
    Score score = Score.of(cases, outs);
    int examples = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    System.out.println(ScoreTable.text(score));
    score.by(LeakCase::kind).forEach((kind, part) -> show("LEAK", kind, part.leaks(), examples));
    score
        .benignBy(LeakCase::kind)
        .forEach((kind, part) -> show("DAMAGE", kind, part.damages(), examples));
  }

  /** What the sanitizer alone makes of each text, without the reader of stack traces. */
  static List<@Nullable String> sanitized(List<LeakCase> cases) {
    Sanitizer sanitizer = Sanitizer.create(KnownValues.none());
    List<@Nullable String> outs = new ArrayList<>();
    for (LeakCase one : cases) {
      outs.add(sanitizer.sanitize(one.key(), one.text(), Carriers.of(one.carrier())));
    }
    return outs;
  }

  private static void show(String what, String group, List<Score.Outcome> outcomes, int examples) {
    for (Score.Outcome outcome : outcomes.stream().limit(examples).toList()) {
      LeakCase one = outcome.of();
      System.out.printf(
          "%s %s %s %s key=[%s]%n   in  %s%n   out %s%n   of  %s%n",
          what,
          group,
          one.form(),
          one.carrier(),
          one.key(),
          flat(one.text()),
          flat(outcome.out()),
          one.secrets());
    }
  }

  private static String flat(@Nullable String text) {
    return String.valueOf(text).replace("\n", "\u23ce");
  }
}
