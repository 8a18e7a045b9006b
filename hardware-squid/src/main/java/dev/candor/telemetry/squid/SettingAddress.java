package dev.candor.telemetry.squid;

import java.util.Comparator;

/**
 * Where one value of a configuration stands.
 *
 * @param objective the objective it holds for, or {@link ObjectiveName#NONE}
 * @param channel the channel it holds for, or {@link ChannelName#NONE}
 * @param ordinal tells channels apart whose names may not be told; 0 for all others
 * @param key the setting, which also says the file
 */
public record SettingAddress(
    ObjectiveName objective, ChannelName channel, int ordinal, SquidSetting key)
    implements Comparable<SettingAddress> {
  private static final Comparator<SettingAddress> ORDER =
      Comparator.comparing((SettingAddress address) -> address.key().file())
          .thenComparing(SettingAddress::objective)
          .thenComparing(SettingAddress::channel)
          .thenComparing(SettingAddress::ordinal)
          .thenComparing(SettingAddress::key);

  /** Returns the address of a setting that stands once in its file. */
  static SettingAddress of(SquidSetting key) {
    return new SettingAddress(ObjectiveName.NONE, ChannelName.NONE, 0, key);
  }

  @Override
  public int compareTo(SettingAddress other) {
    return ORDER.compare(this, other);
  }
}
