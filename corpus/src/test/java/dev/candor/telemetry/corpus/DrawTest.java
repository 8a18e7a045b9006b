package dev.candor.telemetry.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final List<LeakCase> CASES = Draw.of(1);

  @Test
  void of_equalSeeds_giveEqualCases() {
    assertThat(Draw.of(1)).isEqualTo(CASES);
  }

  @Test
  void of_anotherSeed_givesOtherTexts() {
    Set<String> texts = new HashSet<>(secret(CASES).map(LeakCase::text).toList());

    assertThat(secret(Draw.of(2)).filter(one -> texts.contains(one.text())).count())
        .as("short texts may be equal by chance")
        .isLessThan(texts.size() / 100);
  }

  @Test
  void of_anySeed_holdsEnoughOfEverything() {
    List<LeakCase> secret = secret(CASES).toList();

    assertThat(secret).hasSizeGreaterThanOrEqualTo(5000);
    assertThat(CASES.size() - secret.size()).isGreaterThanOrEqualTo(2000);
    assertThat(secret.stream().map(LeakCase::kind).distinct().count()).isGreaterThanOrEqualTo(42);
    assertThat(secret.stream().map(LeakCase::form).distinct().count()).isGreaterThanOrEqualTo(12);
    assertThat(secret.stream().map(LeakCase::locale).distinct().count()).isGreaterThanOrEqualTo(10);
    assertThat(secret.stream().map(one -> one.kind() + one.carrier()).distinct().count())
        .isEqualTo(11L * Draw.KINDS.size());
  }

  @Test
  void of_anySeed_writesEachKindInEachCarrierInTwelveForms() {
    Map<String, Set<String>> forms =
        secret(CASES)
            .collect(
                Collectors.groupingBy(
                    one -> one.kind() + " as " + one.carrier(),
                    Collectors.mapping(LeakCase::form, Collectors.toSet())));

    assertThat(forms)
        .allSatisfy((pair, written) -> assertThat(written).hasSizeGreaterThanOrEqualTo(12));
  }

  @Test
  void of_anySeed_namesEachCaseOnce() {
    assertThat(CASES).extracting(LeakCase::id).doesNotHaveDuplicates();
    assertThat(CASES).extracting(LeakCase::carrier).containsOnlyElementsOf(Carriers.ALL);
  }

  @Test
  void text_eachCaseWithSecrets_leaksWhenNothingIsTakenOut() {
    assertThat(secret(CASES))
        .allSatisfy(one -> assertThat(new LeakSearch(one.secrets()).leaks(one.text())).isTrue());
  }

  private static Stream<LeakCase> secret(List<LeakCase> cases) {
    return cases.stream().filter(one -> !one.benign());
  }
}
