package dev.candor.telemetry;

import java.math.BigDecimal;
import java.util.Locale;

/** How constants and numbers are written wherever they leave as a string. */
public final class WireNames {
  private WireNames() {}

  /** Returns the name of a constant in lower case, such as {@code select_wells}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns a finite number as plain decimal digits without trailing zeros: {@code 20}, {@code
   * 0.0015}.
   */
  public static String of(double number) {
    return number == 0 ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
