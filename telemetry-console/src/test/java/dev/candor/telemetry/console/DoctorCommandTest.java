package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeCertificate;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.NoiseCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DoctorCommandTest {
  private static final String TOKEN = "not-a-real-token";
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension final LoopbackBackend collector = new LoopbackBackend();
  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @RegisterExtension final FakeSentry sentry = new FakeSentry();
  @RegisterExtension final NoiseCheck noise = new NoiseCheck();
  @TempDir Path folder;

  @Test
  @Tag("SV-66")
  void doctor_allWell_saysSoAndNothingIsStored() {
    TestShell shell = doctor(all());

    assertThat(shell.exit()).as(shell.out() + shell.err()).isEqualTo(ExitCode.OK);
    assertThat(shell.out())
        .contains("GA_API_SECRET                by environment (secret)")
        .contains("Asking otlp at 127.0.0.1", "otlp (127.0.0.1): ok, status 200")
        .contains("ga4 (127.0.0.1): ok, status 200", "amplitude (127.0.0.1): ok, status 400")
        .contains("sentry (127.0.0.1): ok, status 200");
    assertThat(collector.spans()).isEmpty();
    assertThat(collector.requests())
        .extracting("path")
        .containsExactly("/v1/traces", "/v1/metrics");
    assertThat(google.events()).isEmpty();
    assertThat(amplitude.events()).isEmpty();
    assertThat(sentry.names()).isEmpty();
    assertThat(sentry.faults()).isEmpty();
  }

  @Test
  void doctor_nothingConfigured_saysSoAndCreatesNothing() {
    TestShell shell = doctor(new TestShell());

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out())
        .contains("No setting is given.", "nobody has said yes", "No destination is configured.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void doctor_json_isOneObject() throws IOException {
    JsonNode report = JSON.readTree(doctor(all(), "--json").out());

    assertThat(report.path("agreed").asBoolean()).isFalse();
    assertThat(report.path("silence").isNull()).isTrue();
    assertThat(report.path("faults")).isEmpty();
    assertThat(report.path("settings").findValuesAsText("name"))
        .contains("TELEMETRY_ENDPOINT", "GA_ENDPOINT", "AMPLITUDE_API_KEY", "SENTRY_DSN");
    assertThat(report.path("destinations").findValuesAsText("name"))
        .containsExactly("otlp", "amplitude", "ga4", "sentry");
    assertThat(report.path("destinations").findValuesAsText("result")).containsOnly("ok");
  }

  @Test
  @Tag("P1")
  void doctor_withoutNetwork_connectsToNobody() {
    TestShell shell = doctor(all(), "--no-network");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out())
        .contains("Nobody is asked: --no-network.", "ga4 (127.0.0.1): not asked");
    assertNobodyWasAsked();
  }

  @ParameterizedTest
  @CsvSource({"DO_NOT_TRACK, 1", "TELEMETRY_ENABLED, false"})
  @Tag("P3")
  void doctor_environmentSaysNo_connectsToNobody(String setting, String no) {
    TestShell shell = doctor(all().with(setting, no));

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out()).contains("Nobody is asked: DO_NOT_TRACK or TELEMETRY_ENABLED says no");
    assertNobodyWasAsked();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"forbid\":[\"usage\",\"performance\",\"diagnostics\",\"environment\"]}",
        "not a policy"
      })
  @Tag("P3")
  void doctor_policyForbids_connectsToNobody(String policy) throws IOException {
    Path file = Files.writeString(folder.resolve("policy.json"), policy);

    TestShell shell = doctor(all().with("TELEMETRY_POLICY_FILE", file.toString()));

    assertThat(shell.out()).contains("Nobody is asked: a policy file forbids it");
    assertNobodyWasAsked();
    noise.expected(); // a policy that cannot be read is a warning
  }

  @Test
  @Tag("P3")
  void doctor_personSaidNo_connectsToNobody() {
    assertThat(all().run("consent", "no", "--folder", folder.toString()).exit()).isZero();

    TestShell shell = doctor(all());

    assertThat(shell.out()).contains("Nobody is asked: the answer is no");
    assertNobodyWasAsked();
  }

  @Test
  void doctor_wrongKeys_areRefusedAndNeverShown() {
    collector.answerWith(401);

    TestShell shell =
        doctor(
            all()
                .with("AMPLITUDE_API_KEY", "wrong-" + FakeAmplitude.KEY)
                .with("SENTRY_DSN", sentry.dsn().replace(FakeSentry.KEY, "wrong-key-of-sentry")));

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out())
        .contains("otlp (127.0.0.1): refused, status 401, the credentials are not accepted")
        .contains("refused, status 400, AMPLITUDE_API_KEY is not accepted")
        .contains("refused, status 403, key or project of SENTRY_DSN is not accepted");
    assertThat(shell.out() + shell.err()).doesNotContain("wrong-");
  }

  @Test
  void doctor_serverWithoutSpans_saysWhatIsTaken() {
    sentry.backend().answerNext(Answer.ok(), Answer.status(404));

    assertThat(doctor(all()).out())
        .contains("sentry (127.0.0.1): refused, status 404, errors and sessions are taken, but");
  }

  @ParameterizedTest
  @CsvSource({
    "301, another address",
    "404, base address",
    "407, proxy",
    "418, not understood",
    "429, for now",
    "500, the server failed",
    "503, for now",
    "511, portal"
  })
  void doctor_otherAnswers_areExplained(int status, String rule) {
    collector.answerWith(status);
    google.backend().answerWith(status);

    TestShell shell = doctor(all());

    assertThat(shell.out().lines().filter(line -> line.contains("refused, status " + status)))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains(rule));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>jane@example.org</html>", "{\"jane\":\"jane@example.org\"}", ""})
  void doctor_strangersAnswer_isNoneOfTheVendors(String body) {
    Answer stranger = Answer.body(200, "text/html", body.getBytes(StandardCharsets.UTF_8));
    List.of(collector, google.backend(), amplitude.backend(), sentry.backend())
        .forEach(backend -> backend.answerWith(stranger));

    TestShell shell = doctor(all());

    assertThat(shell.out().lines().filter(line -> line.contains("refused, status 200"))).hasSize(4);
    assertThat(shell.out() + shell.err()).doesNotContain("jane");
  }

  @Test
  void doctor_nobodyListens_isUnreachable() {
    collector.down();
    google.backend().down();
    amplitude.backend().answerWith(Answer.reset());
    sentry.backend().answerWith(Answer.lost());

    TestShell shell = doctor(all());

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out().lines().filter(line -> line.contains("unreachable, no connection")))
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void doctor_certificateOfAnotherOrOfNobody_isUnreachable(boolean trusted) {
    FakeCertificate another = FakeCertificate.of("dns:elsewhere.invalid");
    collector.secure(another.server());
    TestShell shell = new TestShell().with("TELEMETRY_ENDPOINT", collector.uri().toString());

    if (trusted) {
      another.whileTrusted(() -> doctor(shell));
    } else {
      doctor(shell);
    }

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out())
        .contains("otlp (127.0.0.1): unreachable, its certificate is not trusted, or not for this")
        .doesNotContain("elsewhere");
    assertThat(collector.requests()).isEmpty();
  }

  @Test
  void doctor_noSuchName_isUnreachable() {
    TestShell shell =
        doctor(new TestShell().with("TELEMETRY_ENDPOINT", "https://lab.invalid/jane"));

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out()).contains("otlp (lab.invalid): unreachable").doesNotContain("jane");
  }

  @Test
  void doctor_plainHttpToAStranger_isRefusedBeforeAnyConnection() {
    TestShell shell =
        doctor(
            all()
                .with("GA_ENDPOINT", "http://jane.example.org")
                .with("AMPLITUDE_ENDPOINT", "http://jane.example.org")
                .with("SENTRY_DSN", "http://jane@jane.example.org/1"));

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out())
        .contains("ga4: off, GA_ENDPOINT must be an https address")
        .contains("amplitude: off, AMPLITUDE_ENDPOINT must be an https address")
        .contains("sentry: off, SENTRY_DSN must be https")
        .contains("otlp (127.0.0.1): ok")
        .doesNotContain("jane");
  }

  @Test
  void doctor_faultOfTheEngine_namesSettingAndRule() {
    TestShell shell =
        doctor(all().with("TELEMETRY_TIMEOUT", "jane").with("TELEMETRY_SALT", "jane"));

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out())
        .contains("Telemetry is off: TELEMETRY_TIMEOUT must be", "TELEMETRY_SALT must be")
        .doesNotContain("jane");
    assertNobodyWasAsked();
  }

  private void assertNobodyWasAsked() {
    assertThat(List.of(collector, google.backend(), amplitude.backend(), sentry.backend()))
        .allSatisfy(backend -> assertThat(backend.connections()).isZero());
  }

  /** Whatever it prints, no secret is in it. */
  private TestShell doctor(TestShell shell, String... words) {
    String[] line = new String[words.length + 3];
    line[0] = "doctor";
    line[1] = "--folder";
    line[2] = folder.toString();
    System.arraycopy(words, 0, line, 3, words.length);
    shell.run(line);
    assertThat(shell.out() + shell.err())
        .doesNotContain(FakeGa4.SECRET, FakeGa4.STREAM, FakeAmplitude.KEY, FakeSentry.KEY, TOKEN)
        .doesNotContain(folder.toString());
    return shell;
  }

  private TestShell all() {
    URI uri = collector.uri();
    return new TestShell()
        .with("TELEMETRY_ENDPOINT", uri.toString())
        .with("OTEL_EXPORTER_OTLP_HEADERS", "authorization=" + TOKEN)
        .with("GA_MEASUREMENT_ID", FakeGa4.STREAM)
        .with("GA_API_SECRET", FakeGa4.SECRET)
        .with("GA_ENDPOINT", google.uri().toString())
        .with("AMPLITUDE_API_KEY", FakeAmplitude.KEY)
        .with("AMPLITUDE_ENDPOINT", amplitude.uri().toString())
        .with("SENTRY_DSN", sentry.dsn());
  }
}
