package dev.candor.telemetry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The value of one setting: true or false, a number, a constant of a closed list, or nothing.
 *
 * <p>Free text has no form here. {@link #toString()} is the form on the wire: {@code true}, {@code
 * 12.5}, {@code mono16}, and {@code absent} where there is no value.
 */
public final class SettingValue {
  private static final SettingValue ABSENT = new SettingValue(null);
  private static final SettingValue TRUE = new SettingValue(true);
  private static final SettingValue FALSE = new SettingValue(false);

  private final @Nullable Object value;

  private SettingValue(@Nullable Object value) {
    this.value = value;
  }

  /** Returns the value of a setting that is not there. */
  public static SettingValue absent() {
    return ABSENT;
  }

  /** Returns a flag. */
  public static SettingValue flag(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Returns a number; one that is not finite is absent. */
  public static SettingValue number(double value) {
    if (!Double.isFinite(value)) {
      return ABSENT;
    }
    return new SettingValue(value == 0 ? 0.0 : value); // one zero, so that equal means equal
  }

  /** Returns a constant of a closed list; null is absent. */
  public static SettingValue choice(@Nullable Enum<?> value) {
    return value == null ? ABSENT : new SettingValue(value);
  }

  /**
   * Returns the value: a {@code Boolean}, a {@code Double}, an enum constant, or null when absent.
   */
  public @Nullable Object value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SettingValue that && Objects.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(value);
  }

  @Override
  public String toString() {
    if (value == null) {
      return "absent";
    }
    if (value instanceof Enum<?> constant) {
      return WireNames.of(constant);
    }
    if (value instanceof Double number) {
      return WireNames.of(number);
    }
    return value.toString();
  }
}
