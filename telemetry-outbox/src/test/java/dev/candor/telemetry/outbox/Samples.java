package dev.candor.telemetry.outbox;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.EventItem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Items, batches and answers for tests. */
final class Samples {
  static final Map<String, String> RESOURCE = Map.of("service.name", "lab");

  private Samples() {}

  static EventItem event(Purpose purpose, int number, Clock clock, String text) {
    long nanos = clock.millis() * 1_000_000;
    return EventItem.of(
        id(number),
        "imaging.run",
        purpose,
        nanos,
        nanos,
        Status.OK,
        Map.of("imaging.run.mode", text),
        RESOURCE);
  }

  /** One of which no row can be made. */
  static EventItem withoutJson() {
    return EventItem.of(
        id(1), "x", Purpose.USAGE, 0, 0, Status.OK, Map.of("a", Double.NaN), RESOURCE);
  }

  static String id(int number) {
    return String.format("%048x", number);
  }

  static Batch events(long grant, int from, int to, Clock clock) {
    return events(grant, Purpose.USAGE, from, to, clock);
  }

  static Batch events(long grant, Purpose purpose, int from, int to, Clock clock) {
    List<Batch.Entry> entries = new ArrayList<>();
    for (int i = from; i < to; i++) {
      entries.add(new Batch.Entry(event(purpose, i, clock, "select_wells"), true, false));
    }
    return new Batch(grant, entries, List.of());
  }

  static Increment step(LocalDate day, double value, boolean sendable) {
    return new Increment(
        Purpose.USAGE,
        day,
        "imaging.run.count",
        "{event}",
        new TreeMap<>(Map.of("outcome", "completed")),
        value,
        true,
        List.of(),
        sendable,
        new TreeMap<>(RESOURCE));
  }

  /** An answer that tests change. */
  static final class Answer implements SendPolicy {
    final Map<Purpose, Send> sends = new EnumMap<>(Purpose.class);
    volatile @Nullable String installationId = "installation";
    volatile SelfDescription description = SelfDescription.none();

    Answer(Send send) {
      all(send);
    }

    synchronized void all(Send send) {
      for (Purpose purpose : Purpose.values()) {
        sends.put(purpose, send);
      }
    }

    synchronized void set(Purpose purpose, Send send) {
      sends.put(purpose, send);
    }

    @Override
    public synchronized Send allows(Purpose purpose) {
      return sends.get(purpose);
    }

    @Override
    public @Nullable String installationId() {
      return installationId;
    }

    @Override
    public SelfDescription description(String destination) {
      return description;
    }
  }
}
