package dev.candor.telemetry.exporter;

import dev.candor.telemetry.VendorName;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The names that an application gave its events and their attributes at one vendor. A vendor's
 * mapping sees spans under these names, and leaves a name that fits as it is.
 *
 * <p>A name that breaks the vendor's rules, is that of a built-in event, or stands twice, is left
 * out and counted: then the mapping makes a name, as it does for all others. Immutable, for any
 * thread.
 */
public final class EventNames {
  private static final EventNames NONE = new EventNames(Map.of(), 0);
  private static final int LONGEST = 100;

  // Vendors have rows of their own for these; a test holds them against the catalogue.
  private static final Set<String> BUILT_IN =
      Set.of(
          "session.start", "session", "feature.use", "page.view", "app.error", "settings.report");

  private final Map<String, Names> events;
  private final int leftOut;

  private EventNames(Map<String, Names> events, int leftOut) {
    this.events = Map.copyOf(events);
    this.leftOut = leftOut;
  }

  /** No names: every mapping makes them. */
  public static EventNames none() {
    return NONE;
  }

  /**
   * Returns the names at one vendor.
   *
   * @param given of any vendors, in their order
   * @param fitsEvent whether the vendor takes it as the name of an event
   * @param fitsAttribute whether the vendor takes it as the name of an attribute
   */
  public static EventNames of(
      String vendor,
      List<VendorName> given,
      Predicate<String> fitsEvent,
      Predicate<String> fitsAttribute) {
    Map<String, Names> events = new HashMap<>();
    Set<String> taken = new HashSet<>();
    int leftOut = 0;
    for (VendorName one : given) {
      if (!one.vendor().equals(vendor)) {
        continue;
      }
      boolean ofEvent = one.key().isEmpty();
      boolean fits =
          isPrintable(one.name())
              && !BUILT_IN.contains(one.event())
              && (ofEvent
                  ? isFree(one.name()) && fitsEvent.test(one.name())
                  : fitsAttribute.test(one.name()));
      String place = ofEvent ? one.name() : one.event() + "=" + one.name();
      if (fits && taken.add(place)) {
        events.computeIfAbsent(one.event(), event -> new Names()).add(one);
      } else {
        leftOut++;
      }
    }
    return new EventNames(events, leftOut);
  }

  /** One to a hundred printable characters of ASCII, without outer blanks. */
  private static boolean isPrintable(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && name.strip().equals(name)
        && name.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private static boolean isFree(String name) {
    return !BUILT_IN.contains(name.toLowerCase(Locale.ROOT));
  }

  /** How many names do not fit. */
  public int leftOut() {
    return leftOut;
  }

  /** Returns the span under the vendor's names; the same one where there are none. */
  SpanData named(SpanData span) {
    Names names = events.get(span.getName());
    return names == null ? span : new Renamed(span, names);
  }

  /** Of one event. */
  private static final class Names {
    private @Nullable String event;
    private final Map<String, String> attributes = new HashMap<>();

    void add(VendorName one) {
      if (one.key().isEmpty()) {
        event = one.name();
      } else {
        attributes.put(one.key(), one.name());
      }
    }
  }

  private static final class Renamed extends DelegatingSpanData {
    private final String name;
    private final Attributes attributes;

    Renamed(SpanData span, Names names) {
      super(span);
      name = names.event == null ? span.getName() : names.event;
      attributes = renamed(span.getAttributes(), names.attributes);
    }

    /** A name that another attribute of the event has as its key would hide that one. */
    @SuppressWarnings("unchecked") // the value is of the key's type
    private static Attributes renamed(Attributes given, Map<String, String> names) {
      Set<String> keys = new HashSet<>();
      given.forEach((key, value) -> keys.add(key.getKey()));
      AttributesBuilder renamed = Attributes.builder();
      given.forEach(
          (key, value) -> {
            String name = names.get(key.getKey());
            if (name == null || keys.contains(name)) {
              renamed.put((AttributeKey<Object>) key, value);
            } else {
              OtelData.put(renamed, name, value);
            }
          });
      return renamed.build();
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public Attributes getAttributes() {
      return attributes;
    }
  }
}
