package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.Contact;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Sealed;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * What goes on, told while {@code DEBUG_TELEMETRY} is set: what starts, each event, each answer of
 * a destination, and errors. Names of events and destinations, counts, statuses and reasons; never
 * a value, an address, an id or words of an answer. Any thread; never throws.
 */
final class DebugLog {
  private final boolean on;

  private DebugLog(boolean on) {
    this.on = on;
  }

  static DebugLog of(EngineSettings settings) {
    return new DebugLog(settings.debug());
  }

  /** Lets faults of the engine be heard, which otherwise are whispered. */
  void started() {
    if (on) {
      Warnings.speakUp();
      tell("the engine starts");
    }
  }

  void answered(ConsentAnswer answer) {
    if (on) {
      StringJoiner sent = new StringJoiner(", ");
      for (Purpose purpose : Purpose.values()) {
        Send send = answer.of(purpose).send();
        if (send != Send.NOTHING) {
          sent.add(lower(purpose) + " " + lower(send));
        }
      }
      tell(
          "answer by "
              + lower(answer.authority())
              + ", sends: "
              + (sent.length() == 0 ? "nothing" : sent));
    }
  }

  /** Tells which destinations are on, and returns them so that their answers are told. */
  List<Destination> watched(List<Destination> destinations) {
    if (!on) {
      return destinations;
    }
    destinations.forEach(one -> tell(one.name() + " is on"));
    if (destinations.isEmpty()) {
      tell("no destination is on");
    }
    return destinations.stream()
        .<Destination>map(one -> new WatchedDestination(one, this))
        .toList();
  }

  void recorded(EventItem event) {
    if (on) {
      tell("event " + event.name() + ", attributes: " + event.attributes().size());
    }
  }

  /** A tally of what did not come through; told are the first and every hundredth of a reason. */
  Tally tally(String what) {
    return on
        ? new Tally(
            (reason, times) -> {
              if (times % 100 == 1) {
                tell(what + ": " + reason + " (" + times + ")");
              }
            })
        : new Tally();
  }

  void sent(Destination destination, Sealed sealed, Outcome outcome, Contact contact) {
    tell(
        destination.name()
            + " was sent items: "
            + sealed.itemIds().size()
            + ", bytes: "
            + sealed.body().length
            + "; "
            + contact.words()
            + ", "
            + words(outcome));
  }

  private static String words(Outcome outcome) {
    String kind = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    if (outcome instanceof Outcome.Delivered delivered) {
      long refused = delivered.refused().size() + delivered.refusedUnnamed();
      return refused == 0 ? kind : kind + ", refused: " + refused;
    }
    if (outcome instanceof Outcome.Deferred deferred) {
      return kind + (deferred.after().isZero() ? "" : " for s: " + deferred.after().toSeconds());
    }
    if (outcome instanceof Outcome.Dropped dropped) {
      return kind + ": " + lower(dropped.reason());
    }
    if (outcome instanceof Outcome.Separated separated) {
      return kind + ", refused: " + separated.refused().size();
    }
    return kind;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void tell(String text) {
    Warnings.tell("telemetry debug: " + text);
  }
}
