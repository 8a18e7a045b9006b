package dev.candor.telemetry.spi;

import dev.candor.telemetry.SettingType;
import java.util.List;

/**
 * What one settings key declares.
 *
 * @param key the constant
 * @param type its type
 * @param brief what it is
 * @param min the smallest legal number
 * @param max the largest legal number
 * @param values the legal strings of a choice
 */
public record SettingSchema(
    Enum<?> key, SettingType type, String brief, double min, double max, List<String> values) {
  /** Copies the list. */
  public SettingSchema {
    values = List.copyOf(values);
  }
}
