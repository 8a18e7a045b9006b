package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.outbox.Bodies.Body;
import dev.candor.telemetry.outbox.Books.End;
import dev.candor.telemetry.outbox.Items.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Books what becomes of bodies. If a withdrawal has deleted one meanwhile, it is booked there and
 * nothing is booked here.
 */
final class Settlement {
  private final Store store;
  private final String destination;
  private final CourierSettings settings;
  private final RoundHealth health;
  private final long now;

  Settlement(
      Store store, String destination, CourierSettings settings, RoundHealth health, long now) {
    this.store = store;
    this.destination = destination;
    this.settings = settings;
    this.health = health;
    this.now = now;
  }

  /**
   * Books the outcome of one exchange; to be called in a transaction. What is to be sealed again is
   * no matter of this.
   *
   * @param isRepeatable whether the destination counts the same bytes once
   */
  int book(Body body, Outcome outcome, boolean isRepeatable) throws SQLException {
    if (outcome instanceof Outcome.Delivered delivered) {
      delivered(body, delivered);
    } else if (outcome instanceof Outcome.Deferred deferred) {
      deferred(body, deferred);
    } else if (outcome instanceof Outcome.Uncertain) {
      uncertain(body, isRepeatable);
    } else if (outcome instanceof Outcome.Dropped dropped) {
      dropped(body, dropped.reason());
    } else {
      dropped(body, DropReason.TOO_LARGE); // a split of one item
    }
    return body.seqs().size();
  }

  /** Replaces a body that was too large by smaller ones. */
  void split(Body body, Sealing halves, int rows) throws SQLException {
    store.db.write(
        () -> {
          if (store.bodies.remove(body.id())) {
            for (Bodies.NewBody half : halves.bodies()) {
              store.bodies.insert(half, now);
            }
            Selection.drop(store, destination, halves, now);
            settled(End.dropped(DropReason.FAULT), body.seqs().size() - rows);
          }
          return 0;
        });
  }

  /** Gives up what was refused, parks what waits, and replaces the body by ones of the rest. */
  void separate(Body body, Separation separation, Sealing rest) throws SQLException {
    store.db.write(
        () -> {
          if (!store.bodies.end(body.id(), "refused")) {
            return 0;
          }
          for (Map.Entry<DropReason, List<Long>> refused : separation.refused().entrySet()) {
            refused(refused.getValue(), refused.getKey());
            store.bodies.forget(refused.getValue());
          }
          for (Map.Entry<Row, Duration> later : separation.later().entrySet()) {
            Row row = later.getKey();
            long due = now + settings.pause(later.getValue(), 1).toMillis();
            store.queue.park(destination, row.need(), row.seq(), "throttled", due);
          }
          for (Bodies.NewBody sealed : rest.bodies()) {
            store.bodies.insert(sealed, now);
          }
          Selection.drop(store, destination, rest, now);
          settled(End.dropped(DropReason.FAULT), body.seqs().size() - separation.rows());
          health.worked(store.queue); // and says exactly what it wants
          return 0;
        });
  }

  /** Books a body that was being sent when its process ended. */
  void interrupted(Body body, boolean isRepeatable) throws SQLException {
    store.db.write(
        () -> {
          if (isRepeatable) {
            store.bodies.again(body.id(), 0, true);
          } else {
            end(body, "uncertain", End.UNCERTAIN);
          }
          return 0;
        });
  }

  /** Gives up a body that is too old and may have been taken. */
  void outlived(Body body) throws SQLException {
    store.db.write(() -> end(body, "uncertain", End.UNCERTAIN));
  }

  private void delivered(Body body, Outcome.Delivered delivered) throws SQLException {
    if (!store.bodies.end(body.id(), "delivered")) {
      return;
    }
    long left = body.seqs().size();
    List<String> ids = body.sealed().itemIds();
    for (Map.Entry<String, DropReason> refused : delivered.refused().entrySet()) {
      int index = ids.indexOf(refused.getKey());
      if (index >= 0) {
        refused(List.of(body.seqs().get(index)), refused.getValue());
        left--;
      }
    }
    long unnamed = Math.min(left, Math.max(0, delivered.refusedUnnamed()));
    settled(End.dropped(DropReason.INVALID), unnamed);
    settled(End.DELIVERED, left - unnamed);
    store.bodies.forget(body.seqs());
    health.worked(store.queue);
  }

  private void deferred(Body body, Outcome.Deferred deferred) throws SQLException {
    if (deferred.scope() == Scope.DESTINATION) {
      store.bodies.again(body.id(), 0, false);
      failed(deferred.after(), true);
    } else {
      Duration pause = settings.pause(deferred.after(), body.attempts() + 1);
      store.bodies.again(body.id(), now + pause.toMillis(), false);
      failed(Duration.ZERO, false);
    }
  }

  private void uncertain(Body body, boolean isRepeatable) throws SQLException {
    if (isRepeatable) {
      store.bodies.again(body.id(), now + settings.pause(body.attempts() + 1).toMillis(), true);
    } else {
      end(body, "uncertain", End.UNCERTAIN);
    }
    failed(Duration.ZERO, false);
  }

  private void dropped(Body body, DropReason reason) throws SQLException {
    if (store.bodies.end(body.id(), "dropped")) {
      refused(body.seqs(), reason);
      store.bodies.forget(body.seqs());
    }
    if (reason == DropReason.UNAUTHORIZED
        || reason == DropReason.REFUSED
        || reason == DropReason.FAULT) {
      // The next body would fare no better: do not burn the whole queue.
      failed(Duration.ZERO, reason == DropReason.UNAUTHORIZED);
    } else {
      health.worked(store.queue);
    }
  }

  private boolean end(Body body, String state, End end) throws SQLException {
    if (!store.bodies.end(body.id(), state)) {
      return false;
    }
    settled(end, body.seqs().size());
    store.bodies.forget(List.copyOf(body.seqs()));
    return true;
  }

  private void failed(Duration asked, boolean everything) throws SQLException {
    health.failed(store.queue, asked, everything);
  }

  private void refused(List<Long> seqs, DropReason reason) throws SQLException {
    settled(End.dropped(reason), seqs.size());
    store.refused.keep(destination, seqs, reason, now);
  }

  private void settled(End end, long n) throws SQLException {
    store.books.settled(destination, end, n);
  }
}
