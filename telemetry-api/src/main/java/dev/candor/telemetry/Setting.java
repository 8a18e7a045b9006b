package dev.candor.telemetry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives one constant of a {@link SettingKey} its type. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Setting {
  /** What the setting is, in words that people are shown. */
  String brief();

  /** The type of the value; {@link SettingType#CHOICE} needs {@link #choices()}. */
  SettingType type();

  /** The closed lists whose constants are legal values. */
  Class<? extends Enum<?>>[] choices() default {};

  /** The smallest legal number. */
  double min() default -1e9;

  /** The largest legal number. */
  double max() default 1e9;
}
