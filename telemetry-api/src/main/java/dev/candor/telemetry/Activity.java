package dev.candor.telemetry;

/**
 * Something that began and has not ended. The first of {@link #complete}, {@link #cancel}, {@link
 * #fail} and {@link #close} ends it; later calls do nothing. Any thread; never throws.
 *
 * @param <E> the event that describes its result
 */
public interface Activity<E extends Event> extends AutoCloseable {
  /** Ends it with its result; the span runs from the beginning until now. */
  void complete(E result);

  /** Ends it as cancelled by a person. */
  void cancel();

  /** Ends it as failed; the error's type is kept, its message never. */
  void fail(Throwable error);

  /** Ends it as abandoned, unless it has ended. */
  @Override
  void close();
}
