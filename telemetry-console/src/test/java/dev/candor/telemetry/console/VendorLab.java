package dev.candor.telemetry.console;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import java.nio.file.Path;
import java.time.Duration;

/** An application that knows no vendor: what its environment says is all there is. */
final class VendorLab {
  private VendorLab() {}

  /** Says yes, fails once, and prints what became of it. */
  public static void main(String[] args) {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2").folder(Path.of(args[0])).build();
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().error(new IllegalStateException());
      System.out.println(runtime.flush(Duration.ofSeconds(60)));
    }
  }
}
