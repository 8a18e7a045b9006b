package dev.candor.telemetry;

import java.time.Duration;
import java.util.ServiceLoader;

/**
 * The telemetry of one application, from start to exit.
 *
 * <p>Without an engine on the class path everything here does nothing. With one, nothing is
 * written, started or connected until somebody answers (promise P1). No method throws, {@link
 * #start} included: faulty settings are reported once as a warning that names the setting and the
 * rule, and telemetry stays off.
 */
public interface TelemetryRuntime extends AutoCloseable {
  /** Starts the engine found by {@link ServiceLoader}, or none. */
  static TelemetryRuntime start(TelemetryOptions options) {
    return Bootstrap.start(options);
  }

  /** Returns a runtime that does nothing. */
  static TelemetryRuntime noop() {
    return NoopTelemetry.RUNTIME;
  }

  /** The door for events. */
  Telemetry telemetry();

  /**
   * The door for calls by name, of code that was written against another tracker; see {@link
   * NamedTelemetry}. A runtime that has none gives one that does nothing.
   */
  default NamedTelemetry named() {
    return NamedTelemetry.noop();
  }

  /** The answer of the person at the application. */
  Consent consent();

  /** What became of everything recorded so far. */
  TelemetryStatus status();

  /**
   * Stores everything recorded before this call, closes the day's counts, and tries to deliver.
   *
   * @param timeout how long to wait; the work goes on afterwards
   */
  FlushResult flush(Duration timeout);

  /**
   * Ends the session, stores what is queued within the close timeout (2 s), and stops all threads.
   * Twice is once.
   */
  @Override
  void close();
}
