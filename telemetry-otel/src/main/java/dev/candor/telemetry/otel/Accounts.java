package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.outbox.Outbox;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the ledger: from the open store, else from the file, else there is none. */
final class Accounts {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Accounts() {}

  static List<DestinationLedger> read(EngineSettings settings, @Nullable Recording recording) {
    try {
      if (recording != null) {
        Storage open = storage(recording);
        return open == null ? List.of() : open.ledger().destinations();
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

  /** The destinations that something may go to now; none where nothing is recorded. */
  static List<String> enabled(ConsentAnswer answer, @Nullable Recording recording) {
    try {
      Storage open = recording == null ? null : storage(recording);
      return open == null ? List.of() : open.enabled(answer);
    } catch (RuntimeException e) {
      Warnings.fault("status");
      return List.of();
    }
  }

  static List<String> enabled(ConsentAnswer answer, List<Destination> destinations) {
    boolean counts =
        answer.purposes().values().stream().anyMatch(one -> one.send() != Send.NOTHING);
    boolean events = AnswerRules.sendsEverything(answer.purposes());
    return destinations.stream()
        .filter(one -> (counts && one.limits().counts()) || (events && one.limits().events()))
        .map(Destination::name)
        .toList();
  }

  private static @Nullable Storage storage(Recording recording) {
    Recorder recorder = recording.recorder();
    return recorder.await(recorder.storage(), PATIENCE) ? recorder.storage().join() : null;
  }
}
