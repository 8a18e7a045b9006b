package dev.candor.telemetry.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a door has to reach, in per cent.
 *
 * @param recall of all cases
 * @param critical of the cases of critical kinds
 * @param group of each kind, each carrier and each form
 * @param damage of harmless texts, at most
 * @param context of the words around secrets
 */
record Gate(double recall, double critical, double group, double damage, double context) {
  /** All that is asked for. */
  static final Gate CLIENT = new Gate(98.5, 100, 97, 1, 90);

  /**
   * Asked for: 95; damage 1 and context 90 in text attributes. The worst of ten draws: 99.2, 99.6,
   * and 91.9 in a group.
   */
  static final Gate COLLECTOR = new Gate(98.5, 98.5, 88, 1, 90);

  /** As asked for; damage 1 and context 90 in text attributes. */
  static final Gate BOTH = new Gate(99.5, 100, 97, 1, 90);

  /**
   * Everything that is not reached, one line each; no line holds a text of a case.
   *
   * @param text the part of the score that damage and context are asked of
   */
  List<String> faults(Score score, Score text) {
    List<String> faults = new ArrayList<>();
    atLeast("recall", recall, score.recall(), faults);
    atLeast("recall of critical kinds", critical, score.where(LeakCase::critical).recall(), faults);
    groups("kind", score, LeakCase::kind, faults);
    groups("carrier", score, LeakCase::carrier, faults);
    groups("form", score, LeakCase::form, faults);
    atLeast("context", context, text.context(), faults);
    if (text.damage() > damage) {
      faults.add("damage " + Score.format(text.damage()) + ", at most " + Score.format(damage));
    }
    return faults;
  }

  private void groups(
      String title, Score score, Function<LeakCase, String> by, List<String> faults) {
    score.by(by).forEach((name, part) -> atLeast(title + " " + name, group, part.recall(), faults));
  }

  private static void atLeast(String what, double least, double found, List<String> faults) {
    if (found < least) {
      faults.add(what + " " + Score.format(found) + ", at least " + Score.format(least));
    }
  }
}
