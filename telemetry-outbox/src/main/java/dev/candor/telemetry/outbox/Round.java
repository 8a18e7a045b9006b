package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.outbox.Bodies.Body;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which bodies go into the air together. It begins with one, doubles while all goes well, and
 * begins anew after a failure, so that a refused key or an ill receiver costs one body and not
 * many.
 */
final class Round {
  /** The most bodies in the air for one destination. */
  static final int MOST = 8;

  /** The most bytes of all of them, but for the first. */
  private static final long BYTES = 1 << 20;

  private final Destination destination;
  private final Faults faults;
  private int width = 1;

  Round(Destination destination, Faults faults) {
    this.destination = destination;
    this.faults = faults;
  }

  /**
   * The first and those due after it that may go with it, in order.
   *
   * @param room how many requests the pace leaves
   * @param mayGo what must hold for each but the first, for which it was looked at
   */
  List<Body> with(Store store, Body first, int room, Predicate<Body> mayGo, long now)
      throws SQLException {
    List<Body> round = new ArrayList<>(List.of(first));
    int most = Math.min(Math.min(room, width), atOnce(first));
    if (most > 1) {
      for (Body next : store.bodies.dueAfter(first, now, most - 1, BYTES)) {
        most = Math.min(most, atOnce(next));
        if (round.size() >= most || !mayGo.test(next)) {
          break;
        }
        round.add(next);
      }
    }
    return round;
  }

  /** Notes how one ended. */
  void ended(boolean isFailed) {
    width = isFailed ? 1 : Math.min(MOST, 2 * width);
  }

  private int atOnce(Body body) {
    try {
      return destination.atOnce(body.sealed());
    } catch (RuntimeException e) {
      faults.count("destination_at_once");
      return 1;
    }
  }
}
