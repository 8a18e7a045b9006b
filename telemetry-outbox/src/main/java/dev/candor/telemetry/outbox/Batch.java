package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one commit appends. Immutable and safe for many threads: the same batch may go to several
 * stores, and is turned into rows only once.
 */
public final class Batch {
  private final long grant;
  private final List<Entry> events;
  private final List<Increment> counts;
  private @Nullable Drafts drafts;

  /**
   * Copies the lists.
   *
   * @param grant the grant that all of it was recorded under
   * @param events the items
   * @param counts the increments
   */
  public Batch(long grant, List<Entry> events, List<Increment> counts) {
    this.grant = grant;
    this.events = List.copyOf(events);
    this.counts = List.copyOf(counts);
  }

  /** The grant that all of it was recorded under. */
  public long grant() {
    return grant;
  }

  /** The items. */
  public List<Entry> events() {
    return events;
  }

  /** The increments. */
  public List<Increment> counts() {
    return counts;
  }

  /** The rows to be; the first store that asks pays for them. */
  synchronized Drafts drafts() {
    if (drafts == null) {
      drafts = Drafts.of(events);
    }
    return drafts;
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "Batch[" + events.size() + " events, " + counts.size() + " counts]";
  }

  /**
   * One item to store.
   *
   * @param item the event; or totals that somebody else has closed already
   * @param sendable whether its grant lets it leave; if not, it is history only and no destination
   *     is offered it
   * @param keep whether it stays after delivery; an event that nobody waits for and that is not
   *     kept leaves its id only, so that it does not count twice
   * @param unwanted whether every destination leaves it out of its sample: it is booked as {@code
   *     sampled} at once and waits for nobody
   * @param counts increments that are folded only if the event is newly stored: an event that was
   *     known already counts nothing
   */
  public record Entry(
      Item item, boolean sendable, boolean keep, boolean unwanted, List<Increment> counts) {
    /** Copies the list. */
    public Entry {
      counts = List.copyOf(counts);
    }

    /** Creates an entry that is wanted and counts nothing. */
    public Entry(Item item, boolean sendable, boolean keep) {
      this(item, sendable, keep, /* unwanted= */ false, List.of());
    }
  }
}
