package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.outbox.Bodies.Body;
import dev.candor.telemetry.outbox.Items.Row;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * What came of exchanges, until it is in the store: what a full disk keeps out waits here, as a
 * body that was taken must not become one of which nobody knows. One thread.
 */
final class Booking {
  private final SqliteOutbox outbox;
  private final Destination destination;
  private final CourierSettings settings;
  private final Supplier<SealContext> context;
  private final Queue<Told> told = new ArrayDeque<>();

  Booking(
      SqliteOutbox outbox,
      Destination destination,
      CourierSettings settings,
      Supplier<SealContext> context) {
    this.outbox = outbox;
    this.destination = destination;
    this.settings = settings;
    this.context = context;
  }

  /**
   * The outcome of one exchange.
   *
   * @param at when it was told, in milliseconds
   * @param isRepeatable whether the destination counts the same bytes once
   */
  private record Told(
      Body body, Outcome outcome, RoundHealth health, long at, boolean isRepeatable) {
    boolean isSealedAgain() {
      return outcome instanceof Outcome.Separated
          || (outcome instanceof Outcome.Split && body.seqs().size() > 1);
    }
  }

  /**
   * Books bodies that were being sent when their process ended; false if it is to be tried again.
   */
  boolean recover(long now) {
    return outbox.run(
        false,
        store -> {
          for (Body body : store.bodies.interrupted(destination.name())) {
            settlement(store, now).interrupted(body, isRepeatable(body));
          }
          return true;
        });
  }

  /** Notes an outcome. */
  void tell(Body body, Outcome outcome, RoundHealth health, long now) {
    told.add(new Told(body, outcome, health, now, isRepeatable(body)));
  }

  /** Books what was noted, in that order; false if some of it could not be and still waits. */
  boolean book() {
    while (!told.isEmpty()) {
      List<Told> next = together();
      boolean booked =
          outbox.run(
              false,
              store -> {
                book(store, next);
                return true;
              });
      if (!booked) {
        return false;
      }
      next.forEach(one -> told.remove());
    }
    return true;
  }

  // In one transaction; but one that is sealed again is alone, as sealing is outside of any.
  private List<Told> together() {
    List<Told> plain = told.stream().takeWhile(one -> !one.isSealedAgain()).toList();
    return plain.isEmpty() ? List.of(told.element()) : plain;
  }

  private void book(Store store, List<Told> next) throws SQLException {
    Told first = next.get(0);
    if (first.isSealedAgain()) {
      if (store.bodies.has(first.body())) {
        sealAgain(store, first, store.items.rows(first.body().seqs()));
      }
    } else {
      store.db.write(
          () -> {
            for (Told one : next) {
              if (store.bodies.has(one.body())) {
                settlement(store, one).book(one.body(), one.outcome(), one.isRepeatable());
              }
            }
            return 0;
          });
    }
  }

  private void sealAgain(Store store, Told one, List<Row> rows) throws SQLException {
    if (one.outcome() instanceof Outcome.Separated outcome) {
      separate(store, one, outcome, rows);
    } else {
      halve(store, one, rows);
    }
  }

  private void halve(Store store, Told one, List<Row> rows) throws SQLException {
    Sealing halves = sealing();
    int middle = rows.size() / 2;
    halves.seal(rows.subList(0, middle));
    halves.seal(rows.subList(middle, rows.size()));
    settlement(store, one).split(one.body(), halves, rows.size());
  }

  private void separate(Store store, Told one, Outcome.Separated outcome, List<Row> rows)
      throws SQLException {
    Separation separation = Separation.of(outcome, rows);
    if (!separation.isNone()) {
      Sealing rest = sealing();
      rest.seal(separation.rest());
      settlement(store, one).separate(one.body(), separation, rest);
    } else if (one.body().seqs().size() > 1) {
      halve(store, one, rows);
    } else {
      Outcome invalid = new Outcome.Dropped(DropReason.INVALID);
      store.db.write(() -> settlement(store, one).book(one.body(), invalid, one.isRepeatable()));
    }
  }

  private boolean isRepeatable(Body body) {
    try {
      return destination.deduplicates(body.sealed());
    } catch (RuntimeException e) {
      outbox.countFault("destination_deduplicates");
      return false;
    }
  }

  /** For what is not the outcome of an exchange. */
  Settlement settlement(Store store, long now) {
    RoundHealth health = new RoundHealth(destination.name(), settings, now);
    return new Settlement(store, destination.name(), settings, health, now);
  }

  private Settlement settlement(Store store, Told one) {
    return new Settlement(store, destination.name(), settings, one.health(), one.at());
  }

  private Sealing sealing() {
    return new Sealing(destination, context.get(), outbox.faultCounts());
  }
}
