package dev.candor.telemetry.scrub;

/** What the key beside a value says of it. */
final class Keys {
  private Keys() {}

  /** Reads {@code key=value} as the label it is; a hit takes the whole value. */
  static void verify(String key, String value, Carrier carrier, Findings found) {
    Label label = KeyWords.of(key);
    if (label == null
        || carrier == Carrier.ATTRIBUTE_KEY
        || Placeholders.end(value, 0) == value.length()) {
      return;
    }
    // The rules for labels in a text decide; quotes make the whole value one.
    Findings quoted = new Findings();
    String text = "\u201c" + value + "\u201d";
    quoted.joint().sign(1, '\u201c');
    LabelValues.verify(text, 0, quoted.joint(), label, quoted);
    if (!quoted.isEmpty()) {
      found.add(0, value.length(), label.kind());
    }
  }
}
