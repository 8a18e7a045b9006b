package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpanFactsTest {
  private static final String ID = "0af7651916cd43dd8448eb211c80319cb7ad6b7169203331";
  private static final String SESSION = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final long SESSION_MILLIS = 0x01890a5dac96L;

  @Test
  void of_spanOfASession_readsItsStartFromTheId() {
    SpanFacts facts = facts(Map.of("session.id", SESSION), "an-installation");

    assertThat(facts.itemId()).isEqualTo(ID);
    assertThat(facts.session()).isEqualTo(SESSION);
    assertThat(facts.sessionMillis()).isEqualTo(SESSION_MILLIS);
    assertThat(facts.startMillis()).isEqualTo(1_700_000_000_123L);
    assertThat(facts.durationMillis()).isEqualTo(1_877);
    assertThat(facts.installation()).isEqualTo("an-installation");
  }

  @Test
  void of_sessionIdOfAnotherKind_hasNoStart() {
    assertThat(facts(Map.of("session.id", "abc"), null).sessionMillis()).isZero();
    assertThat(
            facts(Map.of("session.id", "6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10"), null)
                .sessionMillis())
        .isZero();
  }

  @Test
  void of_noSession_isNull() {
    assertThat(facts(Map.of(), null).session()).isNull();
    assertThat(facts(Map.of(), null).installation()).isNull();
  }

  private static SpanFacts facts(Map<String, Object> attributes, @Nullable String installation) {
    EventItem item =
        EventItem.of(
            ID,
            "feature.use",
            Purpose.USAGE,
            1_700_000_000_123_999_999L,
            1_700_000_002_000_000_000L,
            Status.UNSET,
            attributes,
            Map.of());
    return SpanFacts.of(
        OtelData.span(item, OtelData.resource(Map.of(), new SealContext(installation))));
  }
}
