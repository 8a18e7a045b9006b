package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.outbox.Books.End;
import dev.candor.telemetry.outbox.Items.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a destination is given next. Read in one short transaction, sealed outside of any, and
 * booked in another one, which refuses if the store has changed in between.
 */
final class Selection {
  private static final long GAP = 1_000;

  private final String destination;
  private final long cursor;
  private final long newCursor;
  private final List<Long> parked;
  private final List<Row> ready = new ArrayList<>();
  private final List<Row> suspended = new ArrayList<>();
  private final List<Long> expired = new ArrayList<>();

  private Selection(String destination, long cursor, long newCursor, List<Long> parked) {
    this.destination = destination;
    this.cursor = cursor;
    this.newCursor = newCursor;
    this.parked = parked;
  }

  static Selection read(Store store, Destination to, int window, Permission permission, long now)
      throws SQLException {
    return store.db.read(
        () -> {
          String destination = to.name();
          long cursor = store.queue.cursor(destination);
          List<Long> parked = store.queue.parked(destination, permission.json(), now, window);
          List<Row> fresh =
              store.queue.isActive(destination) && parked.size() < window
                  ? store.items.after(cursor, window - parked.size())
                  : List.of();
          // What follows the last of them is not for sending: the cursor may pass it.
          boolean isAll =
              store.queue.isActive(destination) && parked.size() + fresh.size() < window;
          long last = fresh.isEmpty() ? cursor : fresh.get(fresh.size() - 1).seq();
          Selection selection =
              new Selection(
                  destination, cursor, isAll ? Math.max(last, store.items.last()) : last, parked);
          long before = now - to.limits().age().toMillis();
          store.items.rows(parked).forEach(row -> selection.sort(row, permission, before));
          fresh.forEach(row -> selection.sort(row, permission, before));
          return selection;
        });
  }

  private void sort(Row row, Permission permission, long before) {
    if (row.at() < before) {
      expired.add(row.seq());
    } else if (permission.allows(row.need())) {
      ready.add(row);
    } else {
      suspended.add(row);
    }
  }

  List<Row> ready() {
    return ready;
  }

  boolean isEmpty() {
    return ready.isEmpty() && suspended.isEmpty() && expired.isEmpty() && newCursor - cursor < GAP;
  }

  /** Books it; false if something of it is gone, and then nothing is booked. */
  boolean book(Store store, Sealing sealing, long now) throws SQLException {
    return store.db.write(
        () -> {
          if (!isUnchanged(store)) {
            store.handover.clear(); // the file knows better
            return false;
          }
          store.queue.unpark(destination, parked);
          store.queue.moveCursor(destination, newCursor);
          for (Row row : suspended) {
            store.queue.park(destination, row.need(), row.seq(), "consent");
          }
          for (Bodies.NewBody body : sealing.bodies()) {
            store.bodies.insert(body, now);
          }
          store.books.settled(destination, End.EXPIRED, expired.size());
          store.bodies.forget(expired);
          drop(store, destination, sealing, now);
          store.handover.passed(store.queue.passed());
          return true;
        });
  }

  /** Books what a sealing left out; what the destination refused in it stays for a while. */
  static void drop(Store store, String destination, Sealing sealing, long now) throws SQLException {
    for (Map.Entry<DropReason, List<Long>> dropped : sealing.dropped().entrySet()) {
      store.books.settled(destination, End.dropped(dropped.getKey()), dropped.getValue().size());
      store.refused.keep(destination, dropped.getValue(), dropped.getKey(), now);
      store.bodies.forget(dropped.getValue());
    }
  }

  private boolean isUnchanged(Store store) throws SQLException {
    long epoch = store.fence.epoch();
    List<Long> seqs = new ArrayList<>(expired);
    for (Row row : ready) {
      if (row.grant() < epoch) {
        return false;
      }
      seqs.add(row.seq());
    }
    suspended.forEach(row -> seqs.add(row.seq()));
    return store.queue.cursor(destination) == cursor && store.items.existing(seqs) == seqs.size();
  }
}
