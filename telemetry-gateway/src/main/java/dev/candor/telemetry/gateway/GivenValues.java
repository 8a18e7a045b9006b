package dev.candor.telemetry.gateway;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Attributes as they came, for the contract to look at. */
final class GivenValues {
  private GivenValues() {}

  /** The first of a repeated key, as in the Collector. */
  static Map<String, Object> of(List<KeyValue> attributes) {
    Map<String, Object> map = new HashMap<>();
    for (KeyValue attribute : attributes) {
      map.putIfAbsent(attribute.getKey(), value(attribute.getValue()));
    }
    return map;
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      default -> value; // of no kind that a registry knows
    };
  }
}
