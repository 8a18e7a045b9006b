package dev.candor.telemetry.squid;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.SettingType;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.AttributeSink;
import dev.candor.telemetry.spi.SettingSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds each component of an event against what its record declares, as an engine does. */
final class CheckingSink implements AttributeSink {
  private final List<AttributeSchema> attributes;
  private final Map<String, SettingSchema> settings;
  private final List<String> problems = new ArrayList<>();
  private int count;

  CheckingSink(List<AttributeSchema> attributes, Map<String, SettingSchema> settings) {
    this.attributes = attributes;
    this.settings = settings;
  }

  List<String> problems() {
    return problems;
  }

  int count() {
    return count;
  }

  @Override
  public void flag(int index, boolean value) {
    count++;
  }

  @Override
  public void integer(int index, long value) {
    number(index, value);
  }

  @Override
  public void decimal(int index, double value) {
    number(index, value);
  }

  private void number(int index, double value) {
    AttributeSchema schema = attributes.get(index);
    expect(value >= schema.min() && value <= schema.max(), schema.key());
    count++;
  }

  @Override
  public void duration(int index, @Nullable Duration value) {
    count++;
  }

  @Override
  public void constant(int index, @Nullable Enum<?> value) {
    AttributeSchema schema = attributes.get(index);
    expect(value != null && schema.values().contains(WireNames.of(value)), schema.key());
    count++;
  }

  @Override
  public void constants(int index, @Nullable Set<? extends Enum<?>> value) {
    AttributeSchema schema = attributes.get(index);
    expect(
        value != null
            && value.stream().allMatch(each -> schema.values().contains(WireNames.of(each))),
        schema.key());
    count++;
  }

  @Override
  public void settings(int index, @Nullable Settings value) {
    if (value != null) {
      value.values().forEach((key, setting) -> expect(fits(key, setting), WireNames.of(key)));
    }
    count++;
  }

  private boolean fits(Enum<?> key, SettingValue value) {
    SettingSchema schema = settings.get(WireNames.of(key));
    if (schema == null) {
      return false;
    }
    if (schema.type() == SettingType.FLAG) {
      return value.value() instanceof Boolean;
    } else if (schema.type() == SettingType.NUMBER) {
      return value.value() instanceof Double;
    }
    return schema.values().contains(value.toString());
  }

  @Override
  public void setting(int index, @Nullable SettingValue value) {
    AttributeSchema schema = attributes.get(index);
    expect(
        value != null
            && (!(value.value() instanceof Enum<?>) || schema.values().contains(value.toString())),
        schema.key());
    count++;
  }

  @Override
  public void hashed(int index, @Nullable Hashed value) {
    count++;
  }

  @Override
  public void text(int index, @Nullable Text value) {
    problems.add("text");
  }

  @Override
  public void error(int index, @Nullable ErrorReport value) {
    problems.add("error");
  }

  private void expect(boolean fits, String name) {
    if (!fits) {
      problems.add(name);
    }
  }
}
