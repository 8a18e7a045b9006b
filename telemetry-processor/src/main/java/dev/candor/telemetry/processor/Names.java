package dev.candor.telemetry.processor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What events, keys and constants may be called. */
final class Names {
  static final int MAX_EVENT = 40;
  static final int MAX_KEY = 80;

  private static final Pattern DOTTED = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
  private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9%{}/._-]{0,30}");
  private static final Pattern WIRE = Pattern.compile("[a-z][a-z0-9_]*");

  // The first words of OpenTelemetry's conventions and of our own built-in events.
  private static final Set<String> RESERVED_ROOTS =
      Set.of(
          "activity",
          "app",
          "candor",
          "client",
          "cloud",
          "code",
          "deployment",
          "enduser",
          "error",
          "exception",
          "feature",
          "host",
          "http",
          "net",
          "network",
          "os",
          "otel",
          "page",
          "process",
          "server",
          "service",
          "session",
          "telemetry",
          "thread",
          "url",
          "user");

  // Names that an analytics vendor keeps for itself, with dots for underscores.
  private static final Set<String> RESERVED_NAMES =
      Set.of(
          "settings.report",
          "ad.activeview",
          "ad.click",
          "ad.exposure",
          "ad.impression",
          "ad.query",
          "ad.reward",
          "adunit.exposure",
          "click",
          "file.download",
          "first.open",
          "first.visit",
          "form.start",
          "form.submit",
          "in.app.purchase",
          "notification.dismiss",
          "notification.foreground",
          "notification.open",
          "notification.receive",
          "notification.send",
          "screen.view",
          "scroll",
          "video.complete",
          "video.progress",
          "video.start",
          "view.complete",
          "view.search.results");

  private static final List<String> RESERVED_PREFIXES =
      List.of("dynamic_link_", "firebase", "ga_", "google", "gtag", "query_id");

  private Names() {}

  static boolean isDotted(String name) {
    return DOTTED.matcher(name).matches();
  }

  static boolean isUnit(String unit) {
    return UNIT.matcher(unit).matches();
  }

  static boolean isWire(String name) {
    return WIRE.matcher(name).matches();
  }

  /** Tells whether an event name belongs to OpenTelemetry, to the built-in events or a vendor. */
  static boolean isReservedEvent(String name) {
    String spread = name.replace('_', '.');
    String joined = name.replace('.', '_');
    return RESERVED_ROOTS.contains(root(name))
        || RESERVED_NAMES.contains(spread)
        || RESERVED_PREFIXES.stream().anyMatch(joined::startsWith);
  }

  /** Tells whether a key belongs to OpenTelemetry or to the built-in events. */
  static boolean isReservedKey(String key) {
    return RESERVED_ROOTS.contains(root(key)) || key.startsWith("settings.report");
  }

  private static String root(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /**
   * Turns {@code imagesWritten} into {@code images_written}, {@code zStack2D} into {@code
   * z_stack2_d}.
   */
  static String snake(String camel) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(camel.charAt(i - 1))) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }

  static String wire(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }

  /** Turns {@code select_wells} into {@code Select wells}. */
  static String words(String wire) {
    String spaced = wire.replace('_', ' ');
    return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }
}
