package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's settings make of one destination.
 *
 * @param items the most items in one body
 * @param timeout of one exchange, or null for the courier's
 * @param requestsPerMinute the most requests in any minute
 * @param sample the sessions whose events go there
 */
record Tuning(int items, @Nullable Duration timeout, int requestsPerMinute, SessionSample sample) {

  /** The tuning of OTLP, whose defaults are those of the settings. */
  static Tuning ofOtlp(Destination otlp, EngineSettings settings) {
    return of(otlp, settings, settings.batchSize(), settings.timeout());
  }

  /** The tuning of a vendor: its own default wins unless the setting is given. */
  static Tuning ofVendor(Destination vendor, EngineSettings settings) {
    GivenSettings given = settings.given();
    return of(
        vendor,
        settings,
        given.has(EngineSetting.TELEMETRY_BATCH_SIZE.name())
            ? settings.batchSize()
            : vendor.limits().items(),
        given.has(EngineSetting.TELEMETRY_TIMEOUT.name()) ? settings.timeout() : null);
  }

  private static Tuning of(
      Destination destination, EngineSettings settings, int items, @Nullable Duration timeout) {
    Limits own = destination.limits();
    String name = destination.name();
    return new Tuning(
        Math.min(items, own.items()),
        timeout,
        (int) settings.rateLimit().of(name, own.requestsPerMinute()),
        new SessionSample(settings.sampleRate().of(name, 1)));
  }

  /** Those limits under this tuning. */
  Limits limits(Limits own) {
    return own.withItems(items).withRequestsPerMinute(requestsPerMinute);
  }

  /** The shorter of a patience and this one's. */
  Duration timeout(Duration longest) {
    Duration own = timeout;
    return own != null && own.compareTo(longest) < 0 ? own : longest;
  }
}
