package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.ForwardingDestination;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Sealed;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;

/**
 * A destination whose answers are told while {@code DEBUG_TELEMETRY} is set: counts, statuses and
 * outcomes; never a value, an address, an id or words of an answer.
 */
final class WatchedDestination extends ForwardingDestination {
  private static final String NAME = "DEBUG_TELEMETRY";

  private WatchedDestination(Destination destination) {
    super(destination);
  }

  /** The same, watched if the setting says so. */
  static Destination of(Destination destination, PropertySettings settings) {
    String given = settings.text(NAME);
    if (given == null || !isYes(given.toLowerCase(Locale.ROOT))) {
      return destination;
    }
    tell(destination.name() + " is on");
    return new WatchedDestination(destination);
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    Outcome outcome = super.send(sealed, timeout);
    tell(
        name()
            + " was sent items: "
            + sealed.itemIds().size()
            + ", bytes: "
            + sealed.body().length
            + "; "
            + contact().words()
            + ", "
            + words(outcome));
    return outcome;
  }

  private static String words(Outcome outcome) {
    String kind = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return outcome instanceof Outcome.Dropped dropped
        ? kind + ": " + dropped.reason().name().toLowerCase(Locale.ROOT)
        : kind;
  }

  private static boolean isYes(String text) {
    return text.equals("1") || text.equals("true") || text.equals("yes") || text.equals("on");
  }

  private static void tell(String text) {
    try {
      System.getLogger("dev.candor.telemetry").log(Level.INFO, "telemetry debug: " + text);
    } catch (RuntimeException | LinkageError e) {
      return; // a broken logging set-up is the application's
    }
  }
}
