package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in plain text is found in each form in which text may be written. */
@Tag("P4")
class SanitizerFormsTest {
  private static final Map<String, UnaryOperator<String>> FORMS =
      Map.ofEntries(
          Map.entry("percent", SanitizerFormsTest::percent),
          Map.entry("percent twice", text -> percent(percent(text))),
          Map.entry("base64", text -> Base64.getEncoder().encodeToString(bytes(text))),
          Map.entry(
              "base64url", t -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(t))),
          Map.entry("hex", text -> HexFormat.of().formatHex(bytes(text))),
          Map.entry("unicode escapes", SanitizerFormsTest::unicode),
          Map.entry("entities", SanitizerFormsTest::entities),
          Map.entry("json", SanitizerFormsTest::json),
          Map.entry("json in json", text -> json(json(text))),
          Map.entry("full width", SanitizerFormsTest::fullWidth),
          Map.entry("quotes", text -> "'" + text + "'"),
          Map.entry("brackets", text -> "[" + text + "]"),
          Map.entry("angles", text -> "<" + text + ">"),
          Map.entry("fields", text -> "a," + text + ",b"),
          Map.entry("lines", text -> "first\n" + text + "\nlast"),
          Map.entry("other script", text -> "失败：" + text + "。"));

  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "percent",
        "percent twice",
        "base64",
        "base64url",
        "hex",
        "unicode escapes",
        "entities",
        "json",
        "json in json",
        "full width",
        "quotes",
        "brackets",
        "angles",
        "fields",
        "lines",
        "other script"
      })
  void find_personalTextInAForm_isFound(String form) {
    List<String> rows = SanitizerTest.personal();
    List<String> missed =
        rows.stream()
            .map(row -> row.substring(0, row.indexOf(" => ")))
            .filter(text -> sanitizer.find("", written(form, text), Carrier.LOG_BODY).isEmpty())
            .toList();

    assertThat(missed).hasSizeLessThanOrEqualTo(rows.size() / 100);
  }

  private static String written(String form, String text) {
    return FORMS.get(form).apply(text);
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
    return "{\"m\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
  }

  private static String fullWidth(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append((char) (c > 32 && c < 127 ? c + 0xfee0 : c)));
    return out.toString();
  }
}
