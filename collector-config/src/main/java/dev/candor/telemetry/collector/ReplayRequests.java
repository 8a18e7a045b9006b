package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.scrub.Carrier;
import java.util.Locale;
import java.util.SortedSet;

/**
 * Writes a case as OTLP/JSON, in the carrier that it names: one resource with one span, one point
 * of a metric or one log record. All else is the same for every case.
 */
final class ReplayRequests {
  private static final String TIME = "1795000000000000001";
  private static final String VALUE = "1";

  private final SortedSet<String> registered;

  ReplayRequests(SortedSet<String> registered) {
    this.registered = registered;
  }

  /** The path that takes the carrier. */
  static String path(Carrier carrier) {
    return switch (carrier) {
      case METRIC_ATTRIBUTE -> "/v1/metrics";
      case LOG_BODY -> "/v1/logs";
      default -> "/v1/traces";
    };
  }

  /** The field that holds the elements of a request to that path. */
  static String list(String path) {
    return switch (path) {
      case "/v1/metrics" -> "resourceMetrics";
      case "/v1/logs" -> "resourceLogs";
      default -> "resourceSpans";
    };
  }

  /** The trace id or report id of a case: 32 hexadecimal digits. */
  static String id(long number) {
    return String.format(Locale.ROOT, "c0ffee0000000000%016x", number);
  }

  /** The key that a case is told under: its own, or its carrier's if it has none. */
  static String key(Replay.Case given) {
    return given.key().isEmpty()
        ? given.carrier().name().toLowerCase(Locale.ROOT).replace("exception_", "exception.")
        : given.key();
  }

  ObjectNode element(Replay.Case given, String id) {
    return switch (given.carrier()) {
      case METRIC_ATTRIBUTE -> metric(given, id);
      case LOG_BODY -> log(given, id);
      default -> span(given, id);
    };
  }

  private ObjectNode span(Replay.Case given, String id) {
    ObjectNode element = element(given, id, false);
    ObjectNode span = scoped(element, "scopeSpans").putArray("spans").addObject();
    span.put("traceId", id).put("spanId", id.substring(16)).put("kind", 1);
    span.put("name", given.carrier() == Carrier.SPAN_NAME ? given.text() : ReplayRegistry.SPAN);
    span.put("startTimeUnixNano", TIME).put("endTimeUnixNano", TIME);
    ArrayNode attributes = span.putArray("attributes");
    attribute(attributes, "session.id", "01934a5b-7c8d-7e9f-8a0b-1c2d3e4f5a6b");
    switch (given.carrier()) {
      case ATTRIBUTE_VALUE, CONFIG_VALUE -> values(attributes, given);
      case EXCEPTION_MESSAGE, EXCEPTION_STACKTRACE -> {
        values(attributes, given);
        attribute(event(span, "exception").putArray("attributes"), key(given), given.text());
      }
      case ATTRIBUTE_KEY -> attribute(attributes, given.text(), VALUE);
      case STATUS_DESCRIPTION ->
          span.putObject("status").put("code", 2).put("message", given.text());
      case EVENT_NAME -> event(span, given.text());
      default -> {
        // The name of the span, or the resource.
      }
    }
    return element;
  }

  private void values(ArrayNode attributes, Replay.Case given) {
    String key = key(given);
    attribute(attributes, key, given.text());
    if (!registered.contains(key)) {
      attribute(attributes, ReplayRegistry.TEXT, given.text());
    }
  }

  private static ObjectNode event(ObjectNode span, String name) {
    return span.putArray("events").addObject().put("timeUnixNano", TIME).put("name", name);
  }

  private static ObjectNode metric(Replay.Case given, String id) {
    ObjectNode element = element(given, id, true);
    ObjectNode metric = scoped(element, "scopeMetrics").putArray("metrics").addObject();
    metric.put("name", ReplayRegistry.METRIC).put("unit", ReplayRegistry.UNIT);
    ObjectNode sum = metric.putObject("sum").put("aggregationTemporality", 1);
    ObjectNode point = sum.put("isMonotonic", true).putArray("dataPoints").addObject();
    point.put("startTimeUnixNano", TIME).put("timeUnixNano", TIME).put("asInt", "1");
    attribute(point.putArray("attributes"), key(given), given.text());
    return element;
  }

  private static ObjectNode log(Replay.Case given, String id) {
    ObjectNode element = element(given, id, false);
    ObjectNode log = scoped(element, "scopeLogs").putArray("logRecords").addObject();
    log.put("timeUnixNano", TIME).put("traceId", id).put("spanId", id.substring(16));
    log.putObject("body").put("stringValue", given.text());
    return element;
  }

  private static ObjectNode element(Replay.Case given, String id, boolean report) {
    ObjectNode element = CollectorPassage.JSON.createObjectNode();
    ArrayNode attributes = element.putObject("resource").putArray("attributes");
    attribute(attributes, "service.name", Replay.SERVICE);
    if (report) {
      attribute(attributes, Registry.REPORT_ID, id);
    }
    if (given.carrier() == Carrier.RESOURCE_ATTRIBUTE) {
      attribute(attributes, key(given), given.text());
    }
    return element;
  }

  private static ObjectNode scoped(ObjectNode element, String list) {
    ObjectNode scoped = element.putArray(list).addObject();
    scoped.putObject("scope").put("name", Replay.SERVICE);
    return scoped;
  }

  private static void attribute(ArrayNode attributes, String key, String value) {
    attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
  }
}
