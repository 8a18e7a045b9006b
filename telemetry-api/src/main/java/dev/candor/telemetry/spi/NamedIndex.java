package dev.candor.telemetry.spi;

import dev.candor.telemetry.Page;
import dev.candor.telemetry.WireNames;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events and pages by their names, of what catalogues list: how an engine and a test kit understand
 * calls of {@link dev.candor.telemetry.NamedTelemetry}. Immutable; any thread. No string that is
 * looked up is kept.
 */
public final class NamedIndex {
  /** The event of {@code trackAgentUsage}. */
  public static final String AGENT_USAGE = "agent_usage";

  /** The component that {@code trackPerformance} gives its number. */
  public static final String VALUE = "value";

  private static final int LONGEST_PATH = 200;
  private static final double LONGEST_SECONDS = 1e9;

  private final Map<String, EventEncoder<?>> events = new HashMap<>();
  private final Map<String, Page> pages = new HashMap<>();

  /**
   * Creates an index.
   *
   * @param encoders of all events; a name of two of them finds neither, it would be a guess
   * @param lists the enums that catalogues list; of these the pages count
   */
  public NamedIndex(Collection<? extends EventEncoder<?>> encoders, Collection<Class<?>> lists) {
    Set<String> shared = new HashSet<>();
    for (EventEncoder<?> encoder : encoders) {
      String name = encoder.schema().name();
      if (events.put(name, encoder) != null) {
        shared.add(name);
      }
    }
    events.keySet().removeAll(shared);
    for (Class<?> list : lists) {
      if (Page.class.isAssignableFrom(list)) {
        for (Object constant : list.getEnumConstants()) {
          pages.putIfAbsent(WireNames.of((Enum<?>) constant), (Page) constant);
        }
      }
    }
  }

  /** The event of a name, or null if there is none. */
  public @Nullable EventEncoder<?> event(String name) {
    return events.get(name);
  }

  /** The page whose name a path is, without query, else a title is; null if there is none. */
  public @Nullable Page page(@Nullable String path, @Nullable String title) {
    Page page = path == null ? null : pages.get(name(path));
    return page == null && title != null ? pages.get(name(title)) : page;
  }

  /** What {@code trackAgentUsage} says itself, beside the metadata. */
  public static Map<String, Object> agentUsage(
      @Nullable String agentId, @Nullable String operation) {
    Map<String, Object> own = new HashMap<>();
    own.put("agent_id", agentId);
    own.put("agent_id_hash", agentId);
    own.put("operation", operation);
    return own;
  }

  /**
   * A number of {@code trackPerformance} in the type of the component {@code value}, or null if it
   * has no place there: no such component, another unit, a duration beyond 30 years.
   */
  public static @Nullable Object measured(EventSchema schema, double value, @Nullable String unit) {
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

  /** Turns {@code /Event-Search/?id=7} into {@code event_search}. */
  private static String name(String path) {
    StringBuilder name = new StringBuilder();
    String folded = path.substring(0, Math.min(path.length(), LONGEST_PATH));
    folded = folded.toLowerCase(Locale.ROOT);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c == '?' || c == '#') {
        break;
      }
      boolean kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean parted = name.isEmpty() || name.charAt(name.length() - 1) == '_';
      if (kept) {
        name.append(c);
      } else if (!parted) {
        name.append('_');
      }
    }
    int length = name.length();
    boolean trails = length > 0 && name.charAt(length - 1) == '_';
    return trails ? name.substring(0, length - 1) : name.toString();
  }
}
