package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.collector.Replay.Case;
import dev.candor.telemetry.collector.Replay.Outcome;
import dev.candor.telemetry.scrub.Carrier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts in every carrier, through one real Collector. */
@Tag("P4")
class ReplayIT {
  @TempDir private static Path folder;
  private static Replay replay;

  @BeforeAll
  static void start() {
    replay = Replay.start(GoldenCollector.program(), folder);
  }

  @AfterAll
  static void stop() {
    replay.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"ATTRIBUTE_VALUE", "CONFIG_VALUE", "EXCEPTION_MESSAGE"})
  void through_harmlessTextUnderAnUnknownKey_isExactlyWhatLeft(Carrier carrier) {
    assertThat(one(carrier, "note", "30 fps @ 2048x2048\nµ 日本").out())
        .isEqualTo("30 fps @ 2048x2048\nµ 日本");
    assertThat(one(carrier, "", "30 fps").out()).isEqualTo("30 fps");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ATTRIBUTE_KEY",
        "STATUS_DESCRIPTION",
        "RESOURCE_ATTRIBUTE",
        "METRIC_ATTRIBUTE",
        "EVENT_NAME"
      })
  void through_carrierThatIsNotRegistered_itemLeavesWithoutTheText(Carrier carrier) {
    assertThat(one(carrier, "note", "alice")).isEqualTo(new Outcome("", 200));
  }

  @ParameterizedTest
  @CsvSource({"SPAN_NAME,200", "LOG_BODY,404"})
  void through_itemThatIsDropped_outIsNull(Carrier carrier, int status) {
    assertThat(one(carrier, "", "alice")).isEqualTo(new Outcome(null, status));
  }

  @ParameterizedTest
  @CsvSource({
    "ATTRIBUTE_VALUE,activity.outcome,completed",
    "METRIC_ATTRIBUTE,activity.outcome,completed",
    "RESOURCE_ATTRIBUTE,os.type,linux",
    "SPAN_NAME,'',session",
    "EXCEPTION_STACKTRACE,exception.stacktrace,OSError",
  })
  void through_registeredValue_isExactlyWhatLeft(Carrier carrier, String key, String text) {
    assertThat(one(carrier, key, text).out()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "ATTRIBUTE_VALUE,activity.outcome",
    "ATTRIBUTE_VALUE,session.id",
    "METRIC_ATTRIBUTE,activity.outcome",
    "RESOURCE_ATTRIBUTE,service.name",
    "EXCEPTION_STACKTRACE,''",
  })
  void through_valueThatDoesNotFitItsRegisteredKey_isGone(Carrier carrier, String key) {
    assertThat(one(carrier, key, "alice").out()).isEmpty();
  }

  @Test
  void through_addressInText_isMasked() {
    assertThat(one(Carrier.ATTRIBUTE_VALUE, "", "ask alice@smithlab.example now").out())
        .doesNotContain("alice")
        .startsWith("ask ")
        .endsWith(" now");
  }

  @Test
  void through_manyCasesOfAllCarriers_areNotMixedUp() {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 1100; i++) {
      Carrier carrier = Carrier.values()[i % Carrier.values().length];
      cases.add(new Case(carrier, "note", "text " + i));
    }

    List<Outcome> outcomes = replay.through(cases);

    for (int i = 0; i < cases.size(); i++) {
      String out = outcomes.get(i).out();
      switch (cases.get(i).carrier()) {
        case ATTRIBUTE_VALUE, CONFIG_VALUE, EXCEPTION_MESSAGE, EXCEPTION_STACKTRACE ->
            assertThat(out).isEqualTo("text " + i);
        case SPAN_NAME, LOG_BODY -> assertThat(out).isNull();
        default -> assertThat(out).isEmpty();
      }
    }
  }

  @Test
  void through_caseThatIsTooLarge_isRefusedAlone() {
    List<Outcome> outcomes =
        replay.through(
            List.of(
                new Case(Carrier.ATTRIBUTE_VALUE, "", "before"),
                new Case(Carrier.ATTRIBUTE_VALUE, "", "x".repeat(1 << 20)),
                new Case(Carrier.ATTRIBUTE_VALUE, "", "behind")));

    assertThat(outcomes)
        .containsExactly(
            new Outcome("before", 200), new Outcome(null, 400), new Outcome("behind", 200));
  }

  @Test
  void case_andOutcome_showNoValue() {
    assertThat(new Case(Carrier.LOG_BODY, "key", "alice").toString()).isEqualTo("Case[LOG_BODY]");
    assertThat(new Outcome("alice", 200).toString()).isEqualTo("Outcome[200]");
  }

  private static Outcome one(Carrier carrier, String key, String text) {
    return replay.through(List.of(new Case(carrier, key, text))).get(0);
  }
}
