package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in plain text is found in each form in which text may be written. */
@Tag("P4")
class SanitizerFormsTest {
  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("percent", escaped(SanitizerFormsTest::percent)),
          Map.entry("percent twice", escaped(text -> percent(percent(text)))),
          Map.entry("base64", encoded(text -> Base64.getEncoder().encodeToString(bytes(text)))),
          Map.entry(
              "base64url",
              encoded(t -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(t)))),
          Map.entry("hex", encoded(text -> HexFormat.of().formatHex(bytes(text)))),
          Map.entry("unicode escapes", escaped(SanitizerFormsTest::unicode)),
          Map.entry("entities", escaped(SanitizerFormsTest::entities)),
          Map.entry("json", new Form("{\"m\":\"", SanitizerFormsTest::json, "\"}", false)),
          Map.entry(
              "json in json",
              new Form("{\"m\":\"{\\\"m\\\":\\\"", text -> json(json(text)), "\\\"}\"}", false)),
          Map.entry("full width", escaped(SanitizerFormsTest::fullWidth)),
          Map.entry("quotes", around("'", "'")),
          Map.entry("brackets", around("[", "]")),
          Map.entry("angles", around("<", ">")),
          Map.entry("fields", around("a,", ",b")),
          Map.entry("lines", around("first\n", "\nlast")),
          Map.entry("other script", around("失败：", "。")));

  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  static Set<String> forms() {
    return new TreeSet<>(FORMS.keySet());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void find_personalTextInAForm_isFound(String form) {
    List<String> rows = SanitizerTest.personal();
    List<String> missed =
        rows.stream()
            .map(SanitizerFormsTest::text)
            .filter(text -> sanitizer.find("", written(form, text), Carrier.LOG_BODY).isEmpty())
            .toList();

    assertThat(missed).hasSizeLessThanOrEqualTo(rows.size() / 100);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void sanitize_secretInAForm_alwaysGoesWhole(String form) {
    List<String> texts =
        SanitizerTest.personal().stream()
            .filter(row -> row.indexOf("<secret>", row.indexOf(" => ")) > 0)
            .map(SanitizerFormsTest::text)
            .toList();

    assertThat(texts).hasSizeGreaterThan(100);
    for (String text : texts) {
      String out = sanitizer.sanitize("", written(form, text), Carrier.LOG_BODY);
      for (Finding finding : sanitizer.find("", text, Carrier.LOG_BODY)) {
        String secret = text.substring(finding.start(), finding.end()).strip();
        // "p" is a password, too, and stands in "port".
        if (finding.kind() == Kind.SECRET && secret.length() > 3) {
          assertThat(holds(out, FORMS.get(form), secret)).as(text).isFalse();
        }
      }
    }
  }

  /** An encoded text has no place for a part of it: only marks may be left. */
  private static boolean holds(String out, Form form, String secret) {
    return form.whole ? !out.matches("(<[a-z:.]+>)+=*") : out.contains(form.escape.apply(secret));
  }

  private static String text(String row) {
    return row.substring(0, row.indexOf(" => "));
  }

  private static String written(String form, String text) {
    Form how = FORMS.get(form);
    return how.before + how.escape.apply(text) + how.after;
  }

  private static Form around(String before, String after) {
    return new Form(before, UnaryOperator.identity(), after, false);
  }

  private static Form escaped(UnaryOperator<String> escape) {
    return new Form("", escape, "", false);
  }

  private static Form encoded(UnaryOperator<String> encode) {
    return new Form("", encode, "", true);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String percent(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : bytes(text)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-_.~".indexOf(b) >= 0);
      out.append(plain ? String.valueOf((char) b) : "%" + HexFormat.of().toHexDigits(b));
    }
    return out.toString();
  }

  private static String unicode(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append("\\u").append(HexFormat.of().toHexDigits((char) c)));
    return out.toString();
  }

  private static String entities(String text) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(c -> out.append(Character.isLetterOrDigit(c) ? "" + (char) c : "&#" + c + ";"));
    return out.toString();
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String fullWidth(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append((char) (c > 32 && c < 127 ? c + 0xfee0 : c)));
    return out.toString();
  }

  /** A way to write a text; of some no part can be told. */
  private record Form(String before, UnaryOperator<String> escape, String after, boolean whole) {}
}
