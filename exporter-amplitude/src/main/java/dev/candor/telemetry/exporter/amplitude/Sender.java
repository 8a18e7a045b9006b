package dev.candor.telemetry.exporter.amplitude;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.resources.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Amplitude is told of the sender, read from the resource.
 *
 * @param platform the operating system as Amplitude's own SDKs spell it
 * @param version of the application, or empty
 * @param library what made the request
 * @param properties other attributes of the resource that are told, by key; empty ones are not
 */
record Sender(String platform, String version, String library, Map<String, String> properties) {
  /** Properties of the user, by the attribute they come from: set at each start of a session. */
  static final List<Row> USER_ROWS =
      List.of(
          new Row("service.name", "app"),
          new Row("service.version", "app_version"),
          new Row("deployment.environment.name", "environment"),
          new Row("os.type", "os_type"),
          new Row("host.arch", "architecture"),
          new Row("process.runtime.version", "java_version"));

  /** The one that is set once: the first version of this installation. */
  static final Row FIRST = new Row("service.version", "initial_app_version");

  /** Attributes of the resource that stand beside those of every event. */
  static final List<Row> BESIDE_EVERY_EVENT =
      List.of(
          new Row("service.name", "service.name"),
          new Row("deployment.environment.name", "deployment.environment.name"),
          new Row("app.runtime.kind", "runtime"),
          new Row("telemetry.sdk.version", "lib_version"));

  static Sender of(Resource resource) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (List<Row> rows : List.of(USER_ROWS, BESIDE_EVERY_EVENT)) {
      for (Row row : rows) {
        String value = text(resource, row.attribute());
        if (!value.isEmpty()) {
          properties.put(row.attribute(), AmplitudeTexts.cut(value));
        }
      }
    }
    return new Sender(
        platform(text(resource, "os.type")),
        AmplitudeTexts.cut(text(resource, "service.version")),
        library(text(resource, "telemetry.sdk.name"), text(resource, "telemetry.sdk.version")),
        properties);
  }

  Map<String, Object> userProperties() {
    Map<String, Object> user = new LinkedHashMap<>();
    for (Row row : USER_ROWS) {
      String value = properties.get(row.attribute());
      if (value != null) {
        user.put(row.property(), value);
      }
    }
    return user;
  }

  Map<String, Object> firstProperties() {
    String value = properties.get(FIRST.attribute());
    return value == null ? Map.of() : Map.of(FIRST.property(), value);
  }

  private static String platform(String os) {
    return switch (os) {
      case "linux" -> "Linux";
      case "darwin" -> "macOS";
      case "windows" -> "Windows";
      default -> "Other";
    };
  }

  private static String library(String name, String version) {
    String library = name.isEmpty() ? "candor" : name;
    return AmplitudeTexts.cut(version.isEmpty() ? library : library + "/" + version);
  }

  private static String text(Resource resource, String key) {
    String value = resource.getAttribute(AttributeKey.stringKey(key));
    return value == null ? "" : value;
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "Sender";
  }

  /** One property, of the user or of an event. */
  record Row(String attribute, String property) {}
}
