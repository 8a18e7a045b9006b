package dev.candor.telemetry.otel;

import dev.candor.telemetry.Event;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.NamedIndex;
import dev.candor.telemetry.spi.NamedValues;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The door for calls by name. It makes the record that a typed call would have been given, and
 * hands it to the same queue: there is no other way from here to the store. While telemetry is off
 * each call reads one field and returns. Any thread; whatever a caller's map does ends here.
 */
final class OtelNamedTelemetry implements NamedTelemetry {
  private final OtelTelemetry gate;
  private final Vocabulary vocabulary;
  private final Tally losses;
  private final Tally scrubbed;
  private volatile @Nullable NamedIndex index;

  OtelNamedTelemetry(OtelTelemetry gate, RecorderParts parts) {
    this.gate = gate;
    this.vocabulary = parts.vocabulary();
    this.losses = parts.losses();
    this.scrubbed = parts.scrubbed();
  }

  @Override
  public void trackPageView(String path, @Nullable String title) {
    Recording open = gate.recording();
    if (open != null) {
      guard(() -> show(open, index().page(path, title)));
    }
  }

  @Override
  public void trackEvent(String name, Map<String, ?> params) {
    Recording open = gate.recording();
    if (open != null) {
      guard(() -> record(open, event(open, name), Map.of(), params));
    }
  }

  @Override
  public void trackPerformance(String metric, double value, String unit, Map<String, ?> tags) {
    Recording open = gate.recording();
    if (open != null) {
      guard(
          () -> {
            EventEncoder<?> event = event(open, metric);
            Object measured =
                event == null ? null : NamedIndex.measured(event.schema(), value, unit);
            if (event != null && measured == null) {
              losses.add(Loss.INCOMPLETE);
            } else if (measured != null) {
              record(open, event, Map.of(NamedIndex.VALUE, measured), tags);
            }
          });
    }
  }

  @Override
  public void trackAgentUsage(String agentId, String operation, Map<String, ?> metadata) {
    Recording open = gate.recording();
    if (open != null) {
      Map<String, Object> own = NamedIndex.agentUsage(agentId, operation);
      guard(() -> record(open, event(open, NamedIndex.AGENT_USAGE), own, metadata));
    }
  }

  @Override
  public void trackError(
      String type, @Nullable String message, @Nullable String stackTrace, Map<String, ?> context) {
    Recording open = gate.recording();
    if (open == null) {
      return;
    }
    if (type == null && stackTrace == null) {
      losses.add(Loss.MISUSE);
      return;
    }
    open.offer(new Signal.Traced(type, stackTrace, open.now()));
    if (context != null) {
      guard(() -> scrubbed.add("unregistered", context.size()));
    }
  }

  private void show(Recording open, @Nullable Page page) {
    if (page == null) {
      losses.add(Loss.UNLISTED);
    } else {
      open.offer(new Signal.Shown(page, open.now()));
    }
  }

  /** The event of a name if it would be kept now; counts why not. */
  private @Nullable EventEncoder<?> event(Recording open, @Nullable String name) {
    if (name == null) {
      losses.add(Loss.MISUSE);
      return null;
    }
    EventEncoder<?> event = index().event(name);
    if (event == null) {
      losses.add(Loss.UNLISTED);
      return null;
    }
    if (!open.isOn(event.type())) {
      open.refuse(event.type());
      return null;
    }
    return event;
  }

  private void record(
      Recording open,
      @Nullable EventEncoder<?> encoder,
      Map<String, ?> own,
      @Nullable Map<String, ?> given) {
    if (encoder == null) {
      return;
    }
    Event event;
    try {
      event =
          encoder.decode(
              new NamedValues(
                  encoder.schema(),
                  own,
                  Objects.requireNonNullElse(given, Map.of()),
                  scrubbed::add));
    } catch (RuntimeException e) {
      // A component without a value, or a record that refuses what it was given.
      losses.add(Loss.INCOMPLETE);
      return;
    }
    if (event == null) {
      losses.add(Loss.UNLISTED);
    } else {
      open.happened(event);
    }
  }

  private NamedIndex index() {
    NamedIndex made = index;
    if (made == null) {
      made =
          new NamedIndex(
              vocabulary.words().stream().<EventEncoder<?>>map(Vocabulary.Word::encoder).toList(),
              vocabulary.lists());
      index = made;
    }
    return made;
  }

  // A map of the application may throw anything, checked or not.
  private void guard(Runnable call) {
    try {
      call.run();
    } catch (Throwable e) {
      losses.add(Loss.MISUSE);
    }
  }
}
