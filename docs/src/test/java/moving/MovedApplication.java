package moving;

import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import java.time.Duration;
import java.util.Map;

/** The calls of an application that has moved, before and after it was tidied up. */
final class MovedApplication {
  private MovedApplication() {}

  static void byName(TelemetryRuntime runtime, String stackTrace) {
    // region: named
    NamedTelemetry telemetry = runtime.named();
    telemetry.trackPageView("/event-search", "Event Search");
    telemetry.trackEvent(
        "workflow_started", Map.of("workflow_type", "event_based", "download_type", "waveform"));
    telemetry.trackAgentUsage(
        "backend-developer", "discover", Map.of("duration_ms", 150, "success", true));
    telemetry.trackPerformance("query_latency", 95.5, "ms", Map.of("operation", "search"));
    telemetry.trackError("ConnectionError", "Failed to connect", stackTrace, Map.of());
    // endregion
  }

  static void byType(TelemetryRuntime runtime, Exception failure) {
    // region: typed
    Telemetry telemetry = runtime.telemetry();
    telemetry.page(MovedEvents.View.EVENT_SEARCH);
    telemetry.record(
        new MovedEvents.WorkflowStarted(
            MovedEvents.Workflow.EVENT_BASED, MovedEvents.Download.WAVEFORM));
    telemetry.record(
        new MovedEvents.QueryLatency(Duration.ofMillis(95), MovedEvents.Operation.SEARCH));
    telemetry.error(failure);
    // endregion
  }
}
