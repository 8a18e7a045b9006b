package dev.candor.telemetry.squid;

import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.WireNames;

/** Turns a value from a file into one that may be told. The only way from the one to the other. */
final class SettingValues {
  private static final double MAX = 1e9;
  private static final SettingValue NONE = SettingValue.choice(SpecialValue.NONE);
  private static final SettingValue OTHER = SettingValue.choice(SpecialValue.OTHER);

  private SettingValues() {}

  /** Returns the value by the type of its key; what does not fit becomes {@code other}. */
  static SettingValue of(SquidSetting key, Value value) {
    if (value instanceof Value.Nothing) {
      return NONE;
    }
    return switch (key.type()) {
      case FLAG -> value instanceof Value.Flag flag ? SettingValue.flag(flag.value()) : OTHER;
      case NUMBER -> number(value);
      case CHOICE -> choice(key, value);
    };
  }

  private static SettingValue number(Value value) {
    if (value instanceof Value.Items items) {
      return SettingValue.number(items.values().size());
    }
    return value
        .number()
        .filter(number -> Math.abs(number) <= MAX)
        .map(SettingValue::number)
        .orElse(OTHER);
  }

  private static SettingValue choice(SquidSetting key, Value value) {
    Class<? extends Labelled> list = key.choices();
    if (list == null) {
      return OTHER;
    }
    return ClosedLists.match(list, ClosedLists.words(value))
        .map(SettingValues::plain)
        .orElse(OTHER);
  }

  /** Gives the lists' own words for nothing and other one form, so that equal things are equal. */
  private static SettingValue plain(Enum<?> constant) {
    return switch (WireNames.of(constant)) {
      case "none" -> NONE;
      case "other" -> OTHER;
      default -> SettingValue.choice(constant);
    };
  }
}
