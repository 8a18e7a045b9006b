package dev.candor.telemetry.spi;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.Text;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the components of an event one by one; null is a missing value. One thread. */
public interface AttributeSink {
  /** Takes a boolean. */
  void flag(int index, boolean value);

  /** Takes an {@code int} or {@code long}. */
  void integer(int index, long value);

  /** Takes a {@code double}. */
  void decimal(int index, double value);

  /** Takes a duration. */
  void duration(int index, @Nullable Duration value);

  /** Takes a constant of a closed list. */
  void constant(int index, @Nullable Enum<?> value);

  /** Takes a set of constants. */
  void constants(int index, @Nullable Set<? extends Enum<?>> value);

  /** Takes settings. */
  void settings(int index, @Nullable Settings value);

  /** Takes one setting's value. */
  void setting(int index, @Nullable SettingValue value);

  /** Takes a value that will be hashed. */
  void hashed(int index, @Nullable Hashed value);

  /** Takes free text that will be sanitized. */
  void text(int index, @Nullable Text value);

  /** Takes an error; built-in events only. */
  void error(int index, @Nullable ErrorReport value);
}
