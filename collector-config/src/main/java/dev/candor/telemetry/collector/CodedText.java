package dev.candor.telemetry.collector;

import static dev.candor.telemetry.collector.TextParts.MARK;
import static dev.candor.telemetry.collector.TextParts.SIGN;
import static dev.candor.telemetry.collector.TextParts.value;

import java.util.List;

/**
 * Runs that stand for other text. Nothing can be decoded here, so that a run goes as a whole if it
 * is written as only text is: what it says cannot be told from what a person wrote.
 */
final class CodedText {
  /** Where a coded word may go on. */
  private static final String WORD = "[^\\s\"'<>,;|()\\[\\]{}`" + MARK + "]";

  /** Four characters of base64 that stand for three of printable ASCII. */
  private static final String ASCII_IN_BASE64 =
      "[I-Za-f][C-HS-Xi-ny-z0-3][ABEFIJMNQRUVYZcdghklopstwx014589][A-Za-z0-9+/_-]";

  /** Four characters of base64 at the start of a text beyond ASCII, in UTF-8. */
  private static final String UTF8_IN_BASE64 =
      "(?:w[4-9A-Za-z]|x[A-Za-z0-9]|[0-3][A-Za-z0-9]|4[0-9o]|5[0-9A-Za-z]|6[A-Za-z0-9])[A-Za-z0-9+/_-]{2}";

  private static final String BASE64_BEFORE =
      "(^|[^A-Za-z0-9+/_=" + MARK + "-]|[=:/][\"']?|%3[AaDd])";

  /** What may follow signs of equality that fill a run up: a value behind one makes it a label. */
  private static final String END = "([\\s\"',;)\\]}<&|]|\\z)";

  static final List<TextRule> RULES =
      List.of(
          // Signs that join words and are coded alone: other rules have to see what they join.
          new TextRule(
              "decoded.comma",
              List.of("&", "\\u"),
              "(?:&(?:#0*44|#[xX]0*2[cC]|comma);|\\\\+u002[cC])( )",
              ",$1"),
          new TextRule(
              "decoded.colon",
              List.of("&", "\\u"),
              "(?:&(?:#0*58|#[xX]0*3[aA]|colon);|\\\\+u003[aA])( )",
              ":$1"),
          new TextRule(
              "decoded.plus",
              List.of("&", "\\u"),
              "(^|[^A-Za-z0-9])(?:&(?:#0*43|#[xX]0*2[bB]|plus);|\\\\+u002[bB])([0-9])",
              "$1+$2"),
          new TextRule(
              "encoded.label",
              List.of("\\u", "%"),
              "((?:\\\\+u[0-9A-Fa-f]{4}|%[C-Fc-f][0-9A-Fa-f]%[89ABab][0-9A-Fa-f])[^\\s\"'<>,;|():=]*"
                  + SIGN
                  + ")"
                  + value("[^\\s\"'`<>,;&{(\\[" + MARK + "\\\\][^\\s\"'`<>;,&\\\\]*"),
              "$1$2$3$4<secret>"),
          TextRule.with(
              "%",
              "encoded.percent",
              WORD
                  + "*?%(?:25)*(?:2[1-9A-Fa-f]|[3-7][0-9A-Fa-f]|[C-Fc-f][0-9A-Fa-f]%(?:25)*[89ABab][0-9A-Fa-f])"
                  + WORD
                  + "*",
              "<secret>"),
          TextRule.with("%20", "encoded.blank", WORD + "+%20" + WORD + "+", "<secret>"),
          TextRule.with(
              "\\",
              "encoded.escape",
              "[^\\s\"'<>,;|()`"
                  + MARK
                  + "]*?\\\\+(?:u\\{?[0-9A-Fa-f]{4,6}\\}?|x[0-9A-Fa-f]{2}|U[0-9A-Fa-f]{8}|[0-3][0-7]{2})"
                  + "[^\\s\"'<>,;|()`"
                  + MARK
                  + "]*(?: [^\\s\"'<>,;|()`/]+/[^\\s\"'<>,;|()`]*)?",
              "<secret>"),
          TextRule.with(
              "&",
              "encoded.entity",
              "[^\\s\"'<>,|()`"
                  + MARK
                  + "]*?&(?:amp;)*(?:#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5}|commat|period|colon|sol|bsol|lowbar|num"
                  + "|equals|dot|percnt);[^\\s\"'<>,|()`"
                  + MARK
                  + "]*",
              "<secret>"),
          TextRule.of(
                  "encoded.wide",
                  "[\\x{ff0f}\\x{ff3c}][^\\s\"'<>]{2,}|[\\x{ff10}-\\x{ff19}\\x{ff21}-\\x{ff3a}\\x{ff41}-\\x{ff5a}]{2}[^\\s\"'<>,;]+|[\\x{ff21}-\\x{ff3a}\\x{ff41}-\\x{ff5a}]\\x{ff1a}[^\\s\"'<>]{2,}"
                      + "|[A-Za-z0-9._-]+\\x{ff20}[^\\s]+",
                  "<secret>")
              .behind(TextGate.FOREIGN),
          TextRule.of(
                  "encoded.base64",
                  BASE64_BEFORE
                      + "(?:(?:"
                      + ASCII_IN_BASE64
                      + "){4}[A-Za-z0-9+/_-]*={0,2}|(?:"
                      + ASCII_IN_BASE64
                      + "){2,3}[A-Za-z0-9+/_-]*={1,2}"
                      + END
                      + "|(?:"
                      + ASCII_IN_BASE64
                      + "){3}[A-Za-z0-9+/_-]{12,}|"
                      + UTF8_IN_BASE64
                      + "(?:[A-Za-z0-9+/_-]{4}){2,}[A-Za-z0-9+/_-]{0,3}={1,2}"
                      + END
                      + ")",
                  "$1<secret>$2$3")
              .behind(TextGate.RUN),
          TextRule.of(
                  "encoded.hex",
                  "(^|[^0-9A-Za-z"
                      + MARK
                      + "-])(?:0x)?(?:[2-7][0-9A-Fa-f]){4,}[2-7][A-Fa-f](?:[2-7][0-9A-Fa-f]){3,}\\b",
                  "$1<secret>")
              .behind(TextGate.RUN));

  private CodedText() {}
}
