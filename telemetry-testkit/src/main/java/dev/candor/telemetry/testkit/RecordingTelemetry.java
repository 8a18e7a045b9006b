package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Activity;
import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.testkit.TelemetryRecorder.ActivityEnd;
import dev.candor.telemetry.testkit.TelemetryRecorder.Told;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Checks and remembers. */
final class RecordingTelemetry implements Telemetry {
  private static final int MOST_USES = 50;

  private final CatalogIndex catalogs;
  private final Recordings recordings;
  private final RecordingConsent consent;
  private final Set<Object> toldKeys = new HashSet<>();

  RecordingTelemetry(CatalogIndex catalogs, Recordings recordings, RecordingConsent consent) {
    this.catalogs = catalogs;
    this.recordings = recordings;
    this.consent = consent;
  }

  @Override
  public void record(Event event) {
    if (passes(event)) {
      recordings.event(event);
    }
  }

  @Override
  public <E extends Event> Activity<E> begin(Class<E> type) {
    catalogs.encoder(type, recordings);
    return new RecordingActivity<>(type);
  }

  @Override
  public <E extends Event, T, X extends Throwable> T during(
      Class<E> type, Work<? super Activity<E>, T, X> work) throws X {
    Activity<E> activity = begin(type);
    try {
      return work.run(activity);
    } catch (Throwable failure) {
      activity.fail(failure);
      throw failure;
    } finally {
      activity.close();
    }
  }

  @Override
  public boolean isOn(Class<? extends Event> type) {
    return consent.allows(catalogs.encoder(type, recordings).schema().purpose());
  }

  @Override
  public void use(Feature feature, int times) {
    require(feature, "a feature");
    catalogs.requireListed(feature, recordings);
    if (consent.allows(Purpose.USAGE)) {
      recordings.use(feature, Math.max(1, Math.min(MOST_USES, times)));
    }
  }

  @Override
  public void page(Page page) {
    require(page, "a page");
    catalogs.requireListed(page, recordings);
    if (consent.allows(Purpose.USAGE)) {
      recordings.page(page);
    }
  }

  @Override
  public void breadcrumb(Crumb crumb) {
    require(crumb, "a breadcrumb");
    catalogs.requireListed(crumb, recordings);
    if (consent.allows(Purpose.DIAGNOSTICS)) {
      recordings.crumb(crumb);
    }
  }

  @Override
  public void error(Throwable error) {
    require(error, "an error");
    if (consent.allows(Purpose.DIAGNOSTICS)) {
      recordings.error(error);
    }
  }

  @Override
  public void settings(Settings settings) {
    require(settings, "settings");
    SchemaCheck.check(settings, catalogs, recordings);
    if (consent.allows(Purpose.ENVIRONMENT)) {
      recordings.settings(settings);
    }
  }

  @Override
  public SourceTelemetry source(SourceSession session) {
    require(session, "a session");
    recordings.source(session);
    return new Source(session);
  }

  /** Remembers an error that is told in words. */
  void report(ErrorReport report) {
    if (consent.allows(Purpose.DIAGNOSTICS)) {
      recordings.report(report);
    }
  }

  /** Forgets what watched programs were told to have done. */
  void forget() {
    synchronized (toldKeys) {
      toldKeys.clear();
    }
  }

  @SuppressWarnings("unchecked") // the encoder is looked up by the event's own class
  private boolean passes(Event event) {
    require(event, "an event");
    EventEncoder<Event> encoder =
        (EventEncoder<Event>) catalogs.encoder(event.getClass(), recordings);
    SchemaCheck.check(encoder, event, catalogs, recordings);
    return consent.allows(encoder.schema().purpose());
  }

  private void require(@Nullable Object value, String what) {
    if (value == null) {
      throw recordings.misuse(what + " must not be null");
    }
  }

  /** Ends once. */
  private final class RecordingActivity<E extends Event> implements Activity<E> {
    private final Class<E> type;
    private final AtomicBoolean ended = new AtomicBoolean();

    RecordingActivity(Class<E> type) {
      this.type = type;
    }

    @Override
    public void complete(E result) {
      if (passes(result) && ended.compareAndSet(false, true)) {
        recordings.end(type, ActivityEnd.COMPLETED);
        recordings.event(result);
      }
      ended.set(true);
    }

    @Override
    public void cancel() {
      end(ActivityEnd.CANCELLED);
    }

    @Override
    public void fail(Throwable error) {
      end(ActivityEnd.FAILED);
    }

    @Override
    public void close() {
      end(ActivityEnd.ABANDONED);
    }

    private void end(ActivityEnd end) {
      if (ended.compareAndSet(false, true) && isOn(type)) {
        recordings.end(type, end);
      }
    }
  }

  /** Remembers each thing once, however often it is told. */
  private final class Source implements SourceTelemetry {
    private final SourceSession session;

    Source(SourceSession session) {
      this.session = session;
    }

    @Override
    public void record(Event event, Instant start, Instant end, Status status, long sequence) {
      if (passes(event) && isNew(event.getClass(), sequence)) {
        recordings.told(
            new Told(event, start, end.isBefore(start) ? start : end, status, sequence));
      }
    }

    @Override
    public void error(ErrorReport report, Instant at, long sequence) {
      require(report, "a report");
      if (consent.allows(Purpose.DIAGNOSTICS) && isNew(ErrorReport.class, sequence)) {
        recordings.report(report);
      }
    }

    @Override
    public void end(Instant at, SessionEnd reason) {
      require(reason, "a reason");
    }

    private boolean isNew(Class<?> kind, long sequence) {
      synchronized (toldKeys) {
        return toldKeys.add(new Key(session.source(), session.run(), kind, sequence));
      }
    }
  }

  /** What the id of an item derives from. */
  private record Key(String source, String run, Class<?> kind, long sequence) {}
}
