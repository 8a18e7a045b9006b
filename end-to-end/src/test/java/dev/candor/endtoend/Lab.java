package dev.candor.endtoend;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** An application that knows a Collector and nothing else, where somebody said yes. Any thread. */
final class Lab implements AutoCloseable {
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofMillis(300);
  private static final int DEPTH = 120;

  private final Path folder;
  private final TelemetryRuntime runtime;

  private Lab(Path folder, TelemetryRuntime runtime) {
    this.folder = folder;
    this.runtime = runtime;
  }

  /** Starts it; the two standard variables are what it is told. */
  static Lab start(Path folder, URI collector, String token) {
    TelemetryRuntime runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("lab", "1.4.2")
                .folder(folder)
                .environment(
                    Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        collector.toString(),
                        // A busy machine may need seconds; what is not answered in time is
                        // uncertain.
                        "TELEMETRY_TIMEOUT",
                        "30",
                        "OTEL_EXPORTER_OTLP_HEADERS",
                        "authorization=Bearer%20" + token))
                .build());
    runtime.consent().set(ConsentPreset.EVERYTHING);
    return new Lab(folder, runtime);
  }

  static Lab start(Path folder, RestartableCollector collector) {
    return start(folder, collector.endpoint(), collector.token());
  }

  /** Records so many errors. */
  void fail(int errors) {
    for (int i = 0; i < errors; i++) {
      runtime.telemetry().error(new IllegalStateException());
    }
  }

  /** Records so many errors whose stacks are as long as any may be. */
  void failDeep(int errors) {
    for (int i = 0; i < errors; i++) {
      runtime.telemetry().error(deep(DEPTH));
    }
  }

  FlushResult flush(Duration timeout) {
    return runtime.flush(timeout);
  }

  /** What became of what was offered to the Collector. */
  DestinationLedger ledger() {
    return runtime.status().destinations().stream()
        .filter(ledger -> ledger.destination().equals("otlp"))
        .findFirst()
        .orElseThrow();
  }

  /** What it has handed over to the Collector, item by item; nothing may wait any more. */
  HandedOver handedOver() {
    return HandedOver.read(folder.resolve("data")).assertIsAllOf(ledger());
  }

  /** Sends until something is so; fails after {@code patience}. */
  void sendUntil(Duration patience, Callable<Boolean> end) {
    Awaitility.await()
        .pollInterval(POLL)
        .atMost(patience)
        .until(
            () -> {
              runtime.flush(ROUND);
              return end.call();
            });
  }

  /** Sends until nothing waits any more. */
  void sendAll(Duration patience) {
    sendUntil(patience, () -> ledger().queued() == 0);
  }

  @Override
  public void close() {
    runtime.close();
  }

  private static RuntimeException deep(int frames) {
    return frames == 0 ? new IllegalStateException() : deep(frames - 1);
  }
}
