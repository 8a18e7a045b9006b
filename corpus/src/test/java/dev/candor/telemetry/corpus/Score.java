package dev.candor.telemetry.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of all cases of a draw at one door.
 *
 * <p>Recall is the share of cases with a secret from which nothing leaks. Damage is the share of
 * harmless cases whose text changed; in a stack trace, which is rebuilt and never copied, that lost
 * one of its names. Context is the share of harmless words around secrets that came out. A case
 * that was dropped leaks nothing, is damaged if it was harmless, and keeps no word.
 */
final class Score {
  /** One case with what came out of it, {@code null} if it was dropped. */
  record Outcome(LeakCase of, @Nullable String out, boolean leaked, boolean damaged, int kept) {}

  private final List<Outcome> outcomes = new ArrayList<>();

  /** Scores {@code outs}, which are in the order of {@code cases}. */
  static Score of(List<LeakCase> cases, List<@Nullable String> outs) {
    if (cases.size() != outs.size()) {
      throw new IllegalArgumentException("as many outputs as cases are needed");
    }
    Score score = new Score();
    for (int i = 0; i < cases.size(); i++) {
      score.outcomes.add(judge(cases.get(i), outs.get(i)));
    }
    return score;
  }

  private static Outcome judge(LeakCase of, @Nullable String out) {
    if (of.benign()) {
      return new Outcome(of, out, false, damaged(of, out), 0);
    }
    boolean leaked = out != null && new LeakSearch(of.secrets()).leaks(out);
    return new Outcome(of, out, leaked, false, kept(of, out));
  }

  private static boolean damaged(LeakCase of, @Nullable String out) {
    return of.carrier().equals(Carriers.STACKTRACE)
        ? kept(of, out) < of.context().size()
        : !of.text().equals(out);
  }

  private static int kept(LeakCase of, @Nullable String out) {
    return out == null ? 0 : (int) of.context().stream().filter(out::contains).count();
  }

  /** The same score over some of the cases. */
  Score where(java.util.function.Predicate<LeakCase> wanted) {
    Score part = new Score();
    outcomes.stream().filter(outcome -> wanted.test(outcome.of())).forEach(part.outcomes::add);
    return part;
  }

  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  List<Outcome> leaks() {
    return outcomes.stream().filter(Outcome::leaked).toList();
  }

  List<Outcome> damages() {
    return outcomes.stream().filter(Outcome::damaged).toList();
  }

  /** Share of the cases with secrets that leak nothing, in per cent. */
  double recall() {
    long secret = outcomes.stream().filter(outcome -> !outcome.of().benign()).count();
    return percent(secret - leaks().size(), secret);
  }

  /** Share of the harmless cases that were changed, in per cent. */
  double damage() {
    long benign = outcomes.stream().filter(outcome -> outcome.of().benign()).count();
    return benign == 0 ? 0 : percent(damages().size(), benign);
  }

  /** Share of the words around secrets that came out, in per cent. */
  double context() {
    long all = 0;
    long kept = 0;
    for (Outcome outcome : outcomes) {
      if (!outcome.of().benign()) {
        all += outcome.of().context().size();
        kept += outcome.kept();
      }
    }
    return percent(kept, all);
  }

  /** The cases with secrets, grouped; names in order. */
  Map<String, Score> by(Function<LeakCase, String> group) {
    return grouped(group, false);
  }

  /** The harmless cases, grouped; names in order. */
  Map<String, Score> benignBy(Function<LeakCase, String> group) {
    return grouped(group, true);
  }

  private Map<String, Score> grouped(Function<LeakCase, String> group, boolean benign) {
    Map<String, Score> groups = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      if (outcome.of().benign() == benign) {
        groups
            .computeIfAbsent(group.apply(outcome.of()), name -> new Score())
            .outcomes
            .add(outcome);
      }
    }
    return groups;
  }

  /** The names of the groups with the lowest recall, worst first. */
  List<String> worst(Function<LeakCase, String> group, int count) {
    return by(group).entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> entry.getValue().recall()))
        .limit(count)
        .map(entry -> entry.getKey() + " " + format(entry.getValue().recall()))
        .toList();
  }

  int size() {
    return outcomes.size();
  }

  private static double percent(long part, long all) {
    return all == 0 ? 100 : 100.0 * part / all;
  }

  static String format(double percent) {
    return String.format(Locale.ROOT, "%.2f %%", percent);
  }
}
