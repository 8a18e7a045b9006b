package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.outbox.Bodies.Body;
import dev.candor.telemetry.outbox.Books.End;
import dev.candor.telemetry.outbox.Items.Row;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What one destination's thread does, step by step. One thread at a time. */
final class DestinationTurn {
  private static final long EXPIRY_MILLIS = 60_000;
  private static final int EXPIRY_CHUNK = 500;

  private final SqliteOutbox outbox;
  private final Destination destination;
  private final SendPolicy policy;
  private final Clock clock;
  private final CourierSettings settings;
  private final BooleanSupplier stopping;
  private final String name;
  private final Limits limits;
  private final Pacing pacing;
  private final Sender sender;
  private final Round round;
  private boolean recovered;
  private long expired;

  DestinationTurn(
      SqliteOutbox outbox,
      Destination destination,
      SendPolicy policy,
      Clock clock,
      CourierSettings settings,
      BooleanSupplier stopping) {
    this.outbox = outbox;
    this.destination = destination;
    this.policy = policy;
    this.clock = clock;
    this.settings = settings;
    this.stopping = stopping;
    name = destination.name();
    limits = destination.limits();
    pacing = new Pacing(limits.requestsPerMinute(), settings);
    sender = new Sender(destination, settings.sendTimeout(), outbox.faultCounts());
    round = new Round(destination, outbox.faultCounts());
  }

  /**
   * Does one thing: settles, seals, or sends a round of bodies.
   *
   * @param lifted whether pacing is lifted
   * @return when there may be more to do, in milliseconds; 0 for at once
   */
  long step(boolean lifted) {
    long now = clock.millis();
    recover(now);
    expireParked(now);
    Permission permission = permission();
    if (permission.isNothing() || sender.isStuck()) {
      return now + settings.poll().toMillis();
    }
    long pausedUntil =
        Math.min(
            outbox.run(0L, store -> store.queue.pausedUntil(name)),
            now + settings.pauseLimit().toMillis());
    if (pausedUntil > now) {
      return pausedUntil;
    }
    boolean paced = !lifted && !Pacing.isLoopback(destination.host());
    long readyAt = paced ? pacing.readyAt(now) : now;
    if (readyAt > now) {
      return readyAt;
    }
    List<Body> due = outbox.run(List.<Body>of(), store -> store.bodies.due(name, now));
    if (due.isEmpty()) {
      return seal(permission, now);
    }
    int room = paced ? pacing.room(now, due.get(0).oldest()) : Round.MOST;
    return take(due.get(0), permission, room, now);
  }

  /** Tells whether anything that may leave now still waits, due or not. */
  boolean isOwed() {
    Permission permission = permission();
    return !permission.isNothing()
        && outbox.run(
            false,
            store -> store.bodies.hasOpen(name) || store.queue.hasWaiting(name, permission.json()));
  }

  void close() {
    sender.close();
  }

  private Permission permission() {
    return Permission.ask(policy, name, outbox.faultCounts());
  }

  private void recover(long now) {
    if (!recovered) {
      recovered =
          outbox.run(
              false,
              store -> {
                for (Body body : store.bodies.interrupted(name)) {
                  settlement(store, now).interrupted(body);
                }
                return true;
              });
    }
  }

  // Items that wait for an answer to return grow old where no selection touches them.
  private void expireParked(long now) {
    if (Math.abs(now - expired) < EXPIRY_MILLIS) {
      return;
    }
    expired = now;
    outbox.run(
        0,
        store ->
            store.db.write(
                () -> {
                  List<Long> old =
                      store.queue.parkedOlder(name, now - limits.age().toMillis(), EXPIRY_CHUNK);
                  store.queue.unpark(name, old);
                  store.books.settled(name, End.EXPIRED, old.size());
                  store.bodies.forget(old);
                  return 0;
                }));
  }

  private long seal(Permission permission, long now) {
    long later = now + settings.poll().toMillis();
    List<Selection> read =
        outbox.run(
            List.<Selection>of(),
            store ->
                List.of(
                    Selection.read(store, destination, settings.window(limits), permission, now)));
    if (read.isEmpty() || read.get(0).isEmpty()) {
      long nextDue = outbox.run(0L, store -> nextDue(store, permission, now));
      return nextDue > now ? Math.min(nextDue, later) : later;
    }
    Sealing sealing = sealing();
    sealing.seal(read.get(0).ready());
    boolean booked = outbox.run(false, store -> read.get(0).book(store, sealing, now));
    return booked ? 0 : later; // the store has changed in between: read it again
  }

  private long nextDue(Store store, Permission permission, long now) throws SQLException {
    long body = store.bodies.nextDue(name);
    long parked = store.queue.nextDue(name, permission.json(), now);
    return body == 0 || parked == 0 ? Math.max(body, parked) : Math.min(body, parked);
  }

  private long take(Body first, Permission permission, int room, long now) {
    if (!permission.allowsAll(first.needs())) {
      return setAside(first, now);
    }
    if (first.oldest() < now - limits.age().toMillis()) {
      return outlived(first, now);
    }
    List<Body> marked =
        outbox.run(List.<Body>of(), store -> mark(store, first, permission, room, now));
    List<Body> going = allowed(marked);
    if (going.isEmpty()) {
      return marked.isEmpty() || stopping.getAsBoolean() ? now + settings.poll().toMillis() : 0;
    }
    return send(going);
  }

  private List<Body> mark(Store store, Body first, Permission permission, int room, long now)
      throws SQLException {
    long oldest = now - limits.age().toMillis();
    return store.db.writeDurably(
        () -> {
          List<Body> marked = new ArrayList<>();
          for (Body body :
              round.with(
                  store,
                  first,
                  room,
                  next -> permission.allowsAll(next.needs()) && next.oldest() >= oldest,
                  now)) {
            if (store.bodies.sending(body.id())) {
              marked.add(body);
            }
          }
          return marked;
        });
  }

  /** Asks once more, as late as can be: a transaction may have waited for seconds. */
  private List<Body> allowed(List<Body> marked) {
    Permission permission = permission();
    List<Body> going = new ArrayList<>(marked);
    going.removeIf(body -> stopping.getAsBoolean() || !permission.allowsAll(body.needs()));
    for (Body body : marked) {
      if (!going.contains(body)) {
        outbox.run(
            0,
            store -> {
              store.bodies.notSent(body.id());
              return 0;
            });
      }
    }
    return going;
  }

  private long send(List<Body> going) {
    RoundHealth health = new RoundHealth(name, settings, clock.millis());
    long[] next = {0};
    sender.send(
        going,
        (body, outcome) -> {
          long after = clock.millis();
          pacing.sent(after, body.sealed().body().length, body.oldest());
          next[0] = Math.max(next[0], book(body, outcome, health, after));
        });
    round.ended(health.isFailed());
    return next[0];
  }

  private long book(Body body, Outcome outcome, RoundHealth health, long now) {
    return outbox.run(
        now + settings.poll().toMillis(),
        store -> {
          if (outcome instanceof Outcome.Split && body.seqs().size() > 1) {
            halve(store, body, store.items.rows(body.seqs()), now);
          } else if (outcome instanceof Outcome.Separated separated) {
            separate(store, body, separated, health, now);
          } else {
            settlement(store, health, now).book(body, outcome);
          }
          return 0L;
        });
  }

  private void halve(Store store, Body body, List<Row> rows, long now) throws SQLException {
    Sealing halves = sealing();
    int middle = rows.size() / 2;
    halves.seal(rows.subList(0, middle));
    halves.seal(rows.subList(middle, rows.size()));
    settlement(store, now).split(body, halves, rows.size());
  }

  private void separate(
      Store store, Body body, Outcome.Separated outcome, RoundHealth health, long now)
      throws SQLException {
    List<Row> rows = store.items.rows(body.seqs());
    Separation separation = Separation.of(outcome, rows);
    if (!separation.isNone()) {
      Sealing rest = sealing();
      rest.seal(separation.rest());
      settlement(store, health, now).separate(body, separation, rest);
    } else if (body.seqs().size() > 1) {
      halve(store, body, rows, now);
    } else {
      settlement(store, health, now).book(body, new Outcome.Dropped(DropReason.INVALID));
    }
  }

  private long setAside(Body body, long now) {
    return outbox.run(
        now + settings.poll().toMillis(),
        store ->
            store.db.write(
                () -> {
                  if (body.maybeTaken()) {
                    store.bodies.postpone(body.id(), now + EXPIRY_MILLIS);
                  } else {
                    store.bodies.dissolve(body, "consent");
                  }
                  return 0L;
                }));
  }

  private long outlived(Body body, long now) {
    return outbox.run(
        now + settings.poll().toMillis(),
        store -> {
          if (body.maybeTaken()) {
            settlement(store, now).outlived(body);
          } else {
            store.db.write(
                () -> {
                  store.bodies.dissolve(body, "age");
                  return 0;
                });
          }
          return 0L;
        });
  }

  private Sealing sealing() {
    return new Sealing(destination, context(), outbox.faultCounts());
  }

  private SealContext context() {
    try {
      return policy.context(name);
    } catch (RuntimeException e) {
      outbox.countFault("policy");
      return new SealContext(null);
    }
  }

  private Settlement settlement(Store store, long now) {
    return settlement(store, new RoundHealth(name, settings, now), now);
  }

  private Settlement settlement(Store store, RoundHealth health, long now) {
    return new Settlement(store, destination, settings, health, now);
  }
}
