package dev.candor.telemetry.processor;

import javax.lang.model.element.Element;

/** Checks of numbers in annotations. */
final class Ranges {
  static final int MAX_TEXT = 16_384;

  // Beyond it a double, which JSON readers use, loses whole numbers.
  private static final double EXACT = 9_007_199_254_740_992.0;

  private Ranges() {}

  static void check(double min, double max, Element where, Problems problems) {
    if (!Double.isFinite(min) || !Double.isFinite(max)) {
      problems.error(where, "min and max must be finite numbers");
    } else if (min > max) {
      problems.error(where, "min is above max: swap them");
    }
  }

  static void checkWhole(double min, double max, Element where, Problems problems) {
    if (!isWhole(min) || !isWhole(max)) {
      problems.error(where, "min and max of a whole number must be whole and within 2^53");
    }
  }

  static void checkText(boolean given, double max, Element where, Problems problems) {
    if (!given || !isWhole(max) || max < 1 || max > MAX_TEXT) {
      problems.error(
          where, "Text needs @Attr(max = ...), the most characters kept, from 1 to " + MAX_TEXT);
    }
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) <= EXACT;
  }
}
