package dev.candor.telemetry.otel;

import dev.candor.telemetry.Event;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.NamedValues;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The door for calls by name. It makes the record that a typed call would have been given, and
 * hands it to the same queue: there is no other way from here to the store. While telemetry is off
 * each call reads one field and returns. Any thread; whatever a caller's map does ends here.
 */
final class OtelNamedTelemetry implements NamedTelemetry {
  private static final String AGENT_USAGE = "agent_usage";
  private static final String VALUE = "value";
  private static final double LONGEST_SECONDS = 1e9;

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
      guard(() -> record(open, word(open, name), Map.of(), params));
    }
  }

  @Override
  public void trackPerformance(String metric, double value, String unit, Map<String, ?> tags) {
    Recording open = gate.recording();
    if (open != null) {
      guard(
          () -> {
            Vocabulary.Word<?> word = word(open, metric);
            Object measured = word == null ? null : measured(word.encoder().schema(), value, unit);
            if (word != null && measured == null) {
              losses.add(Loss.INCOMPLETE);
            } else if (measured != null) {
              record(open, word, Map.of(VALUE, measured), tags);
            }
          });
    }
  }

  @Override
  public void trackAgentUsage(String agentId, String operation, Map<String, ?> metadata) {
    Recording open = gate.recording();
    if (open != null) {
      Map<String, Object> own = new HashMap<>();
      own.put("agent_id", agentId);
      own.put("agent_id_hash", agentId);
      own.put("operation", operation);
      guard(() -> record(open, word(open, AGENT_USAGE), own, metadata));
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
  private Vocabulary.@Nullable Word<?> word(Recording open, @Nullable String name) {
    if (name == null) {
      losses.add(Loss.MISUSE);
      return null;
    }
    Vocabulary.Word<?> word = index().word(name);
    if (word == null) {
      losses.add(Loss.UNLISTED);
      return null;
    }
    if (!open.isOn(word.encoder().type())) {
      open.refuse(word.encoder().type());
      return null;
    }
    return word;
  }

  private void record(
      Recording open,
      Vocabulary.@Nullable Word<?> word,
      Map<String, ?> own,
      @Nullable Map<String, ?> given) {
    if (word == null) {
      return;
    }
    Event event;
    try {
      event =
          word.encoder()
              .decode(
                  new NamedValues(
                      word.encoder().schema(),
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

  /** The number in the type of the component {@code value}, or null if it has no place there. */
  private static @Nullable Object measured(EventSchema schema, double value, String unit) {
    for (AttributeSchema attribute : schema.attributes()) {
      if (attribute.key().equals(VALUE) || attribute.key().equals(schema.name() + "." + VALUE)) {
        if (attribute.kind() == AttributeSchema.Kind.DURATION) {
          return duration(value, unit);
        }
        return attribute.unit().equals(declared(unit)) ? value : null;
      }
    }
    return null;
  }

  private static String declared(@Nullable String unit) {
    return unit == null ? "ms" : unit.equals("1") ? "" : unit;
  }

  private static @Nullable Duration duration(double value, @Nullable String unit) {
    double factor =
        switch (unit == null ? "ms" : unit) {
          case "ns" -> 1e-9;
          case "us", "\u00b5s" -> 1e-6;
          case "ms" -> 1e-3;
          case "s" -> 1;
          case "min" -> 60;
          case "h" -> 3600;
          default -> Double.NaN;
        };
    double seconds = value * factor;
    // Not a number fails the comparison.
    return Math.abs(seconds) <= LONGEST_SECONDS
        ? Duration.ofNanos(Math.round(seconds * 1e9))
        : null;
  }

  private NamedIndex index() {
    NamedIndex made = index;
    if (made == null) {
      made = new NamedIndex(vocabulary);
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
