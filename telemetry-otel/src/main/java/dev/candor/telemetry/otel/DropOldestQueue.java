package dev.candor.telemetry.otel;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue that gives up its oldest element when it is full. Many producers, many consumers,
 * no lock, no allocation.
 *
 * <p>A ring whose slots carry sequence numbers, after Dmitry Vyukov's bounded queue: a producer
 * that finds the ring full takes the oldest element out like a consumer would.
 */
final class DropOldestQueue<E> {
  // A producer that loses this many races in a row gives up: offering must not spin for long.
  private static final int MOST_ROUNDS = 64;

  private final int mask;
  private final AtomicReferenceArray<@Nullable E> slots;
  private final AtomicLongArray turns;
  private final AtomicLong tail = new AtomicLong();
  private final AtomicLong head = new AtomicLong();

  /** Creates a queue for at least {@code capacity} elements. */
  DropOldestQueue(int capacity) {
    int size = Integer.highestOneBit(Math.max(2, capacity) * 2 - 1);
    mask = size - 1;
    slots = new AtomicReferenceArray<>(size);
    turns = new AtomicLongArray(size);
    for (int i = 0; i < size; i++) {
      turns.set(i, i);
    }
  }

  /** Adds an element; returns how many were lost for it, itself included. */
  int offer(E element) {
    int lost = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      long position = tail.get();
      int slot = (int) position & mask;
      long ahead = turns.get(slot) - position;
      if (ahead == 0) {
        if (tail.compareAndSet(position, position + 1)) {
          slots.set(slot, element);
          turns.set(slot, position + 1);
          return lost;
        }
      } else if (ahead < 0 && poll() != null) {
        lost++;
      }
    }
    return lost + 1;
  }

  /** Takes the oldest element, or null if there is none. */
  @Nullable E poll() {
    while (true) {
      long position = head.get();
      int slot = (int) position & mask;
      long ahead = turns.get(slot) - (position + 1);
      if (ahead < 0) {
        return null;
      }
      if (ahead == 0 && head.compareAndSet(position, position + 1)) {
        E element = slots.get(slot);
        slots.set(slot, null);
        turns.set(slot, position + mask + 1);
        return element;
      }
    }
  }

  /** How many elements were ever accepted; for waiting until they are taken. */
  long accepted() {
    return tail.get();
  }

  /** How many elements were ever taken or lost. */
  long taken() {
    return head.get();
  }

  /** How many elements wait, more or less. */
  int size() {
    return (int) Math.max(0, tail.get() - head.get());
  }
}
