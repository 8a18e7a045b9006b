package dev.candor.telemetry.squid;

import dev.candor.telemetry.SettingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Compares two snapshots value by value. Order, comments and form of the files do not matter. */
public final class ConfigDiff {
  private ConfigDiff() {}

  /**
   * Returns one event for each value that differs, in the order of files and keys. A file that one
   * of the snapshots could not read says nothing: it was perhaps just being written.
   */
  public static List<ConfigChange> between(ConfigSnapshot before, ConfigSnapshot after) {
    NavigableSet<SettingAddress> addresses = new TreeSet<>(before.values().keySet());
    addresses.addAll(after.values().keySet());
    List<ConfigChange> changes = new ArrayList<>();
    for (SettingAddress address : addresses) {
      SettingValue old = before.values().getOrDefault(address, SettingValue.absent());
      SettingValue now = after.values().getOrDefault(address, SettingValue.absent());
      if (!old.equals(now) && isRead(before, address) && isRead(after, address)) {
        changes.add(
            new ConfigChange(
                address.key().file(),
                address.objective(),
                address.channel(),
                address.key(),
                kind(old, now),
                old,
                now));
      }
    }
    return List.copyOf(changes);
  }

  private static boolean isRead(ConfigSnapshot snapshot, SettingAddress address) {
    ConfigPart part = new ConfigPart(address.key().file(), address.objective());
    return !snapshot.unreadableParts().contains(part);
  }

  private static ChangeKind kind(SettingValue old, SettingValue now) {
    if (old.value() == null) {
      return ChangeKind.ADDED;
    } else if (now.value() == null) {
      return ChangeKind.REMOVED;
    }
    return isNone(old) || isNone(now) || type(old).equals(type(now))
        ? ChangeKind.CHANGED
        : ChangeKind.TYPE_CHANGED;
  }

  private static boolean isNone(SettingValue value) {
    return value.value() == SpecialValue.NONE;
  }

  private static Class<?> type(SettingValue value) {
    Object content = value.value();
    return content == null || content instanceof Enum<?> ? Enum.class : content.getClass();
  }
}
