package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A canary in every string of an item: all of them, our own constants, and nothing else are the
 * strings of the OpenTelemetry data, wherever they are asked for.
 */
@Tag("P4")
class OtelStringsTest {
  private static final String TRACE = "0123456789abcdef0123456789abcdef";
  private static final String SPAN = "0123456789abcdef";
  private static final Map<String, String> RESOURCE = Map.of("canary.key.r", "canary-r");

  // Constants of the SDK and of ours: the scope, invalid parents, kinds of values.
  private static final Set<String> CONSTANTS =
      Set.of("", "candor", "0000000000000000", "00000000000000000000000000000000", "00", "01");

  @Test
  void span_canaryInEveryString_holdsThoseAndConstantsOnly() {
    EventItem item =
        EventItem.of(
            TRACE + SPAN,
            "canary.name",
            Purpose.USAGE,
            1,
            2,
            Status.ERROR,
            Map.of("canary.key.a", "canary-a", "canary.key.b", true),
            RESOURCE);

    SpanData span;
    try (Scope ignored = stranger()) {
      span = OtelData.span(item, OtelData.resource(RESOURCE, context()));
    }

    assertThat(strings(span, SpanData.class))
        .containsExactlyInAnyOrder(
            "canary.name",
            "canary.key.a",
            "canary-a",
            "canary.key.b",
            "canary.key.r",
            "canary-r",
            OtelData.INSTALLATION_ID,
            "canary-installation",
            TRACE,
            SPAN);
    assertThat(span.getSpanContext().getTraceState().isEmpty()).isTrue();
    assertThat(span.getStatus().getDescription()).isEmpty();
  }

  @Test
  void metrics_canaryInEveryString_holdThoseAndConstantsOnly() {
    CountItem item =
        new CountItem(
            TRACE,
            Purpose.USAGE,
            LocalDate.of(2026, 11, 20),
            List.of(
                point("canary.sum", "canary-unit-s", true, List.of(), List.of()),
                point("canary.part", "canary-unit-p", false, List.of(), List.of()),
                point("canary.histogram", "canary-unit-h", false, List.of(1.0), List.of(1L, 2L))),
            new TreeMap<>(RESOURCE));

    List<MetricData> metrics;
    try (Scope ignored = stranger()) {
      metrics = OtelData.metrics(item);
    }

    TreeSet<String> strings = new TreeSet<>();
    metrics.forEach(metric -> strings.addAll(strings(metric, MetricData.class)));
    assertThat(strings)
        .containsExactlyInAnyOrder(
            "canary.sum",
            "canary-unit-s",
            "canary.part",
            "canary-unit-p",
            "canary.histogram",
            "canary-unit-h",
            "canary.key.l",
            "canary-l",
            "canary.key.r",
            "canary-r",
            OtelData.REPORT_ID,
            TRACE);
  }

  private static CountItem.Point point(
      String metric, String unit, boolean whole, List<Double> bounds, List<Long> buckets) {
    return new CountItem.Point(
        metric,
        unit,
        new TreeMap<>(Map.of("canary.key.l", "canary-l")),
        3,
        3,
        whole,
        bounds,
        buckets);
  }

  private static SealContext context() {
    return new SealContext("canary-installation");
  }

  /** A span of the application that is current meanwhile, with a trace state of its own. */
  private static Scope stranger() {
    return Span.wrap(
            SpanContext.create(
                "ffffffffffffffffffffffffffffffff",
                "ffffffffffffffff",
                TraceFlags.getSampled(),
                TraceState.builder().put("stranger", "stranger").build()))
        .makeCurrent();
  }

  /** All strings that the getters of a type give, and the getters of what those give. */
  private static Set<String> strings(Object root, Class<?> type) {
    TreeSet<String> strings = new TreeSet<>();
    walk(root, type, strings, Collections.newSetFromMap(new IdentityHashMap<>()));
    strings.removeAll(CONSTANTS);
    return strings;
  }

  private static void walk(Object value, Class<?> type, Set<String> strings, Set<Object> seen) {
    if (value instanceof String text) {
      strings.add(text);
    } else if (value instanceof Attributes attributes) {
      attributes.forEach(
          (key, one) -> {
            strings.add(key.getKey());
            walk(one, one.getClass(), strings, seen);
          });
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, one) -> {
            walk(key, key.getClass(), strings, seen);
            walk(one, one.getClass(), strings, seen);
          });
    } else if (value instanceof Collection<?> all) {
      all.forEach(one -> walk(one, one.getClass(), strings, seen));
    } else if (isOpenTelemetry(value) && !(value instanceof Enum<?>) && seen.add(value)) {
      getters(type).forEach(getter -> answer(value, getter, strings, seen));
    }
  }

  private static void answer(Object value, Method getter, Set<String> strings, Set<Object> seen) {
    try {
      Object answer = getter.invoke(value);
      if (answer != null) {
        walk(answer, getter.getReturnType(), strings, seen);
      }
    } catch (InvocationTargetException e) {
      // Data of another type than this getter's.
      assertThat(e.getCause()).isInstanceOf(IllegalStateException.class);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isOpenTelemetry(Object value) {
    String name = value.getClass().getName();
    return name.startsWith("io.opentelemetry.") || name.startsWith("dev.candor.");
  }

  private static List<Method> getters(Class<?> type) {
    Class<?> open = Modifier.isPublic(type.getModifiers()) ? type : publicParent(type);
    return java.util.Arrays.stream(open.getMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !method.getName().matches("toString|hashCode|toBuilder"))
        .toList();
  }

  /** The first interface or class that anybody may call. */
  private static Class<?> publicParent(Class<?> type) {
    for (Class<?> up = type; up != null; up = up.getSuperclass()) {
      if (Modifier.isPublic(up.getModifiers())) {
        return up == Object.class ? type.getInterfaces()[0] : up;
      }
      for (Class<?> one : up.getInterfaces()) {
        if (one.getName().startsWith("io.opentelemetry.")) {
          return one;
        }
      }
    }
    return type;
  }
}
