package dev.candor.telemetry.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Harmless texts that look like something else; each class in carriers where programs put it. */
final class Benign {
  private static final int A_CLASS = 56;
  private static final List<String> KEYS =
      List.of("note", "state", "mode", "message", "value", "detail", "result", "reason", "setting");

  private Benign() {}

  /**
   * A class of harmless text.
   *
   * @param name as in the tables
   * @param maker invents one
   */
  record Harmless(String name, Function<Dice, String> maker) {}

  static void addTo(List<LeakCase> cases, Dice dice) {
    List<Harmless> classes = new ArrayList<>(BenignNames.all());
    classes.addAll(BenignValues.all());
    classes.addAll(BenignLines.all());
    for (Harmless harmless : classes) {
      for (int i = 0; i < A_CLASS; i++) {
        String carrier = Carriers.ALL.get((i + cases.size()) % Carriers.ALL.size());
        cases.add(make(harmless, carrier, "benign-" + cases.size(), dice));
      }
    }
  }

  private static LeakCase make(Harmless harmless, String carrier, String id, Dice dice) {
    String text = harmless.maker().apply(dice);
    List<String> context = List.of();
    String key = "";
    if (carrier.equals(Carriers.STACKTRACE)) {
      Traces.Trace trace = Traces.any(dice);
      text = trace.before() + text + trace.after();
      context = trace.names();
    }
    if (carrier.startsWith("exception.")) {
      key = carrier;
    } else if (Carriers.KEYED.contains(carrier)) {
      key = dice.pick(KEYS);
    }
    return new LeakCase(
        id, carrier, key, text, harmless.name(), "benign", "EN", false, List.of(), context);
  }
}
