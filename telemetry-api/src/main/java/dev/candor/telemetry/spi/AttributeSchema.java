package dev.candor.telemetry.spi;

import java.util.List;

/**
 * What one component declares.
 *
 * @param key the attribute's key on the wire; for {@link Kind#SETTINGS} the prefix of the keys
 * @param kind its type
 * @param brief what it is
 * @param unit its unit, or empty
 * @param min the smallest legal number
 * @param max the largest legal number, or the most characters of a text
 * @param label whether it splits metrics
 * @param sum whether it is added up in a metric of its own
 * @param values the legal strings of enums, sets and setting values, in the order of declaration;
 *     for settings the names of the keys. Empty for a {@link Kind#CONSTANT} or settings of the
 *     built-in events: then any constant of {@link GeneratedCatalog#lists()} is legal
 */
public record AttributeSchema(
    String key,
    Kind kind,
    String brief,
    String unit,
    double min,
    double max,
    boolean label,
    boolean sum,
    List<String> values) {
  /** Copies the list. */
  public AttributeSchema {
    values = List.copyOf(values);
  }

  /** The types a component may have. */
  public enum Kind {
    /** A boolean. */
    FLAG,
    /** A whole number. */
    INTEGER,
    /** A finite number. */
    DECIMAL,
    /** A duration, on the wire in seconds. */
    DURATION,
    /** A constant of a closed list, on the wire in lower case. */
    CONSTANT,
    /** A set of constants, on the wire sorted and joined by commas. */
    CONSTANTS,
    /** Settings, on the wire one attribute for each key. */
    SETTINGS,
    /** The value of one setting, on the wire a string. */
    SETTING,
    /** A keyed hash, on the wire 32 hexadecimal digits. */
    HASHED,
    /** Free text, sanitized. */
    TEXT,
    /**
     * An error: on the wire {@code error.type}, {@code exception.stacktrace} and its companions.
     */
    ERROR
  }
}
