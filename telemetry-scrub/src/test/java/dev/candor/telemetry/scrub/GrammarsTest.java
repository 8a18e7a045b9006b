package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P4")
class GrammarsTest {
  private static final String UUID_V7 = "0197a2b4-5c6d-7e8f-9012-3456789abcde";

  @ParameterizedTest
  @ValueSource(
      strings = {"OSError", "java.io.IOException", "a.B$C", "_x", "$Proxy", "zmq.error.Again"})
  void isTypeName_dottedIdentifiers_fit(String value) {
    assertThat(Grammars.isTypeName(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "a.", ".a", "a..b", "a b", "1a", "a.1", "/home/x", "a@b", "Ärger", "a\n", "a-b"
      })
  void isTypeName_anythingElse_doesNotFit(String value) {
    assertThat(Grammars.isTypeName(value)).isFalse();
  }

  @Test
  void names_areBounded() {
    assertThat(Grammars.isTypeName("a".repeat(200))).isTrue();
    assertThat(Grammars.isTypeName("a".repeat(201))).isFalse();
    assertThat(Grammars.isFrameName("a".repeat(201))).isFalse();
    assertThat(Grammars.isVersion("1".repeat(65))).isFalse();
    assertThat(Grammars.isWireName("a".repeat(101))).isFalse();
    assertThat(Grammars.isWord("a".repeat(101))).isFalse();
    assertThat(Grammars.isKey("a".repeat(201))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<init>", "<module>", "run", "lambda$main$0", "a.b-c", "control.core.x"})
  void isFrameName_namesOfCode_fit(String value) {
    assertThat(Grammars.isFrameName(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " run", "a b", "1a", ">a", "a/b", "C:", "naïve", "a@b"})
  void isFrameName_anythingElse_doesNotFit(String value) {
    assertThat(Grammars.isFrameName(value)).isFalse();
  }

  @Test
  void isVersion_versionsAndCommits_fit() {
    assertThat(Grammars.isVersion("1.4.2-rc.1+build_7")).isTrue();
    assertThat(Grammars.isVersion("8c8fa04c9d5cf6b8bc5df44bc4ecbb2a2dcbd0f4")).isTrue();
    assertThat(Grammars.isVersion("")).isFalse();
    assertThat(Grammars.isVersion("-1")).isFalse();
    assertThat(Grammars.isVersion("1 2")).isFalse();
    assertThat(Grammars.isVersion("1/2")).isFalse();
  }

  @Test
  void ids_fitOnlyInTheirOneForm() {
    assertThat(Grammars.isSessionId(UUID_V7)).isTrue();
    assertThat(Grammars.isSessionId(UUID_V7.toUpperCase(java.util.Locale.ROOT))).isFalse();
    assertThat(Grammars.isSessionId(UUID_V7.replace("-7e8f", "-4e8f"))).isFalse();
    assertThat(Grammars.isSessionId(UUID_V7.replace("-9012", "-c012"))).isFalse();
    assertThat(Grammars.isUuid(UUID_V7.replace("-7e8f", "-4e8f"))).isTrue();
    assertThat(Grammars.isUuid(UUID_V7.replace('-', '0'))).isFalse();
    assertThat(Grammars.isUuid(UUID_V7 + "0")).isFalse();
    assertThat(Grammars.isHex32("0123456789abcdef".repeat(2))).isTrue();
    assertThat(Grammars.isHex32("0123456789ABCDEF".repeat(2))).isFalse();
    assertThat(Grammars.isHex64("0123456789abcdef".repeat(4))).isTrue();
    assertThat(Grammars.isHex64("0123456789abcdef")).isFalse();
  }

  @Test
  void words_fitLowerCaseOnly() {
    assertThat(Grammars.isWireName("select_wells")).isTrue();
    assertThat(Grammars.isWireName("Select")).isFalse();
    assertThat(Grammars.isWireName("a b")).isFalse();
    assertThat(Grammars.isWireName("")).isFalse();
    assertThat(Grammars.isWord("x86-64.v2")).isTrue();
    assertThat(Grammars.isWord("x y")).isFalse();
    assertThat(Grammars.isWord("")).isFalse();
    assertThat(Grammars.isKey("imaging.run.mode")).isTrue();
    assertThat(Grammars.isKey("imaging..mode")).isFalse();
    assertThat(Grammars.isKey("")).isFalse();
  }

  @Test
  void lists_fitWithinTheirLimits() {
    assertThat(Grammars.isTrail("a,b,a")).isTrue();
    assertThat(Grammars.isTrail("a," + "b,".repeat(48) + "c")).isTrue();
    assertThat(Grammars.isTrail("a," + "b,".repeat(49) + "c")).isFalse();
    assertThat(Grammars.isTrail("a,,b")).isFalse();
    assertThat(Grammars.isConstants("a,b,c")).isTrue();
    assertThat(Grammars.isConstants("b,a")).isFalse();
    assertThat(Grammars.isConstants("a,a")).isFalse();
    assertThat(Grammars.isConstants("")).isFalse();
  }

  @Test
  void isDecimal_plainNumbers_fit() {
    assertThat(Grammars.isDecimal("-12.50")).isTrue();
    assertThat(Grammars.isDecimal("0")).isTrue();
    for (String none : new String[] {"", "-", "1.", ".5", "1e5", "+1", "1.2.3", "0x1", "NaN"}) {
      assertThat(Grammars.isDecimal(none)).as(none).isFalse();
    }
    assertThat(Grammars.isDecimal("1".repeat(33))).isFalse();
  }
}
