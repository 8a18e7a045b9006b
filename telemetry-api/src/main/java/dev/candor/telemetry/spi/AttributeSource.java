package dev.candor.telemetry.spi;

import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.Text;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the components of one event, each by its index in {@link EventSchema#attributes()}; null is
 * a missing value. The reverse of {@link AttributeSink}, for events that are made by name. One
 * thread.
 */
public interface AttributeSource {
  /** Gives a boolean. */
  @Nullable Boolean flag(int index);

  /** Gives a {@code long}. */
  @Nullable Long integer(int index);

  /** Gives an {@code int}; what does not fit is missing. */
  @Nullable Integer shortInteger(int index);

  /** Gives a {@code double}. */
  @Nullable Double decimal(int index);

  /** Gives a duration. */
  @Nullable Duration duration(int index);

  /** Gives one of these constants. */
  <E extends Enum<E>> @Nullable E constant(int index, E[] constants);

  /** Gives some of these constants. */
  <E extends Enum<E>> @Nullable Set<E> constants(int index, E[] constants);

  /** Gives settings. */
  @Nullable Settings settings(int index);

  /** Gives one setting's value. */
  @Nullable SettingValue setting(int index);

  /** Gives a value that will be hashed. */
  @Nullable Hashed hashed(int index);

  /** Gives free text that will be sanitized. */
  @Nullable Text text(int index);

  /**
   * Returns a value that must be there, because the component's type has no form for a missing one.
   *
   * @throws IllegalArgumentException if it is missing
   */
  static <T> T given(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("a component that cannot be missing has no value");
    }
    return value;
  }
}
