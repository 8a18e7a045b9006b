package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P4")
@Tag("SQ-63")
@Tag("SQ-64")
@Tag("SV-13")
@Tag("MY-9")
@Tag("MY-11")
@Tag("MY-12")
@Tag("MY-13")
class SanitizerTest {
  private static final String TAIL = "4eC39HqLyjWDarjtT1zdp7dc";

  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  static List<String> personal() {
    return SquidFixtures.resource("/personal.txt").lines().toList();
  }

  static List<String> harmless() {
    return Harmless.lines();
  }

  @ParameterizedTest
  @MethodSource("personal")
  void sanitize_personalText_isReplaced(String row) {
    int arrow = row.indexOf(" => ");

    assertThat(log(row.substring(0, arrow))).isEqualTo(row.substring(arrow + 4));
  }

  @ParameterizedTest
  @MethodSource("personal")
  void sanitize_personalTextInASentence_isReplaced(String row) {
    String text = row.substring(0, row.indexOf(" => "));

    assertThat(log("It failed: " + text + "\nand went on")).isNotEqualTo(text);
    assertThat(sanitizer.find("", "It failed: " + text + "\n", Carrier.LOG_BODY)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void sanitize_harmlessText_stays(String text) {
    assertThat(log(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "ak:ia, IOSFODNN7EXAMPLE",
    "gh:p_, abcdefghijklmnopqrstuvwxyz0123456789",
    "xo:xb-, 123456789012-abcdefABCDEF",
    "sk:_live_, 4eC39HqLyjWDarjtT1zdp7dc",
    "s:k-, abcDEF123456ghiJKL7890",
    "AI:za, SyA1234567890abcdefghijklmnopqrstuv",
    "gl:pat-, ABCDEFGHIJ1234567890",
    "h:f_, abcdefGHIJKLmnopqrSTUVwxyz012345",
    "h:f_, nGYqvPmEUMIocrctVWxCXqfZxqMcBLYImF",
    "AS:IA, INRHMOKEDDWUETVQ",
    "A:C, 2c424437b57633620e397245dddd41cf",
    "np:m_, abcdefghijklmnopqrstuvwxyz0123456789",
    "S:G., abcdefghijklmnop.qrstuvwxyz0123456789",
    "hv:s., CAESIJ1234567890abcdef",
    "sh:pat_, 0123456789abcdef0123456789abcdef",
    "ssh-:rsa , AAAAB3NzaC1yc2EAAAADAQABAAABAQC7",
  })
  void sanitize_vendorKeys_areSecrets(String prefix, String tail) {
    String key = prefix.replace(":", "") + (prefix.startsWith("ssh") ? " " : "") + tail;

    assertThat(log("failed with " + key + " in use")).isEqualTo("failed with <secret> in use");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 9})
  void sanitize_keyOfAnyLength_goesWholeAndLeavesTheSentence(int times) {
    String key = "ghp" + "_" + TAIL.repeat(times);

    assertThat(log("refused " + key + ". Again.")).isEqualTo("refused <secret>. Again.");
  }

  @Test
  void sanitize_tokensOfTheWeb_areSecrets() {
    String jwt = "ey" + "JhbGciOiJIUzI1NiJ9.ey" + "JzdWIiOiJhbGljZSJ9.abcdefghij";

    assertThat(log("got " + jwt + " back")).isEqualTo("got <secret> back");
    assertThat(log("got " + jwt.substring(0, 38))).isEqualTo("got <secret>");
    assertThat(log("Set-Cookie: SID=" + TAIL + "; Path=/\nnext"))
        .isEqualTo("Set-Cookie: <secret>\nnext");
  }

  @Test
  void sanitize_armour_goesToItsEndOrTheTexts() {
    String begin = "-----BEGIN RSA " + "PRIVATE KEY-----";
    String end = "-----END RSA " + "PRIVATE KEY-----";

    assertThat(log("a " + begin + "\nMIIE\n" + end + " b")).isEqualTo("a <secret> b");
    assertThat(log("a " + begin + "\nMIIE")).isEqualTo("a <secret>");
  }

  @Test
  void sanitize_escapedJson_keepsItsShape() {
    assertThat(log("{\"a\":\"{\\\"user\\\":\\\"jdoe\\\",\\\"n\\\":1}\"}"))
        .isEqualTo("{\"a\":\"{\\\"user\\\":\\\"<user>\\\",\\\"n\\\":1}\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "user.name, jdoe, <user>",
    "enduser.id, 4711-x, <user>",
    "dbPassword, abc, <secret>",
    "X-Api-Key, 9f8e7d6c5b4a, <secret>",
    "host.name, scope3, <host>",
    "patient.id, 7, <id>",
    "user.dob, 1973-04-12, <id>",
    "http.request.header.authorization, abc def, <secret>",
    "camera_sn, 12769710, <id>",
    "user.count, 5, 5",
    "token.count, 500, 500",
    "release.date, 1973-04-12, 1973-04-12",
    "session.id, 0197a2b4-5c6d-7e8f-9012-3456789abcde, 0197a2b4-5c6d-7e8f-9012-3456789abcde",
    "password, <secret>, <secret>",
    "user.name, anonymous, anonymous",
  })
  void sanitize_key_saysWhatTheValueIs(String key, String value, String expected) {
    String once = sanitizer.sanitize(key, value, Carrier.ATTRIBUTE_VALUE);

    assertThat(once).isEqualTo(expected);
    assertThat(sanitizer.sanitize(key, once, Carrier.ATTRIBUTE_VALUE)).isEqualTo(once);
  }

  @Test
  void sanitize_namesOfCode_survive() {
    Throwable error = new IllegalStateException();
    for (StackTraceElement frame : error.getStackTrace()) {
      assertThat(log("\tat " + frame)).isEqualTo("\tat " + frame);
    }
    for (Kind kind : Kind.values()) {
      assertThat(log("a <" + kind.word() + "> b")).isEqualTo("a <" + kind.word() + "> b");
    }
  }

  @Test
  void sanitize_upperCase_isFoundToo() {
    for (String text :
        List.of("user=jdoe", "patient_0042", "jane@example.org", "password: hunter2")) {
      assertThat(sanitizer.find("", text.toUpperCase(Locale.ROOT), Carrier.LOG_BODY)).isNotEmpty();
    }
  }

  @Test
  void find_fault_tellsNothing() {
    assertThatThrownBy(() -> sanitizer.find("k", null, Carrier.LOG_BODY))
        .isInstanceOf(SanitizerFault.class)
        .hasNoCause();
  }

  private String log(String text) {
    return sanitizer.sanitize("", text, Carrier.LOG_BODY);
  }
}
