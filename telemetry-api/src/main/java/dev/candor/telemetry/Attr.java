package dev.candor.telemetry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one component of an event record. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Attr {
  /** What the value is, in words that people are shown. */
  String brief();

  /**
   * The attribute's key; by default the event's name, a dot, and the component's name in snake
   * case.
   */
  String key() default "";

  /** The unit, as OpenTelemetry writes it: {@code s}, {@code {image}}. */
  String unit() default "";

  /** The smallest legal number, for a {@link java.time.Duration} in seconds. */
  double min() default 0;

  /**
   * The largest legal number, for a {@link java.time.Duration} in seconds; for {@link Text}, where
   * it must be given, the most characters kept.
   */
  double max() default 1e9;

  /** Whether the numbers are added up into a metric of their own, named as the key. */
  boolean sum() default false;

  /** Whether an enum or boolean also splits the metrics of this event. */
  boolean label() default true;

  /**
   * What vendors call it in this event, each as {@code vendor=name}: {@code "ga4=image_count"}; not
   * for {@link Settings}, whose keys are many.
   */
  String[] vendorNames() default {};

  /**
   * For {@link SettingValue}: the closed lists whose constants are legal values. For {@link
   * Settings}: the enums of keys, by default all that the catalogue lists.
   */
  Class<? extends Enum<?>>[] choices() default {};
}
