package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.outbox.Bodies.Body;
import dev.candor.telemetry.outbox.Books.End;
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
  private final Booking booking;
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
    booking = new Booking(outbox, destination, settings, this::context);
  }

  /**
   * Does one thing: settles, seals, or sends a round of bodies.
   *
   * @param lifted whether pacing is lifted
   * @return when there may be more to do, in milliseconds; 0 for at once
   */
  long step(boolean lifted) {
    long now = clock.millis();
    recovered = recovered || booking.recover(now);
    if (!recovered || !booking.book()) {
      return now + settings.poll().toMillis();
    }
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
    sender.send(
        going,
        new Sender.Listener() {
          @Override
          public void told(Body body, Outcome outcome) {
            long after = clock.millis();
            pacing.sent(after, body.sealed().body().length, body.oldest());
            booking.tell(body, outcome, health, after);
          }

          @Override
          public void toldAll() {
            booking.book();
          }
        });
    boolean booked = booking.book();
    round.ended(!booked || health.isFailed());
    return booked ? 0 : clock.millis() + settings.poll().toMillis();
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
            booking.settlement(store, now).outlived(body);
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
}
