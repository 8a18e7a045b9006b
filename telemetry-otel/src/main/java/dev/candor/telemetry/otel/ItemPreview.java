package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Authority;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.spi.GeneratedCatalog;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Shows what a watched program's events become: the items that would be stored under "everything",
 * with the ids that the wire would carry. Asks for no answer; opens no file, store or connection;
 * starts no thread. For command lines; one thread.
 *
 * <p>A {@code Hashed} value is left out: its key is made only after a yes.
 */
public final class ItemPreview {
  private final SignalEncoder encoder;

  private ItemPreview(SignalEncoder encoder) {
    this.encoder = encoder;
  }

  /**
   * Creates a preview.
   *
   * @param catalogs the built-in catalogue first, then those of the options
   * @param out takes each item as soon as it is told
   */
  public static ItemPreview of(
      TelemetryOptions options, List<GeneratedCatalog> catalogs, Consumer<EventItem> out) {
    EngineSettings settings = new SettingsReader(options, OtelEngine.systemProperties()).read();
    RecorderParts parts =
        new RecorderParts(
            settings,
            new Vocabulary(catalogs),
            new ConsentStore(settings),
            Scrubbing::strict,
            new Tally(),
            new Tally(),
            () -> {},
            new Surroundings());
    Scrubbing scrubbing = parts.scrubbing().create(settings.properties(), settings.variables());
    EventRecorder recorder =
        new EventRecorder(
            parts,
            everything(),
            scrubbing,
            value -> null,
            () -> {
              throw new IllegalStateException("every told event has its own id");
            },
            recorded -> out.accept(recorded.item()));
    return new ItemPreview(
        new SignalEncoder(recorder, scrubbing, parts, new SessionErrors(everything()), ""));
  }

  private static ConsentAnswer everything() {
    Map<Purpose, Switches> purposes = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      purposes.put(purpose, Switches.of(ConsentPreset.EVERYTHING));
    }
    return new ConsentAnswer(State.ANSWERED, Authority.PERSON, 1, purposes);
  }

  /** Opens the door for a watched program; each call gives its item at once. */
  public SourceTelemetry source(SourceSession session) {
    SourceKey key = new SourceKey(session);
    encoder.opened(key);
    return new SourceTelemetry() {
      @Override
      public void record(Event event, Instant start, Instant end, Status status, long sequence) {
        encoder.told(key, event, start, end, status, sequence);
      }

      @Override
      public void error(ErrorReport report, Instant at, long sequence) {
        encoder.toldError(key, report, at, sequence);
      }

      @Override
      public void end(Instant at, SessionEnd reason) {
        encoder.toldEnd(key, at, reason);
      }
    };
  }
}
