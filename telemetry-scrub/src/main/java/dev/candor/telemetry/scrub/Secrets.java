package dev.candor.telemetry.scrub;

/** Keys that tell by their prefix who issued them, keys in armour, and runs that look random. */
final class Secrets {
  /** Prefixes that occur in nothing but keys. */
  static final String[] PREFIXES = {
    "bc1q",
    "bc1p",
    "akia",
    "asia",
    "aroa",
    "aida",
    "abia",
    "acca",
    "aiza",
    "ya29.",
    "gocspx-",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "gldt-",
    "glrt-",
    "xoxb-",
    "xoxp-",
    "xoxa-",
    "xoxr-",
    "xoxs-",
    "xoxe-",
    "xoxc-",
    "xapp-",
    "sk_live_",
    "sk_test_",
    "rk_live_",
    "rk_test_",
    "pk_live_",
    "pk_test_",
    "whsec_",
    "sk-",
    "sk-ant-",
    "sk-proj-",
    "hf_",
    "npm_",
    "pypi-",
    "sg.",
    "key-",
    "dop_v1_",
    "doo_v1_",
    "dor_v1_",
    "shpat_",
    "shpca_",
    "shppa_",
    "shpss_",
    "hvs.",
    "hvb.",
    "hvr.",
    "lin_api_",
    "sq0atp-",
    "sq0csp-",
    "eaaa",
    "eaac",
    "dckr_pat_",
    "r8_",
    "gsk_",
    "xai-",
    "pplx-",
    "nvapi-",
    "age-secret-key-",
    "atatt3",
    "atctt3",
    "figd_",
    "pmak-",
    "rdme_",
    "nrak-",
    "sntrys_",
    "sntryu_",
    "phc_",
    "phx_",
    "dapi",
    "amzn.mws.",
    "1//0",
    "eyj",
    "ssh-rsa ",
    "ssh-ed25519 ",
    "ecdsa-sha2-nistp256 ",
    "lmn_",
    "sbp_",
    "tskey-",
    "fo1_",
    "glsa_",
    "glc_",
    "ntn_",
    "secret_",
    "rpa_",
    "tgp_v1_",
    "ccipat_",
    "bkua_",
    "dp.pt.",
    "dp.st.",
    "pul-",
    "rubygems_",
    "shippo_live_",
    "pat_",
    "v1.0-"
  };

  private static final WordSet GENERIC =
      WordSet.of(
          "sk- hf_ key- sg. eaaa eaac dapi r8_ secret_ pat_ asia aida aroa abia acca phc_ xai- 1//0 rpa_ lmn_");
  private static final int AWS_TAIL = 16;
  private static final int MIN_ACCESS_TAIL = 8;
  private static final int MIN_CLIENT = 10;
  private static final int MIN_MESSENGER = 30;
  // A key of letters alone has both cases and this many.
  private static final int MIN_LETTERS = 24;
  private static final int MIN_TAIL = 10;
  private static final int MIN_GENERIC_TAIL = 16;
  private static final int MIN_RANDOM = 20;
  private static final int MAX_ARMOUR = 64;
  private static final int MAX_LOOK = 128;

  private Secrets() {}

  /** Verifies what follows a prefix. */
  static void prefixed(String text, int start, int end, Findings out) {
    if (start > 0 && Chars.isAlnum(text.charAt(start - 1)) && !escaped(text, start)) {
      return;
    }
    int to = end;
    int digits = 0;
    int letters = 0;
    // Enough to tell, and the text may be one run with prefixes all over.
    int limit = Math.min(text.length(), end + MAX_LOOK);
    while (to < limit && isKeyChar(text.charAt(to))) {
      digits += Chars.isDigit(text.charAt(to)) ? 1 : 0;
      letters += Chars.isLetter(text.charAt(to)) ? 1 : 0;
      to++;
    }
    boolean longer = to == limit && to < text.length();
    while (!longer && to > end && ".-_/+".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    boolean generic = GENERIC.contains(text, start, end);
    int tail = to - end;
    if ((tail == AWS_TAIL && isCapitals(text, start, to)) || isAccessKey(text, start, end, to)) {
      out.add(start, longer ? keyEnd(text, to) : pairEnd(text, to), Kind.SECRET);
    } else if (generic) {
      boolean random =
          (digits > 1 && letters > 1)
              || (tail >= MIN_LETTERS && mixed(text, end, to) && digits + letters == tail);
      if (tail >= MIN_GENERIC_TAIL && random && segments(text, end, to) < 4) {
        out.add(start, longer ? keyEnd(text, to) : to, Kind.SECRET);
      }
    } else if (tail >= MIN_TAIL && (digits > 0 || (tail >= MIN_RANDOM && mixed(text, end, to)))) {
      out.add(start, longer ? keyEnd(text, to) : to, Kind.SECRET);
    }
  }

  /** The id of an access key, also cut off: no word goes on in capitals and digits like that. */
  private static boolean isAccessKey(String text, int start, int end, int to) {
    if (to - end < MIN_ACCESS_TAIL || to - end > AWS_TAIL || !isCapitals(text, start, to)) {
      return false;
    }
    return text.startsWith("AKIA", start)
        || (text.startsWith("ASIA", start) && Extents.digits(text, end, to) > 0);
  }

  /** The end of the secret half of a pair, which stands behind a mark and may be cut off. */
  private static int pairEnd(String text, int from) {
    int at = from;
    boolean mark = false;
    while (at < text.length() && at - from < 4 && " /:,;|".indexOf(text.charAt(at)) >= 0) {
      mark |= text.charAt(at) != ' ';
      at++;
    }
    int limit = Math.min(text.length(), at + MAX_LOOK);
    int end = at;
    while (end < limit && isKeyChar(text.charAt(end)) && text.charAt(end) != ':') {
      end++;
    }
    int capitals = 0;
    for (int i = at; i < end; i++) {
      capitals += Chars.isUpper(text.charAt(i)) ? 1 : 0;
    }
    boolean key = end - at >= MIN_ACCESS_TAIL && mixed(text, at, end);
    return mark && key && (capitals > 3 || Extents.digits(text, at, end) > 0) ? end : from;
  }

  private static int keyEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isKeyChar(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Capitals and digits only: an access key id. */
  private static boolean isCapitals(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Chars.isUpper(text.charAt(i)) && !Chars.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean escaped(String text, int start) {
    return start > 1 && text.charAt(start - 2) == '\\';
  }

  private static boolean mixed(String text, int from, int to) {
    boolean lower = false;
    boolean upper = false;
    for (int i = from; i < to; i++) {
      lower |= Chars.isLower(text.charAt(i));
      upper |= Chars.isUpper(text.charAt(i));
    }
    return lower && upper;
  }

  private static int segments(String text, int from, int to) {
    int segments = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      segments += c == '-' || c == '.' || c == '/' || c == '_' ? 1 : 0;
    }
    return segments;
  }

  /** Whether a value is a key in armour: its quotes and line breaks end nothing. */
  static boolean isArmour(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 6 && text.charAt(at) == '-') {
      at++;
    }
    return at - from > 1 && text.regionMatches(true, at, "begin ", 0, 6);
  }

  /**
   * {@code -----BEGIN …}: all up to the end mark, or to the end of the text if that was cut off.
   */
  static void armour(String text, int start, int end, Findings out) {
    int from = start;
    while (from > 0 && text.charAt(from - 1) == '-') {
      from--;
    }
    int close = text.indexOf("END ", end);
    while (close > 0 && !text.startsWith("--", close - 2)) {
      close = text.indexOf("END ", close + 4);
    }
    int to = text.length();
    if (close > 0) {
      to = close + 4;
      while (to < text.length()
          && to - close < MAX_ARMOUR
          && text.charAt(to) != '-'
          && text.charAt(to) != '\n') {
        to++;
      }
      while (to < text.length() && text.charAt(to) == '-') {
        to++;
      }
    }
    out.add(from, to, Kind.SECRET);
  }

  /** Whether a run mixes cases and digits as names, ids, paths and versions do not. */
  static boolean isRandom(String text, int from, int to) {
    if (to - from < MIN_RANDOM) {
      return false;
    }
    int lower = 0;
    int upper = 0;
    int digits = 0;
    int changes = 0;
    int separators = 0;
    char before = '-';
    boolean hex = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Chars.isLower(c)) {
        lower++;
        changes += Chars.isDigit(before) ? 1 : 0;
      } else if (Chars.isUpper(c)) {
        upper++;
        // A capital that starts a word, as in camel case, is no sign of chance.
        boolean word =
            i + 2 < to && Chars.isLower(text.charAt(i + 1)) && Chars.isLower(text.charAt(i + 2));
        changes += (Chars.isDigit(before) || Chars.isLower(before)) && !word ? 1 : 0;
      } else if (Chars.isDigit(c)) {
        digits++;
        changes += Chars.isLetter(before) ? 1 : 0;
      } else {
        separators++;
      }
      hex &= Chars.isHex(c) || c == '-';
      before = c;
    }
    if (isAccount(text, from, to)) {
      return true;
    }
    if (hex || lower < 3 || upper < 3 || digits == 0) {
      return false;
    }
    int length = to - from;
    if (length >= 32 && longestLower(text, from, to) < 5) {
      return changes * 8 >= length;
    }
    return changes * 6 >= length && separators * 6 <= length;
  }

  /** {@code 110201543:AA…}: digits, a colon and a long key; the same with a key of a sender. */
  static void messenger(String text, int start, int end, Findings out) {
    if (text.charAt(end - 1) == '~') {
      clientSecret(text, start, end, out);
      return;
    }
    int from = start;
    while (from > 0 && start - from < 40 && isIdChar(text.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < text.length() && isIdChar(text.charAt(to))) {
      to++;
    }
    boolean bot = start - from >= 8 && Extents.allDigits(text, from, start);
    if (from < start && to - end >= MIN_MESSENGER && (bot || end - start > 3)) {
      out.add(from, to, Kind.SECRET);
    }
  }

  /** {@code abc8Q~…}: three characters, a digit, the mark, then the key of an application. */
  private static void clientSecret(String text, int start, int end, Findings out) {
    int from = start - 4;
    int to = end;
    while (to < text.length() && isClientChar(text.charAt(to))) {
      to++;
    }
    if (from < 0 || to - end < MIN_CLIENT || !Chars.isDigit(text.charAt(start - 1))) {
      return;
    }
    for (int i = from; i < start; i++) {
      if (!isClientChar(text.charAt(i))) {
        return;
      }
    }
    out.add(from, to, Kind.SECRET);
  }

  private static boolean isClientChar(char c) {
    return isIdChar(c) || c == '.' || c == '~';
  }

  private static boolean isIdChar(char c) {
    return Chars.isAlnum(c) || c == '_' || c == '-';
  }

  /** Two capitals and up to 32 hexadecimal digits: an account of a telephone service. */
  private static boolean isAccount(String text, int from, int to) {
    if (to - from < 26
        || to - from > 34
        || !Chars.isUpper(text.charAt(from))
        || !Chars.isUpper(text.charAt(from + 1))) {
      return false;
    }
    for (int i = from + 2; i < to; i++) {
      if (!Chars.isLowerHex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Names hold words: five small letters in a row, sooner or later. */
  private static int longestLower(String text, int from, int to) {
    int longest = 0;
    int run = 0;
    for (int i = from; i < to; i++) {
      run = Chars.isLower(text.charAt(i)) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  static boolean isKeyChar(char c) {
    return Chars.isAlnum(c)
        || c == '_'
        || c == '-'
        || c == '.'
        || c == '+'
        || c == '/'
        || c == '='
        || c == '~'
        || c == ':';
  }
}
