package dev.candor.telemetry.console;

import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.otel.OtlpDestination;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.SealedBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * One request body as it was sealed, and so as it was sent.
 *
 * @param about what the store knows of it
 * @param bytes the body, not compressed
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never changed, never compared
record SentBody(SealedBody about, byte[] bytes) {
  /** Reads all bodies of a store, oldest first. */
  static List<SentBody> read(Path data, Clock clock) {
    try (Outbox outbox = Outbox.open(data, Outbox.Limits.defaults(), clock)) {
      return read(outbox);
    }
  }

  /** Reads all bodies of an open store, oldest first. */
  static List<SentBody> read(Outbox outbox) {
    List<SentBody> bodies = new ArrayList<>();
    for (SealedBody about : outbox.sealed()) {
      outbox.bytes(about.id()).ifPresent(bytes -> bodies.add(new SentBody(about, bytes)));
    }
    return bodies;
  }

  /** Writes bodies into a folder, each named by its number, kind and hash. */
  static void write(List<SentBody> bodies, Path folder) {
    try {
      Files.createDirectories(folder);
      for (SentBody body : bodies) {
        Files.write(folder.resolve(body.fileName()), body.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is for this destination. */
  boolean isFor(String destination) {
    return about.destination().equals(destination);
  }

  /** Whether it holds events; else it holds totals. */
  boolean holdsEvents() {
    return !about.path().endsWith("/metrics");
  }

  String fileName() {
    String kind = holdsEvents() ? "events" : "totals";
    String what = isFor(OtlpDestination.NAME) ? kind : about.destination();
    return "%03d-%s-%s.%s".formatted(about.id(), what, about.sha256().substring(0, 12), ending());
  }

  /** The body as one line, as a preview prints it. */
  String line() {
    return BodyLine.of(new Sealed(about.path(), about.contentType(), bytes, about.itemIds()));
  }

  private String ending() {
    String type = about.contentType();
    return type.contains("json") ? "json" : type.contains("envelope") ? "envelope" : "otlp";
  }
}
