package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sentry for the SDK of an application, which may bring Sentry's own OpenTelemetry module: that
 * exports every span of the SDK, and a second exporter would send each registered one again.
 *
 * <p>The engine needs no such care: its spans are made outside of every SDK.
 */
final class SentryHost implements DestinationProvider {
  private static final String EXPORTERS = "OTEL_TRACES_EXPORTER";
  private static final String RULE =
      "must not name sentry where Sentry's own OpenTelemetry module exports the same spans";
  private static final List<String> MARKERS =
      List.of("AgentMarker", "AgentlessMarker", "AgentlessSpringMarker");

  private final SentryProvider provider = new SentryProvider();
  private final ClassLoader loader;

  SentryHost(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public String name() {
    return provider.name();
  }

  @Override
  public List<SettingRow> settings() {
    return provider.settings();
  }

  @Override
  public @Nullable Destination create(DestinationSettings settings) {
    if (hasOpenTelemetryModule()) {
      settings.fault(EXPORTERS, RULE);
      return null;
    }
    return provider.create(settings);
  }

  /** Looks for the classes by which Sentry itself knows its module; loads none. */
  private boolean hasOpenTelemetryModule() {
    return MARKERS.stream()
        .anyMatch(
            marker ->
                loader.getResource("io/sentry/opentelemetry/agent/" + marker + ".class") != null);
  }
}
