package dev.candor.telemetry.corpus;

import java.util.function.Predicate;

/**
 * A way to write a value into a text.
 *
 * @param name as in the tables
 * @param labels whether the text speaks of the value itself; otherwise the label may be the key of
 *     the case, and the text is the value alone
 * @param fits for which kinds it can be used
 * @param writer writes
 */
record Form(String name, boolean labels, Predicate<Kind> fits, Writer writer) {
  static Form bare(String name, Writer writer) {
    return new Form(name, false, kind -> true, writer);
  }

  static Form labelled(String name, Writer writer) {
    return new Form(name, true, kind -> true, writer);
  }

  /** Writes one text. */
  interface Writer {
    Written write(Spot spot);
  }

  /**
   * A text in three parts: harmless words before, what must not leave with its label, harmless
   * words after.
   */
  record Written(String before, String core, String after) {
    static Written only(String core) {
      return new Written("", core, "");
    }

    String text() {
      return before + core + after;
    }
  }
}
