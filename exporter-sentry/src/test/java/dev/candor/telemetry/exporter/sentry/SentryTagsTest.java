package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.spi.AttributeSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which tags an error is found at Sentry. */
class SentryTagsTest {
  @Test
  @Tag("SQ-74")
  void event_errorOfAMicroscope_hasItsPartsAsTags() {
    Map<String, String> tags =
        tags(
            Samples.error(
                Map.of(
                    "device.connect.camera", "toupcam",
                    "device.connect.camera_model", "itr3cmos26000kma",
                    "device.connect.stage", "cephla",
                    "device.connect.addons", "fluidics,laser_autofocus",
                    "settings.report.zoom", 3L)));

    assertThat(tags)
        .isEqualTo(
            Map.of(
                "app.runtime.kind", "gui",
                "simulation_mode", "true",
                "hw_camera_type", "toupcam",
                "hw_camera_model", "itr3cmos26000kma",
                "hw_stage", "cephla",
                "hw_addons", "fluidics,laser_autofocus"));
  }

  @Test
  @Tag("SQ-74")
  void event_everyPartAtItsLongest_isATagThatSentryTakes() {
    Map<String, Object> parts = new TreeMap<>();
    Samples.schemas().stream()
        .filter(schema -> schema.name().equals("device.connect"))
        .flatMap(schema -> schema.attributes().stream())
        .forEach(part -> parts.put(part.key(), longest(part)));

    Map<String, String> tags = tags(Samples.error(parts));

    Map<String, String> expected = new TreeMap<>();
    parts.forEach((key, value) -> expected.put(SentryTags.hardwareTag(key), value.toString()));
    assertThat(expected.keySet()).allMatch(key -> key.matches("hw_[a-z_]{1,29}"));
    assertThat(expected.values()).isNotEmpty().allMatch(value -> value.length() <= 200);
    assertThat(tags).containsAllEntriesOf(expected);
  }

  @ParameterizedTest
  @Tag("SQ-74")
  @CsvSource({"simulation, true", "production, false", "mixed,", "unknown,"})
  void event_environment_tellsWhetherItWasSimulated(String environment, String tag) {
    Map<String, String> resource = new TreeMap<>(Samples.resource());
    resource.put("deployment.environment.name", environment);
    EventItem error = Samples.error(Map.of());

    assertThat(tags(Samples.with(error, error.id(), resource)).get("simulation_mode"))
        .isEqualTo(tag);
  }

  private static Map<String, String> tags(EventItem error) {
    return SentryTags.of(OtelData.spans(List.of(error), new SealContext(null)).get(0));
  }

  private static String longest(AttributeSchema part) {
    return part.kind() == AttributeSchema.Kind.CONSTANTS
        ? String.join(",", part.values())
        : part.values().stream().max(Comparator.comparing(String::length)).orElseThrow();
  }
}
