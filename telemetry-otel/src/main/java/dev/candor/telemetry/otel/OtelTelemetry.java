package dev.candor.telemetry.otel;

import dev.candor.telemetry.Activity;
import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.ErrorReport.Origin;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

/**
 * The gate. While telemetry is off each call reads one field and returns; nothing is made and no
 * clock is read.
 */
final class OtelTelemetry implements Telemetry {
  private static final int MOST_USES = 50;

  private volatile @Nullable Recording recording;

  /** Opens the gate to a recording, or closes it. */
  void open(@Nullable Recording next) {
    recording = next;
  }

  @Nullable Recording recording() {
    return recording;
  }

  @Override
  public void record(Event event) {
    Recording open = recording;
    if (open != null) {
      open.happened(event);
    }
  }

  @Override
  public <E extends Event> Activity<E> begin(Class<E> type) {
    Recording open = recording;
    if (open == null) {
      return Telemetry.noop().begin(type);
    }
    if (!open.isOn(type)) {
      open.refuse(type);
      return Telemetry.noop().begin(type);
    }
    return new OtelActivity<>(this, open, type);
  }

  @Override
  public <E extends Event, T, X extends Throwable> T during(
      Class<E> type, Work<? super Activity<E>, T, X> work) throws X {
    Activity<E> activity = begin(type);
    T result;
    try {
      result = work.run(activity);
    } catch (Throwable e) {
      activity.fail(e);
      throw e;
    }
    activity.close();
    return result;
  }

  @Override
  public boolean isOn(Class<? extends Event> type) {
    Recording open = recording;
    return open != null && open.isOn(type);
  }

  @Override
  public void use(Feature feature, int times) {
    Recording open = recording;
    if (open != null && open.isGiven(feature)) {
      int clamped = Math.max(1, Math.min(times, MOST_USES));
      open.offer(new Signal.Used(feature, clamped, open.now()));
    }
  }

  @Override
  public void page(Page page) {
    Recording open = recording;
    if (open != null && open.isGiven(page)) {
      open.offer(new Signal.Shown(page, open.now()));
    }
  }

  @Override
  public void breadcrumb(Crumb crumb) {
    Recording open = recording;
    if (open != null && open.isGiven(crumb)) {
      open.offer(new Signal.Passed(crumb));
    }
  }

  @Override
  public void error(Throwable error) {
    Recording open = recording;
    if (open != null && open.isGiven(error)) {
      open.offer(new Signal.Failed(error, Origin.HANDLED, open.now()));
    }
  }

  @Override
  public void settings(Settings settings) {
    Recording open = recording;
    if (open != null && open.isGiven(settings)) {
      open.offer(new Signal.Reported(settings, open.now()));
    }
  }

  @Override
  public SourceTelemetry source(SourceSession session) {
    try {
      return new OtelSourceTelemetry(this, new SourceKey(session));
    } catch (RuntimeException e) {
      // No session, or one that cannot be: there is nothing to speak of.
      Recording open = recording;
      if (open != null) {
        open.misuse();
      }
      return OtelSourceTelemetry.NONE;
    }
  }
}
