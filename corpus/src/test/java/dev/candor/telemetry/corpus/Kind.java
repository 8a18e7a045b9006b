package dev.candor.telemetry.corpus;

/**
 * A kind of personal data or secret.
 *
 * @param name as in the tables
 * @param critical whether all of it must be found
 * @param anyCase whether it still identifies in upper or lower case
 * @param maker invents one
 */
record Kind(String name, boolean critical, boolean anyCase, Maker maker) {
  static Kind personal(String name, Maker maker) {
    return new Kind(name, false, true, maker);
  }

  static Kind exact(String name, Maker maker) {
    return new Kind(name, false, false, maker);
  }

  static Kind secret(String name, Maker maker) {
    return new Kind(name, true, false, maker);
  }

  static Kind number(String name, Maker maker) {
    return new Kind(name, true, true, maker);
  }

  /** Invents one value. */
  interface Maker {
    Planted make(Tongue tongue, Dice dice);
  }
}
