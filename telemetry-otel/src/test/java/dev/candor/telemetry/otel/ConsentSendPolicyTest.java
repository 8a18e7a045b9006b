package dev.candor.telemetry.otel;

import static dev.candor.telemetry.Purpose.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.testkit.FakeClock;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the present answer lets leave, as a courier asks for it before each connection. */
@Tag("P2")
@Tag("P3")
class ConsentSendPolicyTest {
  private static final SelfDescription WORDS =
      SelfDescription.of("axolotlscope", null, "thylacinelab", null).approvedFor(Set.of("sentry"));

  private final FakeClock clock = FakeClock.create();
  private final AtomicBoolean open = new AtomicBoolean(true);
  @TempDir Path temporary;
  private ConsentSendPolicy policy;

  @BeforeEach
  void answered() {
    answer(ConsentPreset.EVERYTHING);
    policy =
        new ConsentSendPolicy(
            store(), temporary.resolve("installation.json"), description(), open::get);
  }

  @Test
  void allows_anotherProcessChangesTheAnswer_isHeardBeforeTheNextConnection() {
    assertThat(policy.allows(USAGE)).isEqualTo(Send.EVERYTHING);

    answer(ConsentPreset.COUNTS);
    assertThat(policy.allows(USAGE)).isEqualTo(Send.COUNTS);
    answer(ConsentPreset.NO);
    assertThat(policy.allows(USAGE)).isEqualTo(Send.NOTHING);

    answer(ConsentPreset.EVERYTHING);
    open.set(false);
    assertThat(policy.allows(USAGE)).isEqualTo(Send.NOTHING);
  }

  @Test
  @Tag("SQ-18")
  void description_approvedForOne_isForNoOther() {
    description().replace(WORDS);

    assertThat(policy.description("sentry")).isEqualTo(WORDS);
    assertThat(policy.description("ga4").isEmpty()).isTrue();
    assertThat(policy.description("otlp").isEmpty()).isTrue();
  }

  @Test
  @Tag("SQ-18")
  void description_anotherProcessChangesOrTakesItBack_isHeard() {
    description().replace(WORDS);
    assertThat(policy.description("sentry")).isEqualTo(WORDS);
    SelfDescription others =
        SelfDescription.of(null, "quaggainstitute", null, null).approvedFor(Set.of("sentry"));

    description().replace(others);
    assertThat(policy.description("sentry")).isEqualTo(others);
    description().replace(SelfDescription.none());
    assertThat(policy.description("sentry").isEmpty()).isTrue();
  }

  @Test
  @Tag("SQ-18")
  void description_narrowerAnswerOrClosed_isNone() {
    description().replace(WORDS);

    answer(ConsentPreset.COUNTS);
    assertThat(policy.description("sentry").isEmpty()).isTrue();

    answer(ConsentPreset.EVERYTHING);
    open.set(false);
    assertThat(policy.description("sentry").isEmpty()).isTrue();
  }

  /** As another process has it. */
  private SelfDescriptionFile description() {
    return new SelfDescriptionFile(temporary.resolve("self-description.json"), clock);
  }

  private void answer(ConsentPreset preset) {
    Map<Purpose, Switches> all = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      all.put(purpose, Switches.of(preset));
    }
    store().answer(before -> all);
  }

  private ConsentStore store() {
    return new ConsentStore(TestSettings.in(temporary.resolve("candor"), clock, Map.of()));
  }
}
