package dev.candor.telemetry.otel;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SourceTelemetry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The sidecar door of one watched session. */
final class OtelSourceTelemetry implements SourceTelemetry {
  /** Speaks of nothing. */
  static final SourceTelemetry NONE = new OtelSourceTelemetry(new OtelTelemetry(), null);

  private final OtelTelemetry gate;
  private final @Nullable SourceKey source;

  OtelSourceTelemetry(OtelTelemetry gate, @Nullable SourceKey source) {
    this.gate = gate;
    this.source = source;
    Recording open = gate.recording();
    if (open != null && source != null) {
      open.offer(new Signal.Opened(source));
    }
  }

  @Override
  public void record(Event event, Instant start, Instant end, Status status, long sequence) {
    Recording open = gate.recording();
    if (open != null
        && source != null
        && open.isGiven(event)
        && open.isGiven(start)
        && open.isGiven(end)
        && open.isGiven(status)) {
      open.offer(new Signal.Told(source, event, start, end, status, sequence));
    }
  }

  @Override
  public void error(ErrorReport report, Instant at, long sequence) {
    Recording open = gate.recording();
    if (open != null && source != null && open.isGiven(report) && open.isGiven(at)) {
      open.offer(new Signal.ToldError(source, report, at, sequence));
    }
  }

  @Override
  public void end(Instant at, SessionEnd reason) {
    Recording open = gate.recording();
    if (open != null && source != null && open.isGiven(at) && open.isGiven(reason)) {
      open.offer(new Signal.ToldEnd(source, at, reason));
    }
  }
}
