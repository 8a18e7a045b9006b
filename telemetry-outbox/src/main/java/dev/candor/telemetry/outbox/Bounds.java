package dev.candor.telemetry.outbox;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.outbox.Books.End;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the store within its limits. A quarter of it is for diagnostics alone: no other purpose can
 * push an error out, and errors push out nothing but older errors.
 */
final class Bounds {
  private static final int ROUNDS = 100;
  private static final int BODIES = 20;
  private static final String DIAGNOSTICS = Purpose.DIAGNOSTICS.name();

  private final Store store;
  private final Outbox.Limits limits;

  Bounds(Store store, Outbox.Limits limits) {
    this.store = store;
    this.limits = limits;
  }

  /** Evicts the oldest while there are too many rows or bytes; returns how many. */
  long enforce() throws SQLException {
    long evicted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Shares shares = shares();
      long excess = shares.excess(shares.items, limits.rows());
      int removed;
      if (excess > 0) {
        String victim = shares.victim(shares.items, limits.rows());
        removed = evict(victim, (int) Math.min(Withdrawal.CHUNK, excess + limits.rows() / 100));
      } else if (bytes() > limits.bytes()) {
        if (deleteSpent()) {
          continue;
        }
        String victim = shares.victim(shares.bytes, limits.bytes());
        removed = evict(victim, (int) Math.max(1, Math.min(500, shares.count(victim) / 10)));
      } else {
        break;
      }
      if (removed == 0) {
        break;
      }
      evicted += removed;
    }
    return evicted;
  }

  /** Tells whether there is no room; what was delivered long ago makes room, nothing else does. */
  boolean isFull() throws SQLException {
    Shares shares = shares();
    if (shares.items.values().stream().mapToLong(Long::longValue).sum() >= limits.rows()) {
      return true;
    }
    for (int round = 0; round < ROUNDS && bytes() > limits.bytes(); round++) {
      if (!store.db.write(() -> store.bodies.deleteSettledBefore(Long.MAX_VALUE, BODIES) > 0)) {
        return true;
      }
    }
    return bytes() > limits.bytes();
  }

  /** Deletes what is older than the age, one chunk; false when nothing is left to do. */
  boolean age(long now) throws SQLException {
    long before = now - limits.age().toMillis();
    return store.db.write(
        () -> {
          Set<Long> open = store.bodies.open();
          List<Long> old = new ArrayList<>();
          store.db.list(
              "SELECT seq, stored FROM item ORDER BY seq LIMIT ?",
              row ->
                  row.getLong(2) < before
                      && !open.contains(row.getLong(1))
                      && old.add(row.getLong(1)),
              (long) Withdrawal.CHUNK);
          store.queue.release(old, End.EXPIRED);
          store.items.delete(old);
          int bodies = store.bodies.deleteSettledBefore(before, BODIES);
          LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(before), ZoneOffset.UTC);
          store.counters.deleteBefore(day);
          boolean tombs = forgetForgotten(limits.rows());
          return !old.isEmpty() || bodies > 0 || tombs;
        });
  }

  /** Deletes bodies that are settled and were sealed before a time, one chunk; false at the end. */
  boolean deleteSent(long before) throws SQLException {
    return store.db.write(() -> store.bodies.deleteSettledBefore(before, BODIES) > 0);
  }

  /** Gives free pages back to the file system. */
  void shrink() throws SQLException {
    if (store.db.number("PRAGMA freelist_count") > 0) {
      store.db.exhaust("PRAGMA incremental_vacuum(500)");
    }
  }

  private long bytes() throws SQLException {
    long pages = store.db.number("PRAGMA page_count") - store.db.number("PRAGMA freelist_count");
    return pages * store.db.number("PRAGMA page_size");
  }

  // History goes before anything that still waits.
  private boolean deleteSpent() throws SQLException {
    return store.db.write(
        () ->
            store.bodies.deleteSettledBefore(Long.MAX_VALUE, BODIES) > 0
                || forgetForgotten(store.items.count(Items.FORGOTTEN) / 2));
  }

  private boolean forgetForgotten(long limit) throws SQLException {
    long excess = store.items.count(Items.FORGOTTEN) - limit;
    if (excess <= 0) {
      return false;
    }
    List<Long> oldest =
        store.db.list(
            "SELECT seq FROM item WHERE body IS NULL ORDER BY seq LIMIT ?",
            row -> row.getLong(1),
            Math.min(excess, Withdrawal.CHUNK));
    return store.items.delete(oldest) > 0;
  }

  private int evict(String purpose, int n) throws SQLException {
    return store.db.write(
        () -> {
          Set<Long> open = store.bodies.open();
          List<Long> oldest = new ArrayList<>();
          store.db.list(
              "SELECT seq FROM item WHERE purpose = ? AND body IS NOT NULL ORDER BY seq LIMIT ?",
              row -> !open.contains(row.getLong(1)) && oldest.add(row.getLong(1)),
              purpose,
              (long) n + open.size());
          List<Long> victims = oldest.subList(0, Math.min(n, oldest.size()));
          store.queue.release(victims, End.dropped(DropReason.FULL));
          return store.items.delete(victims);
        });
  }

  private Shares shares() throws SQLException {
    Shares shares = new Shares(new HashMap<>(), new HashMap<>());
    store.db.list(
        "SELECT purpose, items, bytes FROM share WHERE purpose <> ?",
        row -> {
          shares.items.put(row.getString(1), row.getLong(2));
          return shares.bytes.put(row.getString(1), row.getLong(3));
        },
        Items.FORGOTTEN);
    return shares;
  }

  private record Shares(Map<String, Long> items, Map<String, Long> bytes) {
    long count(String purpose) {
      return items.getOrDefault(purpose, 0L);
    }

    /** How much is too much, of diagnostics or of the others together. */
    long excess(Map<String, Long> of, long limit) {
      long errors = of.getOrDefault(DIAGNOSTICS, 0L);
      long others = of.values().stream().mapToLong(Long::longValue).sum() - errors;
      return Math.max(errors - limit / 4, others - (limit - limit / 4));
    }

    /** Who must give: diagnostics beyond its quarter, else the largest of the others. */
    String victim(Map<String, Long> of, long limit) {
      if (of.getOrDefault(DIAGNOSTICS, 0L) > limit / 4) {
        return DIAGNOSTICS;
      }
      return of.entrySet().stream()
          .filter(entry -> !entry.getKey().equals(DIAGNOSTICS) && entry.getValue() > 0)
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse(DIAGNOSTICS);
    }
  }
}
