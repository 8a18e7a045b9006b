package dev.candor.telemetry.collector;

import java.util.List;

/** Numbers that name a person by their shape. Check digits cannot be computed here. */
final class NumberText {
  private static final String DAY = "(?:0[1-9]|[12][0-9]|3[01])";
  private static final String MONTH = "(?:0[1-9]|1[0-2])";

  private static final String MONTH_NAME =
      "jan|feb|m[a\\x{e4}]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]";

  private static final String CARD =
      "(?:4[0-9]{3}|5[1-5][0-9]{2}|2[2-7][0-9]{2}|6(?:011|5[0-9]{2}|4[4-9][0-9])|35[2-8][0-9]|3[068][0-9]{2}|62[0-9]{2})(?:[ .-]?[0-9]{4}){3}"
          + "|3[47][0-9]{2}(?:[ .-][0-9]{4}){2}[ .-][0-9]{3}|3[47][0-9]{2}[ .-]?[0-9]{6}[ .-]?[0-9]{5}|3(?:0[0-5]|[68][0-9])[0-9][ -]?[0-9]{6}[ -]?[0-9]{4}";

  /**
   * Any country's, in any case: the bank's first or second group is of digits. With blanks or none
   * in between, or all with hyphens: else, many a UUID is one.
   */
  private static final String IBAN =
      "(?i:(?:A[DELOTZ]|B[AEGHIRY]|C[HRYZ]|D[EKO]|E[EGS]|F[IOR]|G[BEILRT]|H[RU]|I[ELQST]|JO|K[WZ]|L[BCITUVY]|M[CDEKRTU]|N[LO]"
          + "|P[KLST]|QA|R[OSU]|S[ACDEIKMTV]|T[LNR]|UA|V[AG]|XK)[0-9]{2})[ -]?(?:[A-Za-z]?[0-9]{3,4}|[A-Za-z]{4}[ -]?[0-9]{4})"
          + "(?:[ -]?[A-Za-z0-9]{4}){1,7}(?:[ -]?[A-Za-z0-9]{1,3})?";

  private static final String NATIONAL =
      String.join(
          "|",
          "[0-9]{3}-[0-9]{2}-[0-9]{4}",
          "[0-9]{3}[.][0-9]{3}[.][0-9]{3}[-/][0-9]{2}",
          "[0-9]{2}[.][0-9]{3}[.][0-9]{3}/[0-9]{4}-[0-9]{2}",
          "756[.][0-9]{4}[.][0-9]{4}[.][0-9]{2}",
          "[12] [0-9]{2} (?:0[1-9]|1[0-2]) [0-9AB]{2} [0-9]{3} [0-9]{3}(?: [0-9]{2})?",
          "[0-9]{2}" + MONTH + DAY + "[-+][0-9]{4}",
          "(?:19|20)[0-9]{2}" + MONTH + DAY + "[-+]?[0-9]{4}",
          DAY + MONTH + "[0-9]{2}[-+A][0-9]{3}[0-9A-Z]",
          "[0-9]{2}" + MONTH + DAY + "-[1-8][0-9]{6}",
          "[1-9][0-9]{5}(?:19|20)[0-9]{2}" + MONTH + DAY + "[0-9]{3}[0-9Xx]",
          "[A-Z]{6}[0-9]{2}[A-EHLMPR-T][0-9]{2}[A-Z][0-9]{3}[A-Z]",
          "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]",
          "[XYZ]?[0-9]{7,8}-?[A-HJ-NP-TV-Z]",
          "[2-9][0-9]{3} [0-9]{4} [0-9]{4}",
          "[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]",
          "[0-9]{3} [0-9]{3} [0-9]{4}",
          "[0-9]{2} [0-9]{3} [0-9]{3} [0-9]{3}",
          "S-1-5-21(?:-[0-9]{1,10}){3,4}");

  private static final String PHONE =
      String.join(
          "|",
          "\\([0-9]{3}\\) ?[0-9]{3}[ .-]?[0-9]{4}",
          "(?:1[ .-])?[2-9][0-9]{2}[-.][0-9]{3}[-.][0-9]{4}",
          "[2-9][0-9]{2} [0-9]{3}-[0-9]{4}",
          "00[1-9][0-9]{8,13}",
          "00[1-9][0-9]{0,6}[ ./-](?:[0-9]{1,4}[ ./-]?){1,6}[0-9]{2,4}",
          "0[1-9](?:[ .-][0-9]{2}){4}",
          "\\(0[0-9]{1,5}\\) ?[0-9]{2,}(?:[ /-][0-9]+){0,3}",
          "0[1-9][0-9]{1,4}[ ]?[/ -][ ]?[0-9]{3,4}[ -]?[0-9]{2,5}(?:[ -][0-9]{2,4})?",
          "0[1-9][0-9]{1,3} [0-9]{2,4} [0-9]{2,4}(?: [0-9]{2,4})?",
          "1[3-9][0-9][ -]?[0-9]{4}[ -][0-9]{4}",
          "0[0-9]{1,3}-[0-9]{3,4}-[0-9]{4}",
          "[6-9][0-9]{2} [0-9]{2} [0-9]{2} [0-9]{2}");

  /** Before labels, which take the first group only. */
  static final List<TextRule> ACCOUNTS =
      List.of(
          TextRule.of(
                  "number.iban",
                  "(^|[^\\pL\\pN])(?:"
                      + IBAN.replace("[ -]", "[ ]")
                      + "|[A-Za-z]{2}[0-9]{14,30})\\b|(^|[^\\pL\\pN-]|(?i:iban)-)"
                      + IBAN.replace("[ -]?", "-")
                      + "\\b",
                  "$1$2<id>")
              .behind(TextGate.DIGITS));

  static final List<TextRule> RULES =
      List.of(
          new TextRule(
              "phone.international",
              List.of("+", "&#", "&plus;", "\\u002"),
              "(^|[^\\pL\\pN])[+]\\(?[1-9][0-9]{0,2}\\)?(?:[ .()/\\x{a0}-]{0,3}[0-9]){6,13}\\b",
              "$1<id>"),
          TextRule.of("number.card", "(^|[^0-9.]|[^0-9][.])(?:" + CARD + ")\\b", "$1<id>")
              .behind(TextGate.DIGITS),
          TextRule.of("number.national", "(^|[^\\pL\\pN.+/_-])(?:" + NATIONAL + ")\\b", "$1<id>")
              .behind(TextGate.DIGITS),
          TextRule.of("number.phone", "(^|[^\\pL\\pN.+/_-])(?:" + PHONE + ")\\b", "$1<id>")
              .behind(TextGate.DIGITS),
          TextRule.with("0x", "wallet.eth", "\\b0x[0-9a-fA-F]{40}\\b", "<secret>"),
          TextRule.of(
                  "wallet.btc",
                  "\\b(?:bc1[a-z0-9]{25,}|[13][A-HJ-NP-Z][a-km-zA-HJ-NP-Z1-9]{24,})\\b",
                  "<secret>")
              .behind(TextGate.RUN),
          TextRule.with(
              "-",
              "value.host",
              "^(?i:desktop|laptop|pc|ws|nb|lab|srv|win|mac|macbook|imac|workstation)-+[a-z0-9]*[0-9][a-z0-9-]*\\z",
              "<host>"),
          TextRule.of(
                  "value.serial",
                  "^(?:[A-Z]{2,4}-[0-9]{3,6}-[A-Z0-9]*[A-Z][A-Z0-9]*|[A-Z]-[0-9]{5,8}-[A-Z0-9]{1,3}|[A-Z]{2,4}/[0-9]{5,9}|[A-Z]{1,4}-?[0-9]{7,9})\\z",
                  "<id>")
              .behind(TextGate.DIGITS),
          new TextRule(
              "value.password",
              List.of("!", "#", "%", "^", "*", "?"),
              "^(?:[A-Za-z]*[0-9][A-Za-z0-9]*[!#%^*?][A-Za-z0-9]|[A-Za-z0-9]{3,}[!#%^*?][A-Za-z0-9!#%^*?]*[0-9])[A-Za-z0-9!#%^*?]{2,}\\z",
              "<secret>"),
          TextRule.of(
                  "value.birth",
                  "^\\s*(?:(?:19[0-9]{2}|20(?:0[0-9]|1[0-5]))[-./]"
                      + MONTH
                      + "[-./]"
                      + DAY
                      + "|"
                      + DAY
                      + "[-./]"
                      + MONTH
                      + "[-./](?:19[0-9]{2}|20(?:0[0-9]|1[0-5]))|"
                      + MONTH
                      + "/"
                      + DAY
                      + "/(?:19[0-9]{2}|20(?:0[0-9]|1[0-5]))|(?:0?[1-9]|[12][0-9]|3[01])[. -]{1,2}(?i:"
                      + MONTH_NAME
                      + ")[a-z]*[., -]{1,2}(?:19[0-9]{2}|20(?:0[0-9]|1[0-5]))|(?i:"
                      + MONTH_NAME
                      + ")[a-z]* (?:0?[1-9]|[12][0-9]|3[01]),? (?:19[0-9]{2}|20(?:0[0-9]|1[0-5]))|[12][0-9]{3}[年년] ?[0-9]{1,2}[月월] ?[0-9]{1,2}[日일])\\s*\\z",
                  "<id>")
              .behind(TextGate.DIGITS));

  private NumberText() {}
}
