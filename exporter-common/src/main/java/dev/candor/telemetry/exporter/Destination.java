package dev.candor.telemetry.exporter;

import java.time.Duration;
import java.util.List;

/**
 * One place where items may go. Implemented by exporters, called by one courier thread at a time,
 * but for {@link #send}: see {@link #atOnce}.
 *
 * <p>A destination knows neither consent nor store. It keeps no state that a restart would miss.
 */
public interface Destination extends AutoCloseable {
  /** Its name in ledger and settings: lower-case letters, digits and dashes. */
  String name();

  /** The host it connects to, for display; never a path, query or credential. */
  String host();

  /** What it takes. */
  Limits limits();

  /**
   * Whether an item is meant for this destination at all. Pure; what is not is in no body and is
   * booked as {@link Outcome.DropReason#SAMPLED}. Everything is, unless an operator wants a share.
   */
  default boolean takes(Item item) {
    return true;
  }

  /**
   * Whether a body may be sent again when no answer came: what {@link Limits#deduplicates} says,
   * unless the destination recognises only some of its bodies.
   */
  default boolean deduplicates(Sealed sealed) {
    return limits().deduplicates();
  }

  /**
   * How many bodies may be in the air at once while this one is, itself counted: so many threads
   * may then call {@link #send} at a time. One, unless a destination says otherwise: where the
   * order of arrival or the vendor's pace matters, nothing else is right. The courier keeps to the
   * least of what the bodies in the air say, and to a bound of its own.
   */
  default int atOnce(Sealed sealed) {
    return 1;
  }

  /**
   * Turns items into request bodies. Pure: no I/O, clock, secret or chance; equal input gives equal
   * bytes.
   *
   * @return the bodies; an item that cannot be expressed is in none of them and is booked as
   *     dropped
   */
  List<Sealed> seal(List<Item> items, SealContext context);

  /**
   * Sends one body, once. Adds credentials. Never throws. By one thread at a time, or by as many as
   * {@link #atOnce} says.
   *
   * @param timeout for the whole exchange
   */
  Outcome send(Sealed sealed, Duration timeout);

  /**
   * Asks whether address and credentials work, by a request that holds no item and of which nothing
   * is stored. A person's command calls it, the courier never does. Never throws.
   *
   * @param timeout for the whole check
   */
  default Check check(Duration timeout) {
    return Check.none();
  }

  /** How its latest exchange went; {@link Contact#none} also where nobody knows. */
  default Contact contact() {
    return Contact.none();
  }

  /** Ends open exchanges. Never throws; twice is once. */
  @Override
  void close();
}
