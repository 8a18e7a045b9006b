package dev.candor.telemetry.exporter.ga4;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Google's rules for one event. It answers 204 to everything and forgets what breaks one of them,
 * so nothing is sealed that does.
 */
final class Ga4Rules {
  private static final Memo<List<String>> EVENT_NAMES = new Memo<>(Ga4Rules::eventName);
  private static final Memo<List<String>> PARAMETER_NAMES = new Memo<>(Ga4Rules::parameterName);

  private Ga4Rules() {}

  /** Returns the rules that an event breaks; never a value. */
  static List<String> broken(Ga4Event event) {
    List<String> broken = new ArrayList<>(EVENT_NAMES.of(event.name()));
    require(event.timestampMicros() > 0, "timestamp_micros: positive", broken);
    require(event.params().size() <= Ga4Limits.PARAMETERS, "parameters: too many", broken);
    event.params().forEach((key, value) -> parameter(key, value, broken));
    known(event.params(), broken);
    return broken;
  }

  private static List<String> eventName(String name) {
    List<String> broken = new ArrayList<>();
    require(Ga4Names.isName(name, Ga4Limits.NAME), "event name: form", broken);
    String lower = name.toLowerCase(Locale.ROOT);
    require(
        lower.equals("page_view") || !Ga4Names.RESERVED_EVENTS.contains(lower),
        "event name: reserved",
        broken);
    require(!Ga4Names.isPrefixed(lower), "event name: reserved prefix", broken);
    return List.copyOf(broken);
  }

  private static void parameter(String name, Object value, List<String> broken) {
    broken.addAll(PARAMETER_NAMES.of(name));
    require(isValue(value, Ga4Limits.ofValue(name)), "parameter value", broken);
  }

  private static List<String> parameterName(String name) {
    List<String> broken = new ArrayList<>();
    require(Ga4Names.isName(name, Ga4Limits.NAME), "parameter name: form", broken);
    String lower = name.toLowerCase(Locale.ROOT);
    require(!Ga4Names.isPrefixed(lower), "parameter name: reserved prefix", broken);
    require(
        lower.equals(Ga4Table.SESSION_ID) || !Ga4Names.IDENTIFYING.contains(lower),
        "parameter name: identifying",
        broken);
    return List.copyOf(broken);
  }

  private static void known(Map<String, Object> params, List<String> broken) {
    require(
        params.containsKey("value") == params.containsKey("currency"),
        "value and currency: both or none",
        broken);
    Object session = params.get(Ga4Table.SESSION_ID);
    require(session == null || isPositive(session), "session_id: positive", broken);
    require(
        params.get(Ga4Table.ENGAGEMENT) instanceof Long time && time > 0,
        "engagement_time_msec: positive",
        broken);
  }

  private static boolean isValue(Object value, int longest) {
    if (value instanceof String text) {
      return !text.isEmpty() && text.length() <= longest;
    }
    return value instanceof Double number
        ? Double.isFinite(number)
        : value instanceof Long whole && Math.abs(whole) <= Ga4Limits.WHOLE;
  }

  private static boolean isPositive(Object value) {
    return value instanceof Long number && number > 0;
  }

  private static void require(boolean kept, String rule, List<String> broken) {
    if (!kept) {
      broken.add(rule);
    }
  }
}
