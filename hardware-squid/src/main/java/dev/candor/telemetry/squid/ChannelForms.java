package dev.candor.telemetry.squid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the channels of every generation into one flat form: a table per channel with {@code name}
 * and the keys of {@link SquidSetting}'s channel settings.
 */
final class ChannelForms {
  /** From each generation's word to ours; the nested tables of the newest are looked into. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("Name", "name"),
          Map.entry("name", "name"),
          Map.entry("enabled", "enabled"),
          Map.entry("exposure_time_ms", "exposure_time_ms"),
          Map.entry("exposure_time", "exposure_time_ms"),
          Map.entry("ExposureTime", "exposure_time_ms"),
          Map.entry("gain_mode", "analog_gain"),
          Map.entry("analog_gain", "analog_gain"),
          Map.entry("AnalogGain", "analog_gain"),
          Map.entry("pixel_format", "pixel_format"),
          Map.entry("_PixelFormat", "pixel_format"),
          Map.entry("intensity", "illumination_intensity"),
          Map.entry("illumination_intensity", "illumination_intensity"),
          Map.entry("IlluminationIntensity", "illumination_intensity"),
          Map.entry("z_offset_um", "z_offset_um"),
          Map.entry("z_offset", "z_offset_um"),
          Map.entry("ZOffset", "z_offset_um"),
          Map.entry("RelativeZOffsetUM", "z_offset_um"),
          Map.entry("filter_position", "filter_position"),
          Map.entry("emission_filter_position", "filter_position"),
          Map.entry("EmissionFilterPosition", "filter_position"),
          Map.entry("illumination_iris", "illumination_iris"),
          Map.entry("emission_iris", "emission_iris"),
          Map.entry("confocal", "confocal"));

  private static final List<String> NESTED =
      List.of("camera_settings", "illumination_settings", "confocal_hardware_settings");

  private ChannelForms() {}

  static List<Value> channels(Value content) {
    List<Value> channels = new ArrayList<>();
    content.get("channels").items().forEach(channel -> channels.add(flat(channel)));
    content.get("configurations").items().forEach(channel -> channels.add(flat(channel)));
    content.get("modes").get("mode").items().forEach(channel -> channels.add(flat(channel)));
    if (channels.isEmpty()) {
      byName(content, channels);
    }
    return channels;
  }

  /** {@code channel_settings.json}: the channel's name is the key. */
  private static void byName(Value content, List<Value> channels) {
    content
        .table()
        .forEach(
            (name, settings) -> {
              if (!settings.table().isEmpty()) {
                Map<String, Value> named = new HashMap<>(settings.table());
                named.put("name", new Value.Text(name));
                channels.add(flat(new Value.Table(named)));
              }
            });
  }

  private static Value flat(Value channel) {
    Map<String, Value> settings = new HashMap<>();
    collect(channel, settings);
    NESTED.forEach(key -> collect(channel.get(key), settings));
    return new Value.Table(settings);
  }

  private static void collect(Value table, Map<String, Value> settings) {
    table
        .table()
        .forEach(
            (key, value) -> {
              String word = WORDS.get(key);
              if (word != null) {
                settings.putIfAbsent(word, value);
              }
            });
  }
}
