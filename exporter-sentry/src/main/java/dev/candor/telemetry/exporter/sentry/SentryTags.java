package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.exporter.OtelData;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sentry.SentryEvent;
import io.sentry.protocol.User;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tags by which errors and messages are found at Sentry: who reports, whether hardware was
 * simulated, and the kinds of a microscope's parts, all from closed lists or grammars; and what the
 * person typed about themselves for Sentry, as it stands.
 */
final class SentryTags {
  /**
   * Whether hardware was simulated; where that is not known, or both were at work, there is none.
   */
  static final String SIMULATION = "simulation_mode";

  /** Attributes of a microscope's parts, which go with its errors. */
  static final String HARDWARE = "device.connect.";

  private static final String HARDWARE_TAG = "hw_";

  private static final AttributeKey<String> ENVIRONMENT =
      AttributeKey.stringKey("deployment.environment.name");

  /** Resource attributes that have a field of their own, or tell Sentry nothing. */
  private static final Set<String> FIELDS =
      Set.of(
          "service.name",
          "service.version",
          "deployment.environment.name",
          "os.type",
          "host.arch",
          "process.runtime.version",
          "candor.registry.hash",
          "telemetry.sdk.name",
          "telemetry.sdk.version",
          "telemetry.sdk.language",
          OtelData.INSTALLATION_ID,
          OtelData.REPORT_ID);

  /** Tags that Sentry takes away or reads as something else. */
  private static final Set<String> RESERVED =
      Set.of(
          "release",
          "dist",
          "user",
          "filename",
          "function",
          "environment",
          "level",
          "logger",
          "server_name",
          "site",
          "transaction",
          "url");

  private SentryTags() {}

  static Map<String, String> of(SpanData span) {
    Map<String, String> tags = new TreeMap<>();
    simulation(span, tags);
    hardware(span.getAttributes(), tags);
    span.getResource()
        .getAttributes()
        .forEach(
            (key, value) -> {
              if (!FIELDS.contains(key.getKey())) {
                put(tags, key.getKey(), value);
              }
            });
    return tags;
  }

  /** Adds what the person typed about themselves and approved for Sentry. */
  static void describe(SentryEvent event, SelfDescription description) {
    tell(event, "institution", description.institution());
    tell(event, "lab", description.lab());
    tell(event, "location", description.location());
    String instrument = description.instrument();
    if (instrument != null) {
      User user = event.getUser() == null ? new User() : event.getUser();
      user.setUsername(instrument);
      event.setUser(user);
    }
  }

  private static void tell(SentryEvent event, String tag, @Nullable String words) {
    String text = words == null ? "" : SentryNames.tagValue(words);
    if (!text.isEmpty()) {
      event.setTag(tag, text);
    }
  }

  /** Returns the tag of a part: {@code device.connect.stage} is {@code hw_stage}. */
  static String hardwareTag(String key) {
    String part = key.substring(HARDWARE.length());
    // The one word that names two things: what a camera is, beside which model.
    return HARDWARE_TAG + (part.equals("camera") ? "camera_type" : part);
  }

  private static void simulation(SpanData span, Map<String, String> tags) {
    String environment = span.getResource().getAttribute(ENVIRONMENT);
    if ("simulation".equals(environment) || "production".equals(environment)) {
      tags.put(SIMULATION, String.valueOf(environment.equals("simulation")));
    }
  }

  private static void hardware(Attributes attributes, Map<String, String> tags) {
    attributes.forEach(
        (key, value) -> {
          if (key.getKey().startsWith(HARDWARE)) {
            put(tags, hardwareTag(key.getKey()), value);
          }
        });
  }

  private static void put(Map<String, String> tags, String key, Object value) {
    String name = SentryNames.tagKey(key);
    String text = SentryNames.tagValue(String.valueOf(value));
    if (!RESERVED.contains(name) && !text.isEmpty()) {
      tags.putIfAbsent(name, text);
    }
  }
}
