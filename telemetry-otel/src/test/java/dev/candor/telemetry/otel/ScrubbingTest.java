package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.Sanitizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P4")
class ScrubbingTest {
  private final Scrubbing scrubbing = new Scrubbing.Strict(Sanitizer.create(KnownValues.none()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghp_.abcdefghijklmnopqrstuvwxyz0123456789",
        "patient.patient_0042.Left",
        "not a type",
      })
  void typeName_dataWithDots_isUnknown(String value) {
    assertThat(scrubbing.typeName(value, new Tally())).isEqualTo("unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.io.IOException", "ValueError", "control.core.StageError"})
  void typeName_ofAnError_stays(String value) {
    assertThat(scrubbing.typeName(value, new Tally())).isEqualTo(value);
  }
}
