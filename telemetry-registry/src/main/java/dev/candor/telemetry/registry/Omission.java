package dev.candor.telemetry.registry;

import java.util.Locale;

/** Why a {@link Contract} kept something back. */
public enum Omission {
  /** A span whose name no registry declares. */
  NAME,
  /** A span without a key that its event cannot do without. */
  REQUIRED,
  /** A key that the event, or the resource, does not have. */
  KEY,
  /** A value of another type. */
  TYPE,
  /** A number out of its range. */
  RANGE,
  /** A text that is not in its closed list. */
  UNLISTED,
  /** A text of another form than its kind has. */
  SHAPE,
  /** A name in which the sanitizer found personal data or a secret. */
  SENSITIVE,
  /** A part of a free text, or a name in a stack trace, that was masked; the rest stays. */
  MASKED,
  /** A value that could not be looked at. */
  FAULT;

  /** Its name in counters. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
