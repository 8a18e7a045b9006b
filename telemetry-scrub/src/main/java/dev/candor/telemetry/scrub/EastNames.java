package dev.candor.telemetry.scrub;

/** Names of people and institutions in the scripts of East Asia, which know no capitals. */
final class EastNames {
  private static final String[] HOUSES = {
    "\u5927\u5b66",
    "\u5927\u5b78",
    "\u7814\u7a76\u6240",
    "\u7814\u7a76\u9662",
    "\u533b\u9662",
    "\u91ab\u9662",
    "\u75c5\u9662",
    "\u5b66\u9662",
    "\u5b78\u9662",
    "\u516c\u53f8",
    "\u4f1a\u793e",
    "\u7814\u7a76\u5ba4",
    "\u30bb\u30f3\u30bf\u30fc",
    "\u4e2d\u5fc3",
    "\ub300\ud559\uad50",
    "\ubcd1\uc6d0",
    "\uc5f0\uad6c\uc18c",
    "\uc5f0\uad6c\uc6d0",
    "\ud68c\uc0ac"
  };

  private static final int MAX_NAME = 6;

  private EastNames() {}

  /**
   * Whether a value under a word for {@code name} or {@code site} names someone or a house. A word
   * for things is two characters long more often than a name.
   */
  static boolean isName(String text, int label, int from, int end) {
    int length = end - from;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x2e80 || !Character.isLetter(c)) {
        return false;
      }
    }
    for (String house : HOUSES) {
      if (length > house.length() && text.startsWith(house, end - house.length())) {
        return true;
      }
    }
    boolean person = Labels.isNameWord(text, label) || !Labels.isPlaceWord(text, label);
    return person && length >= 3 && length <= MAX_NAME;
  }
}
