package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Consent;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A runtime whose events go no further than the test. */
record RecordingRuntime(Telemetry telemetry, NamedTelemetry named, Consent consent)
    implements TelemetryRuntime {
  @Override
  public TelemetryStatus status() {
    return new TelemetryStatus(consent.answer(), List.of(), List.of(), Map.of(), Map.of());
  }

  @Override
  public FlushResult flush(Duration timeout) {
    return consent.answer().isOff() ? FlushResult.OFF : FlushResult.DELIVERED;
  }

  @Override
  public void close() {
    // Nothing is open; what was recorded stays for the test.
  }
}
