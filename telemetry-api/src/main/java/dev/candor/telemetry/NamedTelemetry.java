package dev.candor.telemetry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Telemetry by name, for code written against trackers whose events are strings and maps. New code
 * uses {@link Telemetry}, where the compiler sees what here is only counted.
 *
 * <p>A name or key is looked up in the application's catalogues and goes nowhere else. What they
 * list becomes the very record that a typed call would have made, and so passes the same consent,
 * ranges, closed lists, hash and sanitizer. What they do not list is dropped and counted: whole
 * events and pages in {@link TelemetryStatus#losses()} as {@code unlisted} or {@code incomplete},
 * single keys and values in {@link TelemetryStatus#scrubbed()} as {@code unregistered}, {@code
 * type}, {@code nested} or {@code identifier}. A key that ends in {@code _id}, {@code user} or
 * {@code agent} is taken only where its component is {@link Hashed}.
 *
 * <p>Off by default, like everything: until somebody answers, each call reads one field and
 * returns. Any thread; no call blocks, throws or keeps the map it is given.
 */
public interface NamedTelemetry {
  /**
   * Notes that a page is shown: the constant of a listed {@link Page} whose name is the path, in
   * lower case with underscores ({@code /event-search} is {@code EVENT_SEARCH}), else the title.
   * Neither string is kept.
   */
  void trackPageView(String path, @Nullable String title);

  /** Records the event of this name, as {@link TelemetryEvent#name()} has it. */
  void trackEvent(String name, Map<String, ?> params);

  /** Records an event without values. */
  default void trackEvent(String name) {
    trackEvent(name, Map.of());
  }

  /**
   * Records a measurement: the event of this name, whose component {@code value} is the number and
   * whose other components are the tags.
   *
   * @param unit for a {@link java.time.Duration} one of ns, us, ms, s, min and h; else the one that
   *     the component declares. Another one is a dropped event, counted as {@code incomplete}
   */
  void trackPerformance(String metric, double value, String unit, Map<String, ?> tags);

  /** Records a measurement in milliseconds without tags. */
  default void trackPerformance(String metric, double value) {
    trackPerformance(metric, value, "ms", Map.of());
  }

  /**
   * Records the event {@code agent_usage}, which a catalogue of the application must list, with the
   * components {@code agent_id} (a {@link Hashed}) and {@code operation} (an enum), and with those
   * of the metadata that it declares.
   */
  void trackAgentUsage(String agentId, String operation, Map<String, ?> metadata);

  /**
   * Records an error: the type, and the frames of the stack trace (Java or Python text) without
   * paths and messages. The message is never read; of the context nothing is declared, so that each
   * key is counted as {@code unregistered}.
   */
  void trackError(
      String type, @Nullable String message, @Nullable String stackTrace, Map<String, ?> context);

  /** Records an error without stack trace and context. */
  default void trackError(String type, @Nullable String message) {
    trackError(type, message, null, Map.of());
  }

  /** Returns one that does nothing, at the cost of an empty call. */
  static NamedTelemetry noop() {
    return NoopTelemetry.NAMED;
  }
}
