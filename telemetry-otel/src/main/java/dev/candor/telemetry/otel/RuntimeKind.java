package dev.candor.telemetry.otel;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How people meet this process, as the resource attribute {@code app.runtime.kind} names it. */
enum RuntimeKind {
  /** It may open windows. */
  GUI,
  /** It is started by hand or by a script, without a display. */
  CLI,
  /** A service manager or an orchestrator keeps it running. */
  SERVICE;

  /** What service managers and orchestrators leave in the environment of what they start. */
  private static final String[] MANAGED = {
    "INVOCATION_ID", "NOTIFY_SOCKET", "KUBERNETES_SERVICE_HOST", "ECS_CONTAINER_METADATA_URI_V4"
  };

  /**
   * What is to be seen from outside; touches no file and no class of a toolkit.
   *
   * <p>A display makes a window possible, not certain: a command-line program that is started on a
   * desktop says so by its setting.
   */
  static RuntimeKind detect(Map<String, String> properties, Map<String, String> environment) {
    if (hasDisplay(properties, environment)) {
      return GUI;
    }
    if (isGiven(environment, "TERM")) {
      return CLI;
    }
    for (String name : MANAGED) {
      if (isGiven(environment, name)) {
        return SERVICE;
      }
    }
    return CLI;
  }

  /** Returns the kind of that name, or null. */
  static @Nullable RuntimeKind named(String name) {
    for (RuntimeKind kind : values()) {
      if (kind.wireName().equals(name.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    return null;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean hasDisplay(
      Map<String, String> properties, Map<String, String> environment) {
    String headless = properties.get("java.awt.headless");
    if (headless != null && !headless.isBlank()) {
      return !Boolean.parseBoolean(headless.strip());
    }
    return switch (OsType.of(properties)) {
      // Windows names the session of whoever sits before it, and gives none to a service.
      case WINDOWS -> isGiven(environment, "SESSIONNAME");
      case DARWIN -> !isGiven(environment, "SSH_CONNECTION");
      case LINUX, OTHER ->
          isGiven(environment, "DISPLAY") || isGiven(environment, "WAYLAND_DISPLAY");
    };
  }

  private static boolean isGiven(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value != null && !value.isBlank();
  }
}
