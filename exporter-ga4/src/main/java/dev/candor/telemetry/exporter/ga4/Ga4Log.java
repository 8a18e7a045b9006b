package dev.candor.telemetry.exporter.ga4;

import static java.util.stream.Collectors.joining;

import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Sealed;
import java.util.List;
import java.util.Set;

/**
 * Tells what goes on while {@code DEBUG_TELEMETRY} is set: counts, statuses, Google's codes and
 * where they apply; no value, and no word of Google's own.
 */
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

  /** Different messages that are told of one answer. */
  private static final int MOST = 25;

  private final System.Logger logger = System.getLogger("dev.candor.telemetry");

  void asked(Ga4Verdict verdict) {
    List<String> messages =
        verdict.messages().stream().map(Ga4Log::words).sorted().distinct().toList();
    info(
        "ga4: the debug address answered "
            + verdict.status()
            + (verdict.valid() ? ", nothing wrong" : ", messages: " + verdict.messages().size())
            + messages.stream().limit(MOST).map(message -> " " + message).collect(joining()));
  }

  /** {@code NAME_RESERVED(events.name)}; without a place where that is unknown. */
  private static String words(Ga4Verdict.Message message) {
    String code = CODES.contains(message.code()) ? message.code() : "OTHER";
    String path = Ga4Path.known(message.field());
    return path == null ? code : code + "(" + path + ")";
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
