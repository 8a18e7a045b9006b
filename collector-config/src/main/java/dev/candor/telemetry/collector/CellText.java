package dev.candor.telemetry.collector;

import static dev.candor.telemetry.collector.TextParts.INDEX;
import static dev.candor.telemetry.collector.TextParts.MARK;
import static dev.candor.telemetry.collector.TextParts.NAMED;
import static dev.candor.telemetry.collector.TextParts.QUOTE_ENTITY;
import static dev.candor.telemetry.collector.TextParts.SIGN;
import static dev.candor.telemetry.collector.TextParts.label;
import static dev.candor.telemetry.collector.TextParts.words;

import java.util.List;

/**
 * Data of a person that its label names without a sign: in brackets, in the next cell of a line, in
 * an attribute or element that says what it holds, or in a field that a standard of medicine
 * numbers.
 */
final class CellText {
  private static final String[] IDENTITIES = TextLabels.IDENTITIES.toArray(String[]::new);

  /** What is written in brackets behind its label. */
  private static final String BRACKETED =
      String.join(
          ", ",
          TextLabels.USER,
          TextLabels.PERSON,
          TextLabels.INSTITUTION,
          TextLabels.SUBJECT,
          TextLabels.PERSONAL_ID,
          TextLabels.SERIAL,
          TextLabels.BIRTH);

  private static final String NUMBERED = "[0-9]{5,}[^\\]\\n\"'<" + MARK + "]*";

  /**
   * Groups and elements that DICOM's profile for confidentiality names; the patient's as a whole.
   */
  private static final String TAG =
      "(?:0010,? ?[0-9A-Fa-f]{4}|0008,? ?(?:0050|008[0-2]|009[0-9A-Fa-f]|1010|104[0-9]|10[5-7][0-9])"
          + "|0018,? ?(?:100[0-9]|1400)|0020,? ?0010|0032,? ?103[23]|0038,? ?(?:0010|0300|0500)"
          + "|0040,? ?(?:0006|0241|0242|0243|1001|2016|2017|[Aa]123))";

  private static final String ANY_TAG = "[0-9A-Fa-f]{4},? ?[0-9A-Fa-f]{4}";

  static final List<TextRule> RULES =
      List.of(
          new TextRule(
              "label.named",
              List.of("\">", "'>", "alue", " v=", "ontent", "text", "data"),
              "([\"'](?:[\\pL\\pN]+[_. -])*(?:"
                  + words(IDENTITIES)
                  + ")"
                  + INDEX
                  + NAMED
                  + ")[^<\"'\\n"
                  + MARK
                  + "][^<\"'\\n]*",
              "$1<id>"),
          new TextRule(
              "label.page",
              List.of("&quot;", "&apos;", "&#", "&amp;"),
              "(" + label(IDENTITIES) + SIGN + QUOTE_ENTITY + ")[^&\\n<" + MARK + "]+",
              "$1<id>"),
          new TextRule(
              "label.cell",
              List.of(";", "|", "\t"),
              "("
                  + label(IDENTITIES)
                  + "#?[\"']?(?:[;|]|[ ]?\\t[ \\t]*)[\"']?)[^;|\\s\"'<"
                  + MARK
                  + "][^;|\\t\\r\\n\"'<"
                  + MARK
                  + "]*([;|\\t\\r\\n\"']|\\z)",
              "$1<id>$2"),
          new TextRule(
              "label.bracket",
              List.of("["),
              "("
                  + label(BRACKETED, TextLabels.PLACE)
                  + " ?\\[[\"']?)(?:"
                  + NUMBERED
                  + "|[^\\]\\n\"'<"
                  + MARK
                  + "]*\\pL[^\\]\\n\"'<"
                  + MARK
                  + "]{2,60})",
              "$1<id>"),
          new TextRule(
              "label.parenthesis",
              List.of("("),
              "("
                  + label(BRACKETED)
                  + " ?\\([\"']?)(?:[A-Za-z]{0,4}[-_/]?[0-9]{4,}[\\pL\\pN_./-]*|[\\pL\\pN]+(?:[-_./]+[\\pL\\pN]+)*[-_./]?[0-9]{2,}[\\pL\\pN_./-]*"
                  + "|\\p{Lu}[\\pL'-]+,? \\p{Lu}[^()\\n\"'<"
                  + MARK
                  + "]+|[\\p{Lo}]{2,})",
              "$1<id>"),
          new TextRule(
              "dicom.element",
              List.of("0010", "0008", "0018", "0020", "0032", "0038", "0040", "PN"),
              "((?:^|[^0-9A-Fa-f])(?:"
                  + TAG
                  + "\\)?(?:[ \\t]+[^\\n\\[\\]\"':]{0,60}?(?:'s[^\\n\\[\\]\"':]{0,40})?)??[ \\t]+[A-Z]{2}|"
                  + ANY_TAG
                  + "\\)?(?:[ \\t]+[^\\n\\[\\]\"':]{0,60}?(?:'s[^\\n\\[\\]\"':]{0,40})?)??[ \\t]+PN):?[ \\t]+[\\[\"']?)[^\\[\\]\"'\\s<"
                  + MARK
                  + "](?:[^\\]\\n\"'<"
                  + MARK
                  + "]|'\\pL)*",
              "$1<id>"),
          TextRule.with(
              "\"vr\"",
              "dicom.member",
              "(\"(?:"
                  + TAG
                  + "\"\\s*:\\s*\\{\\s*\"vr\"\\s*:\\s*\"[A-Z]{2}\"|"
                  + ANY_TAG
                  + "\"\\s*:\\s*\\{\\s*\"vr\"\\s*:\\s*\"PN\")\\s*,\\s*\"Value\"\\s*:\\s*\\[)[^\\]\\n]+",
              "$1<id>"),
          TextRule.with(
              "|",
              "hl7.segment",
              "((?:^|[\\r\\n\\x0b]|[^\\pL\\pN])(?:PID|PD1|NK1|PV1|OBR|IN1|GT1|MRG)\\|)[^\\r\\n]+",
              "$1<id>"));

  /** A cell that is a label itself: the mark keeps it, and it names nothing. */
  static final List<TextRule> MARKED =
      List.of(
          new TextRule(
              "keep.cell",
              List.of(";", "|", "\t"),
              "([;|\\t][\"']?)("
                  + words(IDENTITIES)
                  + "(?:[ _.-]?(?:id|ids|name|names|no|nr|number|code))?[\"']?(?:$|[;|\\t\\r\\n,)\\]]))",
              "$1" + MARK + "$2"));

  private CellText() {}
}
