package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may type about themselves. */
class SelfDescriptionTest {
  @Test
  @Tag("SQ-38")
  void of_fourFields_isApprovedForNobody() {
    SelfDescription description = SelfDescription.of("Lab 201", "Stanford", "Prakash", "B 12");

    assertThat(description.instrument()).isEqualTo("Lab 201");
    assertThat(description.institution()).isEqualTo("Stanford");
    assertThat(description.lab()).isEqualTo("Prakash");
    assertThat(description.location()).isEqualTo("B 12");
    assertThat(description.destinations()).isEmpty();
    assertThat(description.isEmpty()).isFalse();
  }

  @Test
  void nullAndBlank_areNotGiven() {
    assertThat(new SelfDescription(null, "", " ", "\t", null)).isEqualTo(SelfDescription.none());
    assertThat(SelfDescription.none().isEmpty()).isTrue();
    assertThat(SelfDescription.of(null, null, null, "B 12").isEmpty()).isFalse();
  }

  @Test
  @Tag("P4")
  void approvedFor_namesExactlyThese() {
    SelfDescription description = SelfDescription.of("Lab 201", null, null, null);

    assertThat(description.approvedFor(Set.of("sentry", "otlp")).destinations())
        .containsExactlyInAnyOrder("otlp", "sentry");
    assertThat(description.approvedFor(Set.of("sentry")).approvedFor(Set.of()))
        .isEqualTo(description);
  }

  @Test
  @Tag("P4")
  void toString_masksEverything() {
    assertThat(SelfDescription.of("a", "b", "c", "d").approvedFor(Set.of("otlp")))
        .hasToString("<self-description>");
  }

  @Test
  void text_upTo80Characters_anyScript() {
    String longest = "é".repeat(SelfDescription.LONGEST);

    assertThat(SelfDescription.of(longest, "顕微鏡 𝛼", null, null).instrument()).isEqualTo(longest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret\n",
        "\0secret",
        "secret\u2028",
        "secret\u202e",
        "secret\ud800",
        "secret\r"
      })
  void text_controlCharacters_areRefusedWithoutTheValue(String text) {
    assertThatThrownBy(() -> SelfDescription.of(null, null, text, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lab must be at most 80 characters without control characters");
  }

  @Test
  void text_tooLong_isRefusedByItsField() {
    String text = "x".repeat(SelfDescription.LONGEST + 1);

    assertThatThrownBy(() -> SelfDescription.of(text, null, null, null))
        .hasMessageStartingWith("instrument must")
        .hasMessageNotContaining("xx");
    assertThatThrownBy(() -> SelfDescription.of(null, text, null, null))
        .hasMessageStartingWith("institution must");
    assertThatThrownBy(() -> SelfDescription.of(null, null, null, text))
        .hasMessageStartingWith("location must");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Secret", "se cret", "https://secret", "sécret"})
  void destination_oddName_isRefusedWithoutTheValue(String name) {
    assertThatThrownBy(() -> SelfDescription.none().approvedFor(Set.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("destinations must be lower-case letters, digits and dashes, at most 64");
  }

  @Test
  void destinations_nullOrTooMany_areRefused() {
    Set<String> many =
        IntStream.range(0, 17).mapToObj(Integer::toString).collect(Collectors.toSet());

    assertThatThrownBy(() -> SelfDescription.none().approvedFor(many))
        .hasMessage("destinations must be at most 16");
    assertThatThrownBy(() -> SelfDescription.none().approvedFor(Collections.singleton(null)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SelfDescription.none().approvedFor(Set.of("a".repeat(65))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
