package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of the recorded runs as free text: nothing planted survives, nearly all else does. */
@Tag("P4")
@Tag("SQ-63")
@Tag("SQ-64")
@Tag("SQ-65")
class SanitizerSquidTest {
  private static final List<String> PLANTED =
      List.of(
          "alice",
          "smithlab-scope3",
          "Smith Lab",
          "nas-stanford",
          "patient 0042",
          "patient_0042",
          "MCF7");
  private static final List<String> FILES =
      List.of(
          "main_hcs.log",
          "acquisition.yaml",
          "acquisition_channels.yaml",
          "acquisition_parameters.json",
          "coordinates.csv",
          "run.json");

  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  @ParameterizedTest
  @ValueSource(strings = {"ok", "abort", "nospace", "crash"})
  void sanitize_everyLineOfARun_leavesNoPlantedIdentity(String run) {
    for (String file : FILES) {
      for (String line : SquidFixtures.text(run + "/" + file).split("\n", -1)) {
        for (String written : List.of(line, line.toUpperCase(Locale.ROOT), percent(line))) {
          String out = sanitizer.sanitize("", written, Carrier.LOG_BODY);
          assertThat(out).satisfies(SanitizerSquidTest::holdsNothingPlanted);
          assertThat(sanitizer.sanitize("", out, Carrier.LOG_BODY)).isEqualTo(out);
        }
        String coded = Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8));
        assertThat(decoded(sanitizer.sanitize("", coded, Carrier.LOG_BODY)))
            .satisfies(SanitizerSquidTest::holdsNothingPlanted);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nospace/acquisition.log", "ok/configuration_Squid+.ini"})
  void sanitize_otherFiles_leaveNoPlantedIdentity(String file) {
    for (String line : SquidFixtures.text(file).split("\n", -1)) {
      holdsNothingPlanted(sanitizer.sanitize("", line, Carrier.LOG_BODY));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "abort", "nospace", "crash"})
  void sanitize_linesWithoutIdentity_stay(String run) {
    int lines = 0;
    int damaged = 0;
    for (String file : FILES) {
      for (String line : SquidFixtures.text(run + "/" + file).split("\n", -1)) {
        String lower = line.toLowerCase(Locale.ROOT);
        if (PLANTED.stream().noneMatch(one -> lower.contains(one.toLowerCase(Locale.ROOT)))) {
          lines++;
          damaged += sanitizer.sanitize("", line, Carrier.LOG_BODY).equals(line) ? 0 : 1;
        }
      }
    }
    assertThat(lines).isGreaterThan(350);
    assertThat(damaged).isLessThanOrEqualTo(lines / 200);
  }

  private static void holdsNothingPlanted(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String planted : PLANTED) {
      String one = planted.toLowerCase(Locale.ROOT);
      assertThat(lower).doesNotContain(one).doesNotContain(percent(one).toLowerCase(Locale.ROOT));
    }
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException changed) {
      return text;
    }
  }

  private static String percent(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = Character.isLetterOrDigit(b) && b > 0 || "-_.~".indexOf(b) >= 0;
      out.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 255));
    }
    return out.toString();
  }
}
