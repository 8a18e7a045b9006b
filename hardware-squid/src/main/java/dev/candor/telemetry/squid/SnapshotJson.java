package dev.candor.telemetry.squid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.WireNames;

/**
 * Writes a snapshot for people to read: {@code ini}, {@code channel_configs}, {@code illumination},
 * {@code laser_af} and {@code cache} with {@code multipoint} and {@code camera}. The schema is the
 * resource {@code snapshot.schema.json} beside this class.
 */
public final class SnapshotJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private SnapshotJson() {}

  /** Returns the snapshot as JSON; parts that were not read are empty. */
  public static String write(ConfigSnapshot snapshot) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("hash", snapshot.hash());
    root.put("unreadable", snapshot.unreadable());
    for (LogicalFile file : LogicalFile.values()) {
      part(root, file);
    }
    snapshot
        .values()
        .forEach(
            (address, value) ->
                put(place(part(root, address.key().file()), address), name(address.key()), value));
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }

  private static ObjectNode part(ObjectNode root, LogicalFile file) {
    return switch (file) {
      case CACHE_MULTIPOINT -> child(child(root, "cache"), "multipoint");
      case CACHE_CAMERA -> child(child(root, "cache"), "camera");
      default -> child(root, WireNames.of(file));
    };
  }

  /** Below its part a value stands under its objective and its channel, where it has them. */
  private static ObjectNode place(ObjectNode part, SettingAddress address) {
    LogicalFile file = address.key().file();
    ObjectNode at = part;
    if (file == LogicalFile.CHANNEL_CONFIGS || file == LogicalFile.LASER_AF) {
      boolean general = address.objective() == ObjectiveName.NONE;
      at = child(at, general ? "general" : WireNames.of(address.objective()));
    }
    if (address.channel() != ChannelName.NONE) {
      String channel = WireNames.of(address.channel());
      at = child(at, address.ordinal() == 0 ? channel : channel + "_" + address.ordinal());
    }
    return at;
  }

  private static ObjectNode child(ObjectNode parent, String name) {
    return parent.withObjectProperty(name);
  }

  private static String name(SquidSetting key) {
    return WireNames.of(key);
  }

  private static void put(ObjectNode place, String name, SettingValue value) {
    Object content = value.value();
    if (content instanceof Boolean flag) {
      place.put(name, flag);
    } else if (content instanceof Double number) {
      place.put(name, number);
    } else {
      place.put(name, value.toString());
    }
  }
}
