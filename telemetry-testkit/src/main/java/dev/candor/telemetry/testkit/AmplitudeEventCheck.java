package dev.candor.telemetry.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Amplitude's rules for one event. Tells each fault by its kind and the field it is in. */
final class AmplitudeEventCheck {
  /** What an answer calls a kind of fault. */
  enum Kind {
    INVALID("events_with_invalid_fields"),
    MISSING("events_with_missing_fields"),
    ID_LENGTH("events_with_invalid_id_lengths");

    final String list;

    Kind(String list) {
      this.list = list;
    }
  }

  private static final int SHORTEST_ID = 5;
  private static final int DEEPEST = 40;
  private static final String PROPERTIES = "user_properties";
  private static final Set<String> REFUSED_IDS =
      Set.of(
          "anonymous",
          "nil",
          "none",
          "null",
          "n/a",
          "na",
          "undefined",
          "unknown",
          "empty",
          "{}",
          "lmy47d",
          "0",
          "-1",
          "00000000-0000-0000-0000-000000000000");
  private static final Set<String> INTERNAL =
      Set.of(
          "[Amplitude] Start Session",
          "[Amplitude] End Session",
          "[Amplitude] Revenue",
          "[Amplitude] Revenue (Verified)",
          "[Amplitude] Revenue (Unverified)",
          "[Amplitude] Merged User");
  private static final Set<String> SPECIAL = Set.of("$identify", "$groupidentify");
  private static final Set<String> OPERATORS =
      Set.of(
          "$set",
          "$setOnce",
          "$add",
          "$append",
          "$prepend",
          "$unset",
          "$preInsert",
          "$postInsert",
          "$remove",
          "$clearAll");
  private static final Set<String> TEXTS =
      Set.of(
          "app_version",
          "platform",
          "os_name",
          "os_version",
          "device_brand",
          "device_manufacturer",
          "device_model",
          "carrier",
          "country",
          "region",
          "city",
          "dma",
          "language",
          "productId",
          "revenueType",
          "ip",
          "library",
          "user_agent");
  private static final Set<String> NUMBERS =
      Set.of("price", "revenue", "location_lat", "location_lng");
  private static final Set<String> PLAN = Set.of("branch", "source", "version", "versionId");
  private static final int GROUP_TYPES = 5;
  private static final int GROUP_VALUES = 10;

  private final Map<?, ?> event;
  private final int shortestId;
  private final BiConsumer<Kind, String> faults;

  private AmplitudeEventCheck(Map<?, ?> event, int shortestId, BiConsumer<Kind, String> faults) {
    this.event = event;
    this.shortestId = shortestId;
    this.faults = faults;
  }

  /**
   * Checks one event.
   *
   * @param minIdLength {@code min_id_length} of the request, or null
   */
  static void check(
      @Nullable Object event, @Nullable Integer minIdLength, BiConsumer<Kind, String> faults) {
    if (!(event instanceof Map<?, ?> map)) {
      faults.accept(Kind.INVALID, "events");
      return;
    }
    new AmplitudeEventCheck(map, minIdLength == null ? SHORTEST_ID : minIdLength, faults).check();
  }

  private void check() {
    type();
    ids();
    whole("time", 1);
    whole("session_id", -1);
    whole("event_id", 0);
    if (event.containsKey("insert_id") && !isText(event.get("insert_id"))) {
      invalid("insert_id");
    }
    for (Map.Entry<?, ?> field : event.entrySet()) {
      String name = String.valueOf(field.getKey());
      if ((TEXTS.contains(name) && !(field.getValue() instanceof String))
          || (NUMBERS.contains(name) && !(field.getValue() instanceof Number))) {
        invalid(name);
      }
    }
    object("event_properties");
    object(PROPERTIES);
    operators();
    groups();
    plan();
  }

  private void type() {
    if (!(event.get("event_type") instanceof String type) || type.isBlank()) {
      faults.accept(Kind.MISSING, "event_type");
    } else if (INTERNAL.contains(type) || (type.startsWith("$") && !SPECIAL.contains(type))) {
      invalid("event_type");
    }
  }

  private void ids() {
    if (event.get("user_id") == null && event.get("device_id") == null) {
      faults.accept(Kind.MISSING, "device_id");
    }
    id("user_id");
    id("device_id");
  }

  private void id(String field) {
    Object id = event.get(field);
    if (id == null) {
      return;
    }
    if (!(id instanceof String text) || REFUSED_IDS.contains(text.toLowerCase(Locale.ROOT))) {
      invalid(field);
    } else if (text.length() < shortestId) {
      faults.accept(Kind.ID_LENGTH, field);
    }
  }

  private void whole(String field, long least) {
    Object value = event.get(field);
    boolean fits =
        (value instanceof Integer small && small >= least)
            || (value instanceof Long large && large >= least);
    if (event.containsKey(field) && !fits) {
      invalid(field);
    }
  }

  private void object(String field) {
    Object value = event.get(field);
    if (event.containsKey(field) && (!(value instanceof Map) || depth(value) > DEEPEST)) {
      invalid(field);
    }
  }

  private void operators() {
    if (!(event.get(PROPERTIES) instanceof Map<?, ?> properties)) {
      return;
    }
    long operators =
        properties.keySet().stream().filter(key -> key.toString().startsWith("$")).count();
    boolean unknown =
        properties.keySet().stream()
            .anyMatch(key -> key.toString().startsWith("$") && !OPERATORS.contains(key));
    boolean identify = SPECIAL.contains(event.get("event_type"));
    boolean mixed = operators > 0 && operators < properties.size();
    if (unknown || mixed || (identify && operators < properties.size())) {
      invalid(PROPERTIES);
    }
  }

  private void groups() {
    object("groups");
    if (event.get("groups") instanceof Map<?, ?> groups) {
      long values =
          groups.values().stream()
              .mapToLong(value -> value instanceof List<?> list ? list.size() : 1)
              .sum();
      if (groups.size() > GROUP_TYPES || values > GROUP_VALUES) {
        invalid("groups");
      }
    }
  }

  private void plan() {
    object("plan");
    if (event.get("plan") instanceof Map<?, ?> plan && !PLAN.containsAll(plan.keySet())) {
      invalid("plan");
    }
  }

  private void invalid(String field) {
    faults.accept(Kind.INVALID, field);
  }

  private static boolean isText(@Nullable Object value) {
    return value instanceof String text && !text.isBlank();
  }

  private static int depth(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return 1 + map.values().stream().mapToInt(AmplitudeEventCheck::depth).max().orElse(0);
    }
    if (value instanceof List<?> list) {
      return 1 + list.stream().mapToInt(AmplitudeEventCheck::depth).max().orElse(0);
    }
    return 0;
  }
}
