package dev.candor.telemetry.exporter.ga4;

import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Sealed;
import java.util.Set;
import java.util.TreeSet;

/** Tells what goes on while {@code DEBUG_TELEMETRY} is set: counts, statuses, codes; no value. */
final class Ga4Log {
  /** Google's codes; another word of its answer is not repeated. */
  private static final Set<String> CODES =
      Set.of(
          "VALUE_INVALID",
          "VALUE_REQUIRED",
          "NAME_INVALID",
          "NAME_RESERVED",
          "VALUE_OUT_OF_BOUNDS",
          "EXCEEDED_MAX_ENTITIES",
          "NAME_DUPLICATED");

  private final System.Logger logger = System.getLogger("dev.candor.telemetry");

  void asked(Ga4Verdict verdict) {
    Set<String> codes = new TreeSet<>();
    verdict
        .messages()
        .forEach(message -> codes.add(CODES.contains(message.code()) ? message.code() : "OTHER"));
    info(
        "ga4: the debug address answered "
            + verdict.status()
            + (verdict.valid() ? ", nothing wrong" : ", messages: " + verdict.messages().size())
            + (codes.isEmpty() ? "" : " " + String.join(" ", codes)));
  }

  void sent(Sealed sealed, Outcome outcome) {
    info(
        "ga4: events: "
            + sealed.itemIds().size()
            + ", bytes: "
            + sealed.body().length
            + ", outcome: "
            + outcome.getClass().getSimpleName());
  }

  private void info(String text) {
    logger.log(System.Logger.Level.INFO, text);
  }
}
