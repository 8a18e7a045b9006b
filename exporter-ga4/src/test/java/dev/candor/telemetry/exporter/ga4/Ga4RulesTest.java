package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Ga4RulesTest {
  @Test
  void broken_goodEvent_isNothing() {
    assertThat(Ga4Rules.broken(event("lab_test", Map.of("session_id", 1L, "a", "b", "c", 1.5))))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void broken_badEvent_namesTheRule(String rule, Ga4Event event) {
    assertThat(Ga4Rules.broken(event)).contains(rule);
  }

  static Stream<Arguments> bad() {
    Map<String, Object> many = new HashMap<>();
    for (int i = 0; i < 25; i++) {
      many.put("p" + i, 1L);
    }
    return Stream.of(
        arguments("event name: form", event("lab.test", Map.of())),
        arguments("event name: form", event("", Map.of())),
        arguments("event name: form", event("n".repeat(41), Map.of())),
        arguments("event name: reserved", event("error", Map.of())),
        arguments("event name: reserved", event("First_Open", Map.of())),
        arguments("event name: reserved prefix", event("ga_x", Map.of())),
        arguments(
            "timestamp_micros: positive",
            new Ga4Event("lab_test", 0, Map.of("engagement_time_msec", 1L))),
        arguments("parameters: too many", event("lab_test", many)),
        arguments("parameter name: form", event("lab_test", Map.of("a.b", 1L))),
        arguments("parameter name: reserved prefix", event("lab_test", Map.of("google_a", 1L))),
        arguments("parameter name: identifying", event("lab_test", Map.of("user_id", "u"))),
        arguments("parameter value", event("lab_test", Map.of("a", "v".repeat(101)))),
        arguments("parameter value", event("lab_test", Map.of("a", ""))),
        arguments("parameter value", event("lab_test", Map.of("a", Double.NaN))),
        arguments("parameter value", event("lab_test", Map.of("a", (1L << 53) + 1))),
        arguments("parameter value", event("lab_test", Map.of("a", true))),
        arguments("value and currency: both or none", event("lab_test", Map.of("value", 1L))),
        arguments("session_id: positive", event("lab_test", Map.of("session_id", "a-b"))),
        arguments(
            "engagement_time_msec: positive",
            event("lab_test", Map.of("engagement_time_msec", 0L))),
        arguments("engagement_time_msec: positive", new Ga4Event("lab_test", 1, Map.of())));
  }

  private static Ga4Event event(String name, Map<String, Object> params) {
    Map<String, Object> all = new HashMap<>(Map.of("engagement_time_msec", 1L));
    all.putAll(params);
    return new Ga4Event(name, 1, all);
  }
}
