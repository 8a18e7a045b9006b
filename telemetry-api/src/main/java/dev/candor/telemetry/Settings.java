package dev.candor.telemetry;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings and their values, over one closed list of keys. Immutable.
 *
 * <p>As a component of an event it becomes one attribute per key; values of the wrong type for
 * their key are dropped and counted when the event is recorded.
 */
public final class Settings {
  private final Class<? extends Enum<?>> keys;
  private final Map<? extends Enum<?>, SettingValue> values;

  private Settings(Class<? extends Enum<?>> keys, Map<? extends Enum<?>, SettingValue> values) {
    this.keys = keys;
    this.values = values;
  }

  /** Starts settings over the keys of one enum. */
  public static <K extends Enum<K> & SettingKey> Builder<K> builder(Class<K> keys) {
    return new Builder<>(keys);
  }

  /** Returns the enum whose constants are the keys. */
  public Class<? extends Enum<?>> keys() {
    return keys;
  }

  /** Returns the values in the order of the enum's constants. */
  public Map<? extends Enum<?>, SettingValue> values() {
    return values;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Settings that && keys.equals(that.keys) && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return 31 * keys.hashCode() + values.hashCode();
  }

  @Override
  public String toString() {
    return "Settings[" + values.size() + " of " + keys.getSimpleName() + "]";
  }

  /** Collects values; one thread. */
  public static final class Builder<K extends Enum<K> & SettingKey> {
    private final Class<K> keys;
    private final EnumMap<K, SettingValue> values;

    private Builder(Class<K> keys) {
      this.keys = keys;
      this.values = new EnumMap<>(keys);
    }

    /** Sets one value; absent and null remove it, a null key is ignored. */
    public Builder<K> put(@Nullable K key, @Nullable SettingValue value) {
      if (key == null) {
        return this;
      }
      if (value == null || value.value() == null) {
        values.remove(key);
      } else {
        values.put(key, value);
      }
      return this;
    }

    /** Returns what was collected. */
    public Settings build() {
      return new Settings(keys, Collections.unmodifiableMap(new EnumMap<>(values)));
    }
  }
}
