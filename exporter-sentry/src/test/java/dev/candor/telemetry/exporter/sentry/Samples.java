package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.CandorEvents;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.squid.SquidEvents;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** One item of each event that is registered, with a value for every attribute. */
final class Samples {
  static final String SESSION = "019aa6b6-5f80-7000-8000-0123456789ab";
  static final String INSTALLATION = "6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10";
  static final String ID = "0af7651916cd43dd8448eb211c80319cb7ad6b7169203331";

  /** 2026-11-18T02:53:20Z. */
  static final long START = 1_795_000_000_250_000_000L;

  static final String JAVA_TRACE =
      """
      org.example.lab.ExportException
        at org.example.lab.Exporter.write:120 *
        at org.example.lab.Exporter.run:44 *
        at java.lang.Thread.run:0
      caused by java.nio.file.NoSuchFileException
        at sun.nio.fs.UnixException.translateToIOException:92
        at org.example.lab.Exporter.open:98 *
        ... 12 more""";

  static final String PYTHON_TRACE =
      """
      squid.abc.CameraError
        at control.core.multi_point_worker.acquire:311 *
        at control.camera_toupcam.read_frame:87 *
        at threading._bootstrap_inner:1045
      caused by OSError
        at numpy.core.fromfile:12""";

  private Samples() {}

  /** The events of both catalogues, by name. */
  static List<EventSchema> schemas() {
    return ServiceLoader.load(GeneratedCatalog.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(one -> one.catalog() == CandorEvents.class || one.catalog() == SquidEvents.class)
        .flatMap(one -> one.encoders().stream())
        .<EventSchema>map(EventEncoder::schema)
        .sorted(Comparator.comparing(EventSchema::name))
        .toList();
  }

  static EventItem of(EventSchema schema) {
    Map<String, Object> attributes = new TreeMap<>();
    schema.attributes().forEach(attribute -> put(attribute, attributes));
    attributes.put("session.id", SESSION);
    return item(schema.name(), schema.purpose(), attributes);
  }

  static EventItem error(Map<String, Object> attributes) {
    Map<String, Object> all = new TreeMap<>(attributes);
    all.putIfAbsent("error.type", "org.example.lab.ExportException");
    all.putIfAbsent("exception.stacktrace", JAVA_TRACE);
    all.putIfAbsent("app.error.language", "java");
    all.putIfAbsent("app.error.origin", "handled");
    all.putIfAbsent("app.error.count", 1L);
    all.putIfAbsent("session.id", SESSION);
    return item("app.error", Purpose.DIAGNOSTICS, all);
  }

  static EventItem session(String reason, long seconds) {
    return session(reason, seconds, Map.of());
  }

  static EventItem session(String reason, long seconds, Map<String, Object> more) {
    Map<String, Object> attributes = new TreeMap<>(more);
    attributes.put("session.id", SESSION);
    attributes.put("session.end.reason", reason);
    return EventItem.of(
        ID,
        "session",
        Purpose.USAGE,
        START,
        START + seconds * 1_000_000_000L,
        Status.UNSET,
        attributes,
        resource());
  }

  static EventItem item(String name, Purpose purpose, Map<String, Object> attributes) {
    return EventItem.of(
        ID, name, purpose, START, START + 1_500_000_000L, Status.OK, attributes, resource());
  }

  static EventItem with(EventItem item, String id, Map<String, String> resource) {
    return EventItem.of(
        id,
        item.name(),
        item.purpose(),
        item.startNanos(),
        item.endNanos(),
        item.status(),
        item.attributes(),
        resource);
  }

  static Map<String, String> resource() {
    return Map.of(
        "service.name", "lab",
        "service.version", "1.4.2",
        "deployment.environment.name", "simulation",
        "app.runtime.kind", "gui",
        "os.type", "linux",
        "host.arch", "amd64",
        "process.runtime.version", "17.0.12",
        "telemetry.sdk.name", "candor",
        "telemetry.sdk.language", "java",
        "candor.registry.hash", "00112233");
  }

  private static void put(AttributeSchema attribute, Map<String, Object> into) {
    String key = attribute.key();
    switch (attribute.kind()) {
      case FLAG -> into.put(key, true);
      case INTEGER -> into.put(key, (long) Math.max(1, attribute.min()));
      case DECIMAL, DURATION -> into.put(key, Math.max(1.5, attribute.min()));
      case CONSTANT -> into.put(key, first(attribute));
      case CONSTANTS ->
          into.put(key, String.join(",", attribute.values().stream().limit(2).sorted().toList()));
      case SETTINGS -> {
        into.put(key + ".zoom", 2.5);
        into.put(key + ".dark", true);
      }
      case SETTING -> into.put(key, "true");
      case HASHED -> into.put(key, "0123456789abcdef0123456789abcdef");
      case TEXT -> into.put(key, "a few words");
      case ERROR -> into.putAll(error(Map.of("app.error.trail", "open,move")).attributes());
    }
  }

  private static String first(AttributeSchema attribute) {
    return attribute.values().isEmpty() ? "main" : attribute.values().get(0);
  }
}
