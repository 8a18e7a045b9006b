package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.registry.AttributeRule;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.registry.SignalRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** OTLP/JSON requests made from a registry: a value of choice under every key that it knows. */
final class Requests {
  static final List<String> METRIC_TYPES =
      List.of("gauge", "sum", "histogram", "exponentialHistogram", "summary");

  static final String LOGS =
      "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"body\":{\"stringValue\":\"alice\"}}]}]}]}";

  private Requests() {}

  static ObjectNode text(String value) {
    return object().put("stringValue", value);
  }

  static ObjectNode object() {
    return GoldenCollector.JSON.createObjectNode();
  }

  /** One span of each name with each of its keys, and each resource key. */
  static JsonNode spans(Registry registry, Function<AttributeRule, JsonNode> value) {
    ObjectNode request = object();
    ObjectNode resource = request.putArray("resourceSpans").addObject();
    resource.putObject("resource").set("attributes", attributes(registry.spanResource(), value));
    ObjectNode scope = resource.putArray("scopeSpans").addObject();
    scope.putObject("scope").put("name", "candor");
    ArrayNode spans = scope.putArray("spans");
    for (SignalRule rule : registry.spans()) {
      spans
          .addObject()
          .put("traceId", "5b8efff798038103d269b633813fc60c")
          .put("spanId", "eee19b7ec3c1b174")
          .put("name", rule.name())
          .put("kind", 1)
          .put("startTimeUnixNano", "1795000000000000001")
          .put("endTimeUnixNano", "1795000000000000002")
          .set("attributes", attributes(registry.rules(rule.attributes()), value));
    }
    return request;
  }

  /** One point of each metric with each of its labels, as if it were of one type. */
  static JsonNode metrics(
      Registry registry, String type, Function<AttributeRule, JsonNode> value, JsonNode exemplars) {
    ObjectNode request = object();
    ObjectNode resource = request.putArray("resourceMetrics").addObject();
    resource.putObject("resource").set("attributes", attributes(registry.metricResource(), value));
    ObjectNode scope = resource.putArray("scopeMetrics").addObject();
    scope.putObject("scope").put("name", "candor");
    ArrayNode metrics = scope.putArray("metrics");
    for (SignalRule rule : registry.metrics()) {
      ObjectNode metric = metrics.addObject().put("name", rule.name());
      metric.put("unit", rule.shape().unit());
      ObjectNode data = metric.putObject(type);
      if (!type.equals("gauge") && !type.equals("summary")) {
        data.put("aggregationTemporality", 1);
      }
      ObjectNode point = data.putArray("dataPoints").addObject();
      point.put("timeUnixNano", "1795086400000000000");
      point.set("attributes", attributes(registry.rules(rule.attributes()), value));
      if (!type.equals("summary") && !exemplars.isEmpty()) {
        point.set("exemplars", exemplars);
      }
      for (Map.Entry<String, JsonNode> number : numbers(type).properties()) {
        point.set(number.getKey(), number.getValue());
      }
    }
    return request;
  }

  /** A value of each type that an attribute can have on the wire. */
  static Collection<JsonNode> everyType() {
    ObjectNode list = object();
    list.putObject("arrayValue").putArray("values").add(text("manual")).add(list.deepCopy());
    ObjectNode map = object();
    map.putObject("kvlistValue").putArray("values").addObject().put("key", "k");
    return List.of(
        text("manual"),
        text(""),
        text("x".repeat(400)),
        object().put("boolValue", true),
        object().put("intValue", "9223372036854775807"),
        object().put("intValue", "-9223372036854775808"),
        object().put("doubleValue", 1e308),
        object().put("doubleValue", "NaN"),
        object().put("doubleValue", "-Infinity"),
        object().put("bytesValue", "/////w=="),
        list,
        map,
        object());
  }

  private static JsonNode numbers(String type) {
    return switch (type) {
      case "gauge", "sum" -> object().put("asInt", "3");
      default -> object().put("count", "1").put("sum", 2.5);
    };
  }

  private static ArrayNode attributes(
      List<AttributeRule> rules, Function<AttributeRule, JsonNode> value) {
    ArrayNode attributes = GoldenCollector.JSON.createArrayNode();
    for (AttributeRule rule : rules) {
      JsonNode chosen = value.apply(rule);
      if (!chosen.isMissingNode()) {
        attributes.addObject().put("key", rule.key()).set("value", chosen);
      }
    }
    return attributes;
  }
}
