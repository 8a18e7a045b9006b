package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.Sanitizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P4")
class ScrubbingTest {
  private final Scrubbing scrubbing =
      new Scrubbing.Strict(
          Sanitizer.create(KnownValues.collect(Map.of("user.name", "jdoe"), Map.of())));

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

  @ParameterizedTest
  @CsvSource({
    "com.jdoe.scope.Main,                       main, unknown.main",
    "com.example.JdoeScope,                     main, unknown.main",
    "lab.scope.Main,                            scanOfJdoe, lab.scope.Main.unknown",
    "com.jdoe.scope.Main,                       scanOfJdoe, unknown.unknown",
    "lab.Main, ghp_abcdefghijklmnopqrstuvwxyz0123456789, lab.Main.unknown",
    "AKIAZ7QX2M4NPD5WTKLR.Main,                 run, unknown.unknown",
    "patient.patient_0042.Left,                 run, unknown.unknown",
  })
  void stacktrace_wellFormedNameWithData_isUnknownAndCounted(
      String module, String function, String call) {
    Tally scrubbed = new Tally();

    String text = scrubbing.stacktrace(report(module, function), 16_384, scrubbed);

    assertThat(text)
        .isEqualTo("java.io.IOException\n  at " + call + ":12 *\n  at java.lang.Thread.run:0");
    assertThat(scrubbed.read())
        .containsExactly(Map.entry("frame_name", call.equals("unknown.unknown") ? 2L : 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "org.example.User,                 getPassword",
    "lab.auth.Token,                   <init>",
    "lab.patients.PatientId,           lambda$of$0",
    "control.core.job_processing,      save_tiff_image",
    "javax.crypto.JceSecurity$$Lambda, run",
  })
  void stacktrace_namesOfCode_stay(String module, String function) {
    Tally scrubbed = new Tally();

    assertThat(scrubbing.stacktrace(report(module, function), 16_384, scrubbed))
        .contains("  at " + module + "." + function + ":12 *");
    assertThat(scrubbed.read()).isEmpty();
  }

  private static ErrorReport report(String module, String function) {
    return new ErrorReport(
        ErrorReport.Language.JAVA,
        ErrorReport.Origin.HANDLED,
        List.of(
            new ErrorReport.Link(
                "java.io.IOException",
                List.of(
                    new ErrorReport.Frame(module, function, 12, true),
                    new ErrorReport.Frame("java.lang.Thread", "run", 0, false)))),
        1,
        List.of());
  }
}
