package dev.candor.telemetry.squid;

import dev.candor.telemetry.SettingValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Finds the settings of the closed list in one file, in the forms of every generation. */
final class SettingsFinder {
  private static final Map<LogicalFile, List<SquidSetting>> BY_FILE = byFile();

  private final ObjectiveName objective;
  private final BiConsumer<SettingAddress, SettingValue> found;

  SettingsFinder(ObjectiveName objective, BiConsumer<SettingAddress, SettingValue> found) {
    this.objective = objective;
    this.found = found;
  }

  void find(LogicalFile file, Value content) {
    switch (file) {
      case INI -> sections(file, content);
      case CHANNEL_CONFIGS -> ChannelForms.channels(content).forEach(new ChannelSettings(file));
      case ILLUMINATION -> {
        content.get("channels").items().forEach(new ChannelSettings(file));
        ports(content);
      }
      case LASER_AF, CACHE_MULTIPOINT -> keys(file).forEach(key -> take(key, content));
      case CACHE_CAMERA -> {
        List<Value> binning = content.get("binning").items();
        if (binning.size() == 2) {
          put(SquidSetting.CAMERA_CACHE_BINNING_X, binning.get(0));
          put(SquidSetting.CAMERA_CACHE_BINNING_Y, binning.get(1));
        }
        take(SquidSetting.CAMERA_CACHE_PIXEL_FORMAT, content);
      }
    }
  }

  private void sections(LogicalFile file, Value content) {
    for (SquidSetting key : keys(file)) {
      take(key, content.get(key.section()));
    }
  }

  private void ports(Value content) {
    for (SquidSetting key : keys(LogicalFile.ILLUMINATION)) {
      if (!key.section().equals("channel")) {
        take(key, content.get(key.section()));
      }
    }
  }

  private void take(SquidSetting key, Value table) {
    if (table.table().containsKey(key.key())) {
      put(key, table.get(key.key()));
    }
  }

  private void put(SquidSetting key, Value value) {
    found.accept(
        new SettingAddress(objective, ChannelName.NONE, 0, key), SettingValues.of(key, value));
  }

  private static List<SquidSetting> keys(LogicalFile file) {
    return BY_FILE.getOrDefault(file, List.of());
  }

  private static Map<LogicalFile, List<SquidSetting>> byFile() {
    Map<LogicalFile, List<SquidSetting>> keys = new EnumMap<>(LogicalFile.class);
    for (LogicalFile file : LogicalFile.values()) {
      keys.put(
          file, Arrays.stream(SquidSetting.values()).filter(key -> key.file() == file).toList());
    }
    return keys;
  }

  /** Takes the settings of one channel after the other, and numbers those with unknown names. */
  private final class ChannelSettings implements Consumer<Value> {
    private final LogicalFile file;
    private int others;

    ChannelSettings(LogicalFile file) {
      this.file = file;
    }

    @Override
    public void accept(Value channel) {
      ChannelName name =
          ClosedLists.find(ChannelName.class, channel.get("name"), ChannelName.OTHER);
      int ordinal = name == ChannelName.OTHER ? others++ : 0;
      for (SquidSetting key : keys(file)) {
        if (key.section().equals("channel") && channel.table().containsKey(key.key())) {
          found.accept(
              new SettingAddress(objective, name, ordinal, key),
              SettingValues.of(key, channel.get(key.key())));
        }
      }
    }
  }
}
