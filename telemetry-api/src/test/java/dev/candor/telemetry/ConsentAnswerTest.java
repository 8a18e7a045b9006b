package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers, presets and the account of what became of events. */
class ConsentAnswerTest {
  @Test
  @Tag("P1")
  void unknown_isOffForEveryPurpose() {
    ConsentAnswer unknown = ConsentAnswer.unknown();

    assertThat(unknown.state()).isEqualTo(ConsentAnswer.State.UNKNOWN);
    assertThat(unknown.isOff()).isTrue();
    assertThat(unknown.grant()).isZero();
    assertThat(unknown.purposes()).containsOnlyKeys(Purpose.values());
  }

  @Test
  @Tag("SQ-32")
  void state_isOneOfThree_unknownOptedInOrOptedOut() {
    ConsentAnswer no =
        new ConsentAnswer(
            ConsentAnswer.State.ANSWERED, ConsentAnswer.Authority.PERSON, 1, Map.of());
    ConsentAnswer yes =
        new ConsentAnswer(
            ConsentAnswer.State.ANSWERED,
            ConsentAnswer.Authority.PERSON,
            2,
            Map.of(Purpose.USAGE, ConsentAnswer.Switches.of(ConsentPreset.COUNTS)));

    assertThat(List.of(ConsentAnswer.unknown(), no, yes))
        .extracting(ConsentAnswerTest::consent)
        .containsExactly("unknown", "opted out", "opted in");
  }

  private static String consent(ConsentAnswer answer) {
    return switch (answer.state()) { // exhaustive: a fourth state would not compile
      case UNKNOWN -> "unknown";
      case ANSWERED -> answer.isOff() ? "opted out" : "opted in";
    };
  }

  @ParameterizedTest
  @CsvSource({"NO, false, false", "COUNTS, false, true", "EVERYTHING, true, true"})
  @Tag("P2")
  void preset_decidesWhatIsStoredAndCounted(ConsentPreset preset, boolean items, boolean counts) {
    ConsentAnswer.Switches switches = ConsentAnswer.Switches.of(preset);

    assertThat(switches.storesItems()).isEqualTo(items);
    assertThat(switches.counts()).isEqualTo(counts);
  }

  @Test
  @Tag("P2")
  void keepHere_storesAndCountsWithoutSending() {
    ConsentAnswer.Switches here = new ConsentAnswer.Switches(true, ConsentAnswer.Send.NOTHING);

    assertThat(here.storesItems()).isTrue();
    assertThat(here.counts()).isTrue();
  }

  @Test
  @Tag("P2")
  void purposesThatAreNotNamed_areOff() {
    ConsentAnswer.Switches everything = ConsentAnswer.Switches.of(ConsentPreset.EVERYTHING);
    ConsentAnswer answer =
        new ConsentAnswer(
            ConsentAnswer.State.ANSWERED,
            ConsentAnswer.Authority.PERSON,
            4,
            Map.of(Purpose.USAGE, everything));

    assertThat(answer.of(Purpose.USAGE)).isEqualTo(everything);
    assertThat(answer.of(Purpose.DIAGNOSTICS)).isEqualTo(ConsentAnswer.Switches.OFF);
    assertThat(answer.isOff()).isFalse();
    assertThat(new ConsentRecord(Instant.EPOCH, answer).answer()).isEqualTo(answer);
  }

  @Test
  @Tag("P12")
  void question_copiesWhatItShows() {
    ConsentQuestion.Item item =
        new ConsentQuestion.Item("a.b", Purpose.USAGE, "A", "B", List.of("a.b.c"));
    ConsentQuestion question =
        new ConsentQuestion("lab", 1, List.of("host.example"), List.of(item));

    assertThat(question.items()).containsExactly(item);
    assertThat(item.attributes()).containsExactly("a.b.c");
  }

  @Test
  @Tag("P8")
  void ledger_balancesOnlyIfEveryItemHasItsTerm() {
    assertThat(ledger(21).balances()).isTrue();
    assertThat(ledger(22).balances()).isFalse();
  }

  private static TelemetryStatus.DestinationLedger ledger(long offered) {
    TelemetryStatus.DestinationLedger ledger =
        new TelemetryStatus.DestinationLedger(
            "otlp", offered, 1, 2, 3, 4, 5, Map.of("refused", 4L, "oversize", 2L));
    TelemetryStatus status =
        new TelemetryStatus(
            ConsentAnswer.unknown(), List.of(), List.of(ledger), Map.of(), Map.of());
    return status.destinations().get(0);
  }
}
