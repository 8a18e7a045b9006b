package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SQ-28")
class SnapshotJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode schema = schema();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recordings/config",
        "src/test/resources/squid/allenlab-2026-02",
        "src/test/resources/squid/allenlab-2026-03",
        "src/test/resources/squid/octopi-history-2022-11",
        "src/test/resources/squid/squid-2026-01"
      })
  void write_snapshot_fitsTheSchema(String root) throws IOException {
    JsonNode json = MAPPER.readTree(write(root));

    assertThat(fits(json, schema)).isTrue();
  }

  @Test
  void schema_faultySnapshots_areRefused() throws IOException {
    String json = write("recordings/config");

    assertThat(fits(MAPPER.readTree(json.replace("\"ini\"", "\"home\"")), schema)).isFalse();
    assertThat(fits(MAPPER.readTree(json.replace("\"mono16\"", "\"/home/x\"")), schema)).isFalse();
    assertThat(
            fits(
                MAPPER.readTree(json.replace("\"unreadable\" : 0", "\"unreadable\" : []")), schema))
        .isFalse();
  }

  @Test
  void write_recordedConfiguration_hasTheShape() throws IOException {
    JsonNode json = MAPPER.readTree(write("recordings/config"));

    assertThat(json.at("/ini/camera_type").asText()).isEqualTo("toupcam");
    assertThat(
            json.at("/channel_configs/x20/fluorescence_405_nm_ex/channel_exposure_time_ms")
                .asDouble())
        .isEqualTo(20);
    assertThat(json.at("/channel_configs/general/df_led_matrix/channel_enabled").asBoolean())
        .isTrue();
    assertThat(json.at("/illumination/bf_led_matrix_full/illumination_controller_port").asText())
        .isEqualTo("usb1");
    assertThat(json.at("/cache/camera/camera_cache_pixel_format").asText()).isEqualTo("mono16");
  }

  private static String write(String root) {
    return SnapshotJson.write(SnapshotReader.create().read(Fixtures.MODULE.resolve(root)));
  }

  /** As much of JSON Schema as the schema uses. */
  private boolean fits(JsonNode value, JsonNode rule) {
    if (rule.has("$ref")) {
      return fits(value, schema.at(rule.get("$ref").asText().substring(1)));
    }
    if (rule.has("anyOf")) {
      for (JsonNode each : rule.get("anyOf")) {
        if (fits(value, each)) {
          return true;
        }
      }
      return false;
    }
    return switch (rule.get("type").asText()) {
      case "boolean" -> value.isBoolean();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "string" ->
          value.isTextual() && Pattern.matches(rule.get("pattern").asText(), value.asText());
      default -> value.isObject() && fitsObject(value, rule);
    };
  }

  private boolean fitsObject(JsonNode value, JsonNode rule) {
    for (JsonNode required : rule.path("required")) {
      if (!value.has(required.asText())) {
        return false;
      }
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode known = rule.path("properties").path(field.getKey());
      JsonNode others = rule.path("additionalProperties");
      JsonNode applied = known.isMissingNode() ? others : known;
      if (applied.isBoolean() ? !applied.asBoolean() : !fits(field.getValue(), applied)) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode schema() {
    try (InputStream in = SnapshotJson.class.getResourceAsStream("snapshot.schema.json")) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
