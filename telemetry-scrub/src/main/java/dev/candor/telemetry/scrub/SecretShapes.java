package dev.candor.telemetry.scrub;

/** The one grammar of what is a key by its looks, under whatever label of secrets it stands. */
final class SecretShapes {
  private static final int MIN_GROUP = 3;
  private static final int MAX_GROUP = 10;
  private static final int MIN_CAPITALS = 12;
  private static final int MIN_PADDED = 12;
  private static final int MIN_HEX = 16;

  private SecretShapes() {}

  /** A UUID, a licence key in groups, capitals by chance, padded base64, a long hex number. */
  static boolean isKey(String text, int from, int end) {
    return Grammars.isUuid(text, from, end)
        || isGrouped(text, from, end)
        || isCapitals(text, from, end)
        || (end - from >= MIN_PADDED && text.charAt(end - 1) == '=')
        || (end - from >= MIN_HEX && Extents.hexDigits(text, from, end) == end - from);
  }

  /** {@code IXHIU-XGT6K-HKRMS}: three groups or more of capitals and digits, in one case. */
  private static boolean isGrouped(String text, int from, int end) {
    int groups = 0;
    int group = from;
    int digits = 0;
    int words = 0;
    boolean even = true;
    int first = 0;
    for (int i = from; i <= end; i++) {
      if (i < end && Chars.isAlnum(text.charAt(i))) {
        digits += Chars.isDigit(text.charAt(i)) ? 1 : 0;
        continue;
      }
      if ((i < end && text.charAt(i) != '-') || i - group < MIN_GROUP || i - group > MAX_GROUP) {
        return false;
      }
      words += Words.isEnglish(text, group, i) ? 1 : 0;
      first = groups == 0 ? i - group : first;
      even &= i - group == first;
      groups++;
      group = i + 1;
    }
    boolean mixed = SecretWords.mixedCase(text, from, end);
    return groups >= 3 && words == 0 && !mixed && digits < end - from && (digits > 1 || even);
  }

  /** Capitals by chance. */
  private static boolean isCapitals(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (!Chars.isUpper(text.charAt(i)) && !Chars.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return end - from >= MIN_CAPITALS && isChance(text, from, end);
  }

  /** Letters and digits without a mark in which consonants pile up as in no word. */
  static boolean isChance(String text, int from, int end) {
    int letters = 0;
    int run = 0;
    int longest = 0;
    int rare = 0;
    for (int i = from; i < end; i++) {
      char c = Chars.lower(text.charAt(i));
      if (!Chars.isAlnum(c)) {
        return false;
      }
      letters += Chars.isLetter(c) ? 1 : 0;
      run = "aeiouy".indexOf(c) < 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
      rare += "jqxz".indexOf(c) >= 0 ? 1 : 0;
    }
    return letters > 3 && (longest > 3 || rare > 1);
  }
}
