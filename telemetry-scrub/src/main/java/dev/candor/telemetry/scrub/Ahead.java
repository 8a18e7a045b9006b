package dev.candor.telemetry.scrub;

/** Where a mark stands next, kept from question to question: many in a row cost one search. */
final class Ahead {
  private final String mark;
  private int from;
  private int found = -1;

  Ahead(String mark) {
    this.mark = mark;
  }

  /** Forgets the text. */
  void clear() {
    found = -1;
  }

  /** The next one at a position or behind it, or the length of the text. */
  int next(String text, int at) {
    if (found < at || from > at) {
      int next = text.indexOf(mark, at);
      from = at;
      found = next < 0 ? text.length() : next;
    }
    return found;
  }
}
