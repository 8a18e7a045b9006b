package dev.candor.telemetry.testkit;

import dev.candor.telemetry.testkit.FakeGa4.Fault;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with one body, by Google's words for it. One use. */
final class Ga4Check {
  private static final int BYTES = 130_000;
  private static final int ENTITIES = 25;
  private static final int NAME = 40;
  private static final Duration WINDOW = Duration.ofDays(3);
  private static final Duration AHEAD = Duration.ofMinutes(15);
  private static final BigInteger WHOLE = BigInteger.ONE.shiftLeft(53);
  private static final Set<String> FIELDS =
      Set.of(
          "client_id",
          "user_id",
          "timestamp_micros",
          "user_properties",
          "consent",
          "non_personalized_ads",
          "user_location",
          "ip_override",
          "device",
          "user_agent",
          "validation_behavior",
          "events");
  private static final Set<String> DEVICE =
      Set.of(
          "category",
          "language",
          "screen_resolution",
          "operating_system",
          "operating_system_version",
          "model",
          "brand",
          "browser",
          "browser_version");

  private final Instant now;
  private final List<Fault> faults = new ArrayList<>();

  private Ga4Check(Instant now) {
    this.now = now;
  }

  /** Returns what is wrong with a body that arrived at that time; nothing if it is good. */
  static List<Fault> of(byte[] body, Instant now) {
    Ga4Check check = new Ga4Check(now);
    check.body(body);
    return check.faults;
  }

  /** Reads an object, or an empty one if it is none. */
  static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private void body(byte[] body) {
    require(body.length < BYTES, "VALUE_OUT_OF_BOUNDS", "");
    try {
      if (JsonTree.read(body) instanceof Map<?, ?> fields) {
        request(fields);
        return;
      }
    } catch (IOException e) {
      // Not JSON, or a name twice.
    }
    faults.add(new Fault("VALUE_INVALID", ""));
  }

  private void request(Map<?, ?> fields) {
    fields.keySet().forEach(name -> require(FIELDS.contains(name), "NAME_INVALID", ""));
    client(fields.get("client_id"));
    if (fields.containsKey("user_id")) {
      require(isText(fields.get("user_id"), 256), "VALUE_INVALID", "user_id");
    }
    if (fields.containsKey("timestamp_micros")) {
      time(fields.get("timestamp_micros"), "timestamp_micros");
    }
    Object ads = fields.get("non_personalized_ads");
    require(ads == null || ads instanceof Boolean, "VALUE_INVALID", "non_personalized_ads");
    consent(fields.get("consent"));
    device(fields.get("device"));
    properties(fields.get("user_properties"));
    Object behavior = fields.get("validation_behavior");
    require(
        behavior == null
            || behavior.equals("RELAXED")
            || behavior.equals("ENFORCE_RECOMMENDATIONS"),
        "VALUE_INVALID",
        "validation_behavior");
    events(fields.get("events"));
  }

  private void client(@Nullable Object id) {
    require(id != null, "VALUE_REQUIRED", "client_id");
    require(
        id == null
            || (id instanceof String text && text.matches("[1-9]\\d{0,18}\\.[1-9]\\d{0,18}")),
        "VALUE_INVALID",
        "client_id");
  }

  private void consent(@Nullable Object consent) {
    require(consent == null || consent instanceof Map, "VALUE_INVALID", "consent");
    object(consent)
        .forEach(
            (name, value) -> {
              require(
                  name.equals("ad_user_data") || name.equals("ad_personalization"),
                  "NAME_INVALID",
                  "consent");
              require(
                  "GRANTED".equals(value) || "DENIED".equals(value), "VALUE_INVALID", "consent");
            });
  }

  private void device(@Nullable Object device) {
    require(device == null || device instanceof Map, "VALUE_INVALID", "device");
    object(device)
        .forEach(
            (name, value) -> {
              require(DEVICE.contains(name), "NAME_INVALID", "device");
              require(value instanceof String, "VALUE_INVALID", "device");
            });
  }

  private void properties(@Nullable Object properties) {
    require(properties == null || properties instanceof Map, "VALUE_INVALID", "user_properties");
    Map<?, ?> given = object(properties);
    require(given.size() <= ENTITIES, "EXCEEDED_MAX_ENTITIES", "user_properties");
    given.forEach(
        (key, wrapped) -> {
          String name = (String) key;
          require(Ga4Names.isForm(name, 24), "NAME_INVALID", "user_properties");
          require(
              !Ga4Names.isPrefixed(name)
                  && !Ga4Names.PROPERTIES.contains(name.toLowerCase(Locale.ROOT)),
              "NAME_RESERVED",
              "user_properties");
          Object value = object(wrapped).get("value");
          require(
              isText(value, 36) || isNumber(value) || value instanceof Boolean,
              "VALUE_INVALID",
              "user_properties");
        });
  }

  private void events(@Nullable Object events) {
    if (!(events instanceof List<?> list)) {
      faults.add(new Fault(events == null ? "VALUE_REQUIRED" : "VALUE_INVALID", "events"));
      return;
    }
    require(!list.isEmpty(), "VALUE_REQUIRED", "events");
    require(list.size() <= ENTITIES, "EXCEEDED_MAX_ENTITIES", "events");
    list.forEach(this::event);
  }

  private void event(@Nullable Object event) {
    require(event instanceof Map, "VALUE_INVALID", "events");
    Map<?, ?> fields = object(event);
    require(
        Set.of("name", "params", "timestamp_micros").containsAll(fields.keySet()),
        "NAME_INVALID",
        "events");
    String name = fields.get("name") instanceof String text ? text : "";
    require(!name.isEmpty(), "VALUE_REQUIRED", "events.name");
    require(Ga4Names.isForm(name, NAME), "NAME_INVALID", "events.name");
    require(
        !Ga4Names.isPrefixed(name) && !Ga4Names.EVENTS.contains(name.toLowerCase(Locale.ROOT)),
        "NAME_RESERVED",
        "events.name");
    if (fields.containsKey("timestamp_micros")) {
      time(fields.get("timestamp_micros"), "events.timestamp_micros");
    }
    require(fields.get("params") instanceof Map, "VALUE_REQUIRED", "events.params");
    params(object(fields.get("params")));
  }

  private void params(Map<?, ?> params) {
    require(params.size() <= ENTITIES, "EXCEEDED_MAX_ENTITIES", "events.params");
    require(
        params.containsKey("value") == params.containsKey("currency"),
        "VALUE_REQUIRED",
        "events.params.currency");
    params.forEach((key, value) -> param((String) key, value));
  }

  private void param(String name, @Nullable Object value) {
    require(Ga4Names.isForm(name, NAME), "NAME_INVALID", "events.params");
    require(
        !Ga4Names.isPrefixed(name) && !Ga4Names.PARAMETERS.contains(name.toLowerCase(Locale.ROOT)),
        "NAME_RESERVED",
        "events.params");
    require(
        isText(value, Ga4Names.LONGER.getOrDefault(name, 100))
            || isNumber(value)
            || value instanceof Boolean,
        "VALUE_INVALID",
        "events.params");
    require(
        !Ga4Names.NUMBERS.contains(name) || value instanceof Number,
        "VALUE_INVALID",
        "events.params." + name);
    require(
        !Ga4Names.TEXTS.contains(name) || value instanceof String,
        "VALUE_INVALID",
        "events.params." + name);
    if (name.equals("session_id")) {
      require(String.valueOf(value).matches("[1-9]\\d*"), "VALUE_INVALID", "session_id");
    }
    if (name.equals("engagement_time_msec")) {
      require(String.valueOf(value).matches("[1-9]\\d*"), "VALUE_INVALID", name);
    }
  }

  private void time(@Nullable Object micros, String field) {
    if (!(micros instanceof Long || micros instanceof Integer)) {
      faults.add(new Fault("VALUE_INVALID", field));
      return;
    }
    Instant at = Instant.ofEpochMilli(((Number) micros).longValue() / 1000);
    require(
        !at.isBefore(now.minus(WINDOW)) && !at.isAfter(now.plus(AHEAD)),
        "VALUE_OUT_OF_BOUNDS",
        field);
  }

  private static boolean isText(@Nullable Object value, int longest) {
    return value instanceof String text && !text.isEmpty() && text.length() <= longest;
  }

  private static boolean isNumber(@Nullable Object value) {
    return value instanceof Number number
        && (number instanceof Double
            || new BigInteger(number.toString()).abs().compareTo(WHOLE) <= 0);
  }

  private void require(boolean kept, String code, String field) {
    if (!kept) {
      faults.add(new Fault(code, field));
    }
  }
}
