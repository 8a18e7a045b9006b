package dev.candor.telemetry.exporter.amplitude;

/** The figures of Amplitude's two addresses, and the form of its key. */
final class AmplitudeLimits {
  /** Bytes of a body of the HTTP V2 address. */
  static final int BYTES = 1_000_000;

  /** Bytes of a body of the batch address. */
  static final int BATCH_BYTES = 20_000_000;

  /**
   * Items of a body of the HTTP V2 address. It takes 1,999 events, but of one device not more than
   * 30 a second over 30 seconds: a body of one device must pass at once.
   */
  static final int ITEMS = 400;

  /** Items of a body of the batch address, which takes 2,000 events; an item may be two. */
  static final int BATCH_ITEMS = 1_000;

  static final int LONGEST_KEY = 128;
  static final String KEY_RULE = "must be 1 to 128 letters, digits, dashes and underscores";

  private AmplitudeLimits() {}

  /** Tells whether a key has a form that needs no quoting within JSON. */
  static boolean isKey(String key) {
    return !key.isEmpty()
        && key.length() <= LONGEST_KEY
        && key.chars().allMatch(AmplitudeLimits::isKeyCharacter);
  }

  private static boolean isKeyCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
