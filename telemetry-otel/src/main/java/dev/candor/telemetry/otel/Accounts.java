package dev.candor.telemetry.otel;

import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.outbox.Outbox;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads the ledger: from the open store, else from the file, else there is none. */
final class Accounts {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Accounts() {}

  static List<DestinationLedger> read(EngineSettings settings, @Nullable Recording recording) {
    try {
      if (recording != null) {
        CompletableFuture<Storage> opening = recording.recorder().storage();
        boolean open = recording.recorder().await(opening, PATIENCE);
        return open ? opening.join().ledger().destinations() : List.of();
      }
      if (!Files.exists(settings.folders().outboxFile())) {
        return List.of();
      }
      try (Outbox outbox =
          Outbox.open(settings.folders().data(), Outbox.Limits.defaults(), settings.clock())) {
        return outbox.ledger().destinations();
      }
    } catch (RuntimeException e) {
      Warnings.fault("ledger");
      return List.of();
    }
  }
}
