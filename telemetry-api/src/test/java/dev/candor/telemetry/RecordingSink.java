package dev.candor.telemetry;

import dev.candor.telemetry.spi.AttributeSink;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers by index what an encoder handed over, and by which method. */
final class RecordingSink implements AttributeSink {
  final Map<Integer, String> taken = new LinkedHashMap<>();

  @Override
  public void flag(int index, boolean value) {
    taken.put(index, "flag " + value);
  }

  @Override
  public void integer(int index, long value) {
    taken.put(index, "integer " + value);
  }

  @Override
  public void decimal(int index, double value) {
    taken.put(index, "decimal " + value);
  }

  @Override
  public void duration(int index, @Nullable Duration value) {
    taken.put(index, "duration " + value);
  }

  @Override
  public void constant(int index, @Nullable Enum<?> value) {
    taken.put(index, "constant " + value);
  }

  @Override
  public void constants(int index, @Nullable Set<? extends Enum<?>> value) {
    taken.put(index, "constants " + value);
  }

  @Override
  public void settings(int index, @Nullable Settings value) {
    taken.put(index, "settings " + value);
  }

  @Override
  public void setting(int index, @Nullable SettingValue value) {
    taken.put(index, "setting " + value);
  }

  @Override
  public void hashed(int index, @Nullable Hashed value) {
    taken.put(index, "hashed " + value);
  }

  @Override
  public void text(int index, @Nullable Text value) {
    taken.put(index, "text " + value);
  }

  @Override
  public void error(int index, @Nullable ErrorReport value) {
    taken.put(index, "error " + (value == null ? null : value.type()));
  }
}
