package dev.candor.telemetry.squid;

import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.SettingType;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The configuration of a Squid at one moment, reduced to what may be told: flags, numbers and
 * members of closed lists. Immutable. Made by {@link SnapshotReader}.
 *
 * @param values every setting that was found
 * @param files the files that were read
 * @param unreadableParts the files that were there but could not be read
 */
public record ConfigSnapshot(
    NavigableMap<SettingAddress, SettingValue> values,
    Set<LogicalFile> files,
    Set<ConfigPart> unreadableParts) {
  /** Copies the collections. */
  public ConfigSnapshot {
    values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    EnumSet<LogicalFile> copy = EnumSet.noneOf(LogicalFile.class);
    copy.addAll(files);
    files = Collections.unmodifiableSet(copy);
    unreadableParts = Set.copyOf(unreadableParts);
  }

  /** Returns how many files were there but could not be read. */
  public int unreadable() {
    return unreadableParts.size();
  }

  /** Returns the value of a setting that stands once, or absent. */
  public SettingValue get(SquidSetting key) {
    return values.getOrDefault(SettingAddress.of(key), SettingValue.absent());
  }

  /**
   * Returns a hash of all values: the same for every order of keys, comment and form of the files,
   * and for the same settings in files of another generation.
   */
  public String hash() {
    MessageDigest digest = sha256();
    values.forEach(
        (address, value) ->
            digest.update((name(address) + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns the event that reports it. */
  public ConfigSnapshotTaken event() {
    Settings.Builder<SnapshotSetting> settings = Settings.builder(SnapshotSetting.class);
    for (SnapshotSetting key : SnapshotSetting.values()) {
      SettingValue value = get(key.setting());
      if (fits(key.setting(), value)) {
        settings.put(key, value);
      }
    }
    long channels =
        values.keySet().stream()
            .filter(address -> address.key() == SquidSetting.CHANNEL_EXPOSURE_TIME_MS)
            .map(address -> address.channel() + "/" + address.ordinal())
            .distinct()
            .count();
    return new ConfigSnapshotTaken(
        Hashed.of(hash()), files, unreadable(), values.size(), (int) channels, settings.build());
  }

  /** A key typed as flag or number has no room for {@code none} and {@code other}. */
  private static boolean fits(SquidSetting key, SettingValue value) {
    return key.type() == SettingType.CHOICE || !(value.value() instanceof Enum<?>);
  }

  private static String name(SettingAddress address) {
    return address.objective()
        + "/"
        + address.channel()
        + "/"
        + address.ordinal()
        + "/"
        + address.key();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
