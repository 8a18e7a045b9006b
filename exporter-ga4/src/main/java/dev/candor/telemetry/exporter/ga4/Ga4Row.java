package dev.candor.telemetry.exporter.ga4;

import java.util.List;

/**
 * One row of the table: what one of our events becomes.
 *
 * @param event our event
 * @param name Google's event
 * @param timed whether its length counts as time that somebody was engaged
 * @param fields its attributes, in the order in which they are kept
 * @param names parameters of its other attributes, by key
 */
record Ga4Row(String event, String name, boolean timed, List<Field> fields, Memo<String> names) {
  Ga4Row(String event, String name, boolean timed, List<Field> fields) {
    this(event, name, timed, fields, new Memo<>(key -> Ga4Names.parameter(key, event)));
  }

  /**
   * What becomes of one attribute.
   *
   * @param key our attribute
   * @param parameter Google's parameter, or empty if it has none of its own
   * @param note its unit, what it becomes instead, or why it is left out
   */
  record Field(String key, String parameter, String note) {}

  /** Tells whether an attribute has a row of its own. */
  boolean knows(String key) {
    for (Field field : fields) {
      if (field.key().equals(key)) {
        return true;
      }
    }
    return false;
  }
}
