package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Separated;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Seals and sends on the caller's thread, one caller at a time, within a bound of time and tries.
 * There is no store: what cannot be sent in time is given up and counted.
 */
final class DoorDelivery {
  private static final int TRIES = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final Destination destination;
  private final DoorCounts counts;
  private final Duration exchange;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private volatile boolean closed;
  private boolean resting;
  private long restUntil;

  DoorDelivery(Destination destination, DoorCounts counts, Duration exchange, Duration patience) {
    this.destination = destination;
    this.counts = counts;
    this.exchange = exchange;
    this.patience = patience;
  }

  /** Tells whether the destination took all of them. */
  boolean deliver(List<Item> items, SealContext context) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return lost(SpanFate.DEFERRED, items.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return lost(SpanFate.DEFERRED, items.size());
    }
    try {
      return seal(items, context, deadline);
    } catch (RuntimeException e) {
      // A destination never throws; if one does, nobody knows what it sent.
      return lost(SpanFate.FAULT, items.size());
    } finally {
      lock.unlock();
    }
  }

  /** Ends waiting and open exchanges. */
  void close() {
    closed = true;
    destination.close();
    lock.lock();
    try {
      closing.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean seal(List<Item> items, SealContext context, long deadline) {
    if (closed) {
      return lost(SpanFate.CLOSED, items.size());
    }
    if (resting && restUntil - System.nanoTime() > 0) {
      return lost(SpanFate.DEFERRED, items.size());
    }
    List<Sealed> bodies = destination.seal(items, context);
    Set<String> sealed = new HashSet<>();
    bodies.forEach(body -> sealed.addAll(body.itemIds()));
    long left = items.stream().filter(item -> !sealed.contains(item.id())).count();
    boolean all = left == 0 || lost(SpanFate.UNSUPPORTED, left);
    for (Sealed body : bodies) {
      Set<String> ids = Set.copyOf(body.itemIds());
      List<Item> inside = items.stream().filter(item -> ids.contains(item.id())).toList();
      all &= settle(body, inside, context, deadline);
    }
    return all;
  }

  private boolean settle(Sealed body, List<Item> items, SealContext context, long deadline) {
    Outcome outcome = send(body, deadline);
    if (outcome instanceof Delivered delivered) {
      long refused = delivered.refusedUnnamed() + delivered.refused().size();
      delivered.refused().values().forEach(reason -> counts.add(SpanFate.of(reason), 1));
      counts.add(SpanFate.INVALID, delivered.refusedUnnamed());
      counts.add(SpanFate.DELIVERED, Math.max(0, items.size() - refused));
      return refused == 0;
    }
    if (outcome instanceof Split) {
      return halve(items, context, deadline);
    }
    if (outcome instanceof Separated separated) {
      return separate(separated, items, context, deadline);
    }
    if (outcome instanceof Deferred deferred) {
      if (deferred.scope() == Scope.DESTINATION) {
        resting = true;
        restUntil = System.nanoTime() + deferred.after().toNanos();
      }
      return lost(closed ? SpanFate.CLOSED : SpanFate.DEFERRED, items.size());
    }
    if (outcome instanceof Dropped dropped) {
      return lost(SpanFate.of(dropped.reason()), items.size());
    }
    return lost(SpanFate.UNCERTAIN, items.size());
  }

  private boolean halve(List<Item> items, SealContext context, long deadline) {
    if (items.size() < 2) {
      return lost(SpanFate.TOO_LARGE, items.size());
    }
    int middle = items.size() / 2;
    boolean first = seal(items.subList(0, middle), context, deadline);
    return seal(items.subList(middle, items.size()), context, deadline) && first;
  }

  private boolean separate(
      Separated separated, List<Item> items, SealContext context, long deadline) {
    List<Item> rest =
        items.stream()
            .filter(item -> !separated.refused().containsKey(item.id()))
            .filter(item -> !separated.later().containsKey(item.id()))
            .toList();
    if (rest.size() == items.size()) {
      return halve(items, context, deadline);
    }
    for (Item item : items) {
      var reason = separated.refused().get(item.id());
      if (reason != null) {
        counts.add(SpanFate.of(reason), 1);
      } else if (separated.later().containsKey(item.id())) {
        counts.add(SpanFate.DEFERRED, 1);
      }
    }
    if (!rest.isEmpty()) {
      seal(rest, context, deadline);
    }
    return false;
  }

  /** The same bytes again, as long as nothing was taken and there is time. */
  private Outcome send(Sealed body, long deadline) {
    Duration pause = FIRST_PAUSE;
    Outcome outcome = new Deferred(Duration.ZERO, Scope.BODY);
    for (int tries = 1; tries <= TRIES; tries++) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || closed) {
        return outcome;
      }
      outcome = destination.send(body, shorter(exchange, Duration.ofNanos(left)));
      Duration after = pause;
      if (outcome instanceof Deferred deferred) {
        after = deferred.after().isZero() ? pause : deferred.after();
      } else if (!(outcome instanceof Uncertain) || !destination.deduplicates(body)) {
        return outcome;
      }
      if (tries == TRIES || !waited(after, deadline)) {
        return outcome;
      }
      pause = pause.multipliedBy(2);
    }
    return outcome;
  }

  /** Waits, while others may send; false if the wait would be too long, or at the end. */
  private boolean waited(Duration pause, long deadline) {
    long until = System.nanoTime() + pause.toNanos();
    if (until - deadline >= 0) {
      return false;
    }
    try {
      long left = until - System.nanoTime();
      while (left > 0 && !closed) {
        left = closing.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !closed;
  }

  private boolean lost(SpanFate fate, long number) {
    counts.add(fate, number);
    return false;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
