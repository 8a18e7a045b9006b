package dev.candor.telemetry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record as an event: what it is called, why it exists, who answers for it and until
 * when.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TelemetryEvent {
  /**
   * Dotted lower case, noun first and verb in base form, at most 40 characters: {@code
   * acquisition.run}.
   */
  String name();

  /** Why it is measured; people answer per purpose. */
  Purpose purpose();

  /** The team or module that answers for it. */
  String owner();

  /**
   * The day, as {@code 2028-01-01}, from which it is no longer recorded (and is reported as
   * expired).
   */
  String expires();

  /** What it is, in words that people are shown. */
  String brief();

  /** What it is good for, in words that people are shown. */
  String why();

  /**
   * Whether the latest one of a session also goes with every error of that session, so that an
   * error shows under which settings and on which hardware it came. It does so where the answer to
   * its own purpose allows at least what the answer to {@link Purpose#DIAGNOSTICS} allows.
   */
  boolean withErrors() default false;

  /**
   * What vendors call it, each as {@code vendor=name}: {@code "amplitude=File exported"}. A vendor
   * that is not named makes a name of {@link #name}. Held against the vendor's rules when it is
   * compiled.
   */
  String[] vendorNames() default {};
}
