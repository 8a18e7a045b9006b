package dev.candor.telemetry.console;

import dev.candor.telemetry.Activity;
import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.Telemetry;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what a watched program tells, on its way to the real door: the first column of the ledger,
 * counted by nobody who could lose something.
 */
final class Told implements Telemetry {
  private final Telemetry door;
  private final AtomicLong events = new AtomicLong();

  Told(Telemetry door) {
    this.door = door;
  }

  /** Events told so far; a session tells one at its start and one at its end. */
  long events() {
    return events.get();
  }

  @Override
  public SourceTelemetry source(SourceSession session) {
    events.incrementAndGet();
    SourceTelemetry source = door.source(session);
    return new SourceTelemetry() {
      @Override
      public void record(Event event, Instant start, Instant end, Status status, long sequence) {
        events.incrementAndGet();
        source.record(event, start, end, status, sequence);
      }

      @Override
      public void error(ErrorReport report, Instant at, long sequence) {
        events.incrementAndGet();
        source.error(report, at, sequence);
      }

      @Override
      public void end(Instant at, SessionEnd reason) {
        events.incrementAndGet();
        source.end(at, reason);
      }
    };
  }

  @Override
  public void record(Event event) {
    events.incrementAndGet();
    door.record(event);
  }

  @Override
  public <E extends Event> Activity<E> begin(Class<E> type) {
    events.incrementAndGet();
    return door.begin(type);
  }

  @Override
  public <E extends Event, T, X extends Throwable> T during(
      Class<E> type, Work<? super Activity<E>, T, X> work) throws X {
    events.incrementAndGet();
    return door.during(type, work);
  }

  @Override
  public boolean isOn(Class<? extends Event> type) {
    return door.isOn(type);
  }

  @Override
  public void use(Feature feature, int times) {
    events.incrementAndGet();
    door.use(feature, times);
  }

  @Override
  public void page(Page page) {
    events.incrementAndGet();
    door.page(page);
  }

  @Override
  public void breadcrumb(Crumb crumb) {
    door.breadcrumb(crumb);
  }

  @Override
  public void error(Throwable error) {
    events.incrementAndGet();
    door.error(error);
  }

  @Override
  public void settings(Settings settings) {
    events.incrementAndGet();
    door.settings(settings);
  }
}
