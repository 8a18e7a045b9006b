package dev.candor.telemetry.otel;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings by name: system properties first ({@code a.b} for {@code A_B}), then the environment. A
 * blank value is none.
 */
record GivenSettings(Map<String, String> properties, Map<String, String> variables) {
  GivenSettings {
    properties = Map.copyOf(properties);
    variables = Map.copyOf(variables);
  }

  @Nullable String text(String setting) {
    String property = properties.get(setting.toLowerCase(Locale.ROOT).replace('_', '.'));
    if (property != null && !property.isBlank()) {
      return property.strip();
    }
    String variable = variables.get(setting);
    return variable == null || variable.isBlank() ? null : variable.strip();
  }

  boolean has(String setting) {
    return text(setting) != null;
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "GivenSettings";
  }
}
