package dev.candor.telemetry;

/**
 * Records product events for people who agreed to share them, and does nothing for everyone else.
 *
 * <p>Calls are cheap and safe on any thread, the user-interface thread included: none blocks on I/O
 * and none throws. An event that cannot be kept is discarded and counted by reason, so no loss is
 * silent.
 */
public interface Telemetry {
  /**
   * Records one event that happens now.
   *
   * <p>Consent is read again before it leaves: what was recorded before a withdrawal is never sent
   * after it.
   *
   * @param event what happened; {@code null} is counted as misuse and ignored
   */
  void record(Event event);

  /**
   * Begins something that takes time.
   *
   * @param type the event that its end will give
   * @return the running activity; whatever happens to it, it ends at most once
   */
  <E extends Event> Activity<E> begin(Class<E> type);

  /**
   * Runs {@code work} as one activity. A throw ends it as failed and passes on unchanged; a return
   * without {@link Activity#complete} ends it as abandoned.
   */
  <E extends Event, T, X extends Throwable> T during(
      Class<E> type, Work<? super Activity<E>, T, X> work) throws X;

  /** Tells whether an event of this type would be kept now; lets a hot loop avoid building it. */
  boolean isOn(Class<? extends Event> type);

  /** Counts one use of a feature. */
  default void use(Feature feature) {
    use(feature, 1);
  }

  /** Counts uses of a feature; {@code times} is clamped to 1..50. */
  void use(Feature feature, int times);

  /**
   * Notes that a page is shown; repeats of the same page are ignored, the time on a page is
   * measured.
   */
  void page(Page page);

  /** Leaves a breadcrumb; the last 50 go with the next error. */
  void breadcrumb(Crumb crumb);

  /**
   * Records an error: its type and rebuilt frames, causes and suppressed included, never its
   * message.
   */
  void error(Throwable error);

  /** Reports the present settings; equal settings within a session are reported once. */
  void settings(Settings settings);

  /** Opens the door for a program that is only watched; see {@link SourceTelemetry}. */
  SourceTelemetry source(SourceSession session);

  /** Returns a telemetry that does nothing, at the cost of an empty call. */
  static Telemetry noop() {
    return NoopTelemetry.INSTANCE;
  }

  /** A piece of work that may throw. */
  @FunctionalInterface
  interface Work<A, T, X extends Throwable> {
    /** Does the work. */
    T run(A activity) throws X;
  }
}
