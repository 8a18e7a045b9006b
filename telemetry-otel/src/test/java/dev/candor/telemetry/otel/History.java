package dev.candor.telemetry.otel;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A sequence of deeds by three processes of one installation.
 *
 * @param steps what happens, in order
 */
record History(List<Step> steps) {
  /** How many processes there may be. */
  static final int PROCESSES = 3;

  private static final int LEAST_STEPS = 4;
  private static final int MOST_STEPS = 10;

  History {
    steps = List.copyOf(steps);
  }

  /** One deed of one process; {@code choice} is its variant. */
  record Step(Deed deed, int process, int choice) {
    static Step of(Deed deed, int choice) {
      return new Step(deed, 0, choice);
    }

    @Override
    public String toString() {
      return deed + (deed.choices > 1 ? "(" + choice + ")" : "") + " by process " + process;
    }
  }

  /**
   * The history of a seed: it leads to one of the situations, does one of the deeds there, and goes
   * on by chance. Seeds in a row take all pairs in turn.
   */
  static History of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Situation[] situations = Situation.values();
    Deed[] deeds = Deed.values();
    int pair = (int) Math.floorMod(seed, (long) situations.length * deeds.length);
    Deed deed = deeds[pair / situations.length];
    List<Step> steps = new ArrayList<>(situations[pair % situations.length].way());
    steps.add(Step.of(deed, random.nextInt(deed.choices)));
    int more = random.nextInt(LEAST_STEPS, MOST_STEPS + 1);
    for (int i = 0; i < more; i++) {
      Deed next = deeds[random.nextInt(deeds.length)];
      steps.add(new Step(next, process(random), random.nextInt(next.choices)));
    }
    return new History(steps);
  }

  // Most of it happens in one process: three that share everything hide what each does.
  private static int process(SplittableRandom random) {
    return Math.max(0, random.nextInt(-3, PROCESSES));
  }

  /**
   * The smallest history found that still fails: steps are left out in ever smaller groups, then
   * made plain.
   */
  History shrink(Predicate<History> fails) {
    History smallest = this;
    boolean smaller = true;
    while (smaller) {
      History before = smallest;
      for (int group = Math.max(1, smallest.steps.size() / 2); group >= 1; group /= 2) {
        smallest = smallest.withoutGroups(group, fails);
      }
      smallest = smallest.plainer(fails);
      smaller = !smallest.equals(before);
    }
    return smallest;
  }

  private History withoutGroups(int group, Predicate<History> fails) {
    History smallest = this;
    int from = 0;
    while (from < smallest.steps.size()) {
      List<Step> fewer = new ArrayList<>(smallest.steps);
      fewer.subList(from, Math.min(fewer.size(), from + group)).clear();
      History candidate = new History(fewer);
      if (fails.test(candidate)) {
        smallest = candidate;
      } else {
        from += group;
      }
    }
    return smallest;
  }

  private History plainer(Predicate<History> fails) {
    History smallest = this;
    for (int i = 0; i < smallest.steps.size(); i++) {
      Step step = smallest.steps.get(i);
      for (Step plain :
          List.of(
              new Step(step.deed(), 0, 0),
              new Step(step.deed(), 0, step.choice()),
              new Step(step.deed(), step.process(), 0))) {
        List<Step> changed = new ArrayList<>(smallest.steps);
        changed.set(i, plain);
        History candidate = new History(changed);
        if (!candidate.equals(smallest) && fails.test(candidate)) {
          smallest = candidate;
          break;
        }
      }
    }
    return smallest;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append("\n  ").append(i + 1).append(". ").append(steps.get(i));
    }
    return text.toString();
  }
}
