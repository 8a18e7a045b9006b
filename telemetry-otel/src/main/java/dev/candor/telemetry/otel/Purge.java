package dev.candor.telemetry.otel;

import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.PurgeReceipt;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;

/** Deletes what a withdrawal left, where no recording is running that could. */
final class Purge {
  private Purge() {}

  /** Does it on a thread of its own, if there is anything to do. */
  static CompletableFuture<Void> start(RecorderParts parts) {
    if (parts.consent().pendingPurge() == 0 && !hasLateFiles(parts)) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    parts
        .surroundings()
        .run(
            "candor-withdrawal",
            () -> {
              try {
                run(parts);
              } catch (RuntimeException | Error e) {
                Warnings.fault("withdrawal");
              } finally {
                done.complete(null);
              }
            });
    return done;
  }

  /** Does it here. */
  static void run(RecorderParts parts) {
    long fence = parts.consent().pendingPurge();
    if (fence == 0 && !hasLateFiles(parts)) {
      return;
    }
    EngineSettings settings = parts.settings();
    destroyId(parts);
    SessionKeeper.forgetEnded(settings.folders().data());
    if (fence == 0) {
      return;
    }
    if (Files.exists(settings.folders().outboxFile())) {
      try (Outbox outbox =
          Outbox.open(settings.folders().data(), Outbox.Limits.defaults(), settings.clock())) {
        note(parts, fence, outbox.withdraw(fence));
      }
    } else {
      parts.consent().purged(fence);
    }
  }

  // A process that died before it heard of the no leaves its lock, and an id that it made late.
  private static boolean hasLateFiles(RecorderParts parts) {
    Folders folders = parts.settings().folders();
    return parts.consent().isRefused()
        && (Files.exists(folders.installationFile()) || SessionKeeper.hasLocks(folders.data()));
  }

  /** Deletes the id, unless the answer still lets single events leave. */
  static void destroyId(RecorderParts parts) {
    if (!parts.consent().needsId()) {
      Installation.destroy(parts.settings().folders().installationFile());
    }
  }

  static void note(RecorderParts parts, long fence, PurgeReceipt receipt) {
    if (receipt.complete()) {
      parts.consent().purged(fence);
    }
  }
}
