package dev.candor.telemetry;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name that trackers give what is {@link NamedTelemetry} here, so that code that moves compiles
 * first and is changed later. Closing it closes the runtime. Any thread; never throws once made.
 *
 * @deprecated use {@link TelemetryRuntime#named()}, or better {@link TelemetryRuntime#telemetry()}
 */
@Deprecated(since = "0.1")
public final class TelemetryClient implements NamedTelemetry, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final TelemetryRuntime runtime;
  private final NamedTelemetry named;

  /** Speaks through a runtime. */
  public TelemetryClient(TelemetryRuntime runtime) {
    this.runtime = Objects.requireNonNull(runtime, "runtime");
    this.named = runtime.named();
  }

  @Override
  public void trackPageView(String path, @Nullable String title) {
    named.trackPageView(path, title);
  }

  @Override
  public void trackEvent(String name, Map<String, ?> params) {
    named.trackEvent(name, params);
  }

  @Override
  public void trackPerformance(String metric, double value, String unit, Map<String, ?> tags) {
    named.trackPerformance(metric, value, unit, tags);
  }

  @Override
  public void trackAgentUsage(String agentId, String operation, Map<String, ?> metadata) {
    named.trackAgentUsage(agentId, operation, metadata);
  }

  @Override
  public void trackError(
      String type, @Nullable String message, @Nullable String stackTrace, Map<String, ?> context) {
    named.trackError(type, message, stackTrace, context);
  }

  /** Stores what was recorded and tries to deliver it, for at most two seconds. */
  public FlushResult flush() {
    return runtime.flush(PATIENCE);
  }

  /** Closes the runtime. */
  public void shutdown() {
    runtime.close();
  }

  /** Closes the runtime. */
  @Override
  public void close() {
    runtime.close();
  }
}
