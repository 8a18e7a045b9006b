package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code DEBUG_TELEMETRY} tells of every destination, and what it never tells. */
@Timeout(120)
class DebugTelemetryTest {
  private static final String CANARY = "canary7f3a";
  private static final Logger LOGGER = Logger.getLogger("dev.candor.telemetry");

  @RegisterExtension final LoopbackBackend collector = new LoopbackBackend();
  @RegisterExtension final VendorFakes fakes = new VendorFakes();
  @TempDir Path folder;

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Handler handler = new Collecting();

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
    LOGGER.setLevel(Level.ALL);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void stop() {
    LOGGER.removeHandler(handler);
    LOGGER.setLevel(null);
    LOGGER.setUseParentHandlers(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "Yes"})
  @Tag("SV-12")
  @Tag("SV-56")
  @Tag("SV-65")
  void debug_on_tellsStartEventsAndAnswersOfEveryDestination(String on) {
    run(Map.of("DEBUG_TELEMETRY", on));

    assertThat(told)
        .contains("telemetry debug: the engine starts")
        .contains("telemetry debug: answer by nobody, sends: nothing")
        .anyMatch(line -> line.contains("answer by person, sends: usage everything, "));
    for (String name : List.of("otlp", "amplitude", "ga4", "sentry")) {
      assertThat(told)
          .contains("telemetry debug: " + name + " is on")
          .anyMatch(
              line ->
                  line.startsWith("telemetry debug: " + name + " was sent items: ")
                      && line.contains("; status 20")
                      && line.endsWith(", delivered"));
    }
    assertThat(told)
        .anyMatch(line -> line.startsWith("telemetry debug: event session.start, attributes: "))
        .anyMatch(line -> line.startsWith("telemetry debug: event app.error, attributes: "));
  }

  @Test
  @Tag("SV-58")
  void start_everyStep_isTakenInItsOrder() {
    run(Map.of("DEBUG_TELEMETRY", "1"));

    assertThat(told)
        .extracting(line -> line.replace("telemetry debug: ", "").replaceFirst("[,:].*", ""))
        .containsSubsequence(
            "the engine starts",
            "answer by nobody",
            "answer by person",
            "otlp is on",
            "event session.start",
            "event app.error",
            "otlp was sent items");
  }

  @Test
  @Tag("SV-49")
  @Tag("P4")
  void debug_everythingFails_tellsErrorsWithoutAnyValue() {
    Answer refusal =
        Answer.body(
                403,
                CANARY + "/json",
                ("{\"error\":\"" + CANARY + "\"}").getBytes(StandardCharsets.UTF_8))
            .with("X-Sentry-Error", CANARY)
            .with("Location", "https://" + CANARY + ".example");
    List.of(collector, fakes.google.backend(), fakes.amplitude.backend())
        .forEach(backend -> backend.answerWith(refusal));
    fakes.sentry.backend().down();

    run(
        Map.of(
            "DEBUG_TELEMETRY", "1",
            "OTEL_EXPORTER_OTLP_HEADERS", "authorization=" + CANARY,
            "TELEMETRY_ENDPOINT", collector.uri() + "/" + CANARY,
            "TELEMETRY_SALT", CANARY + CANARY,
            "APP_BASE_URL", "https://" + CANARY + ".example"));

    assertThat(told)
        .anyMatch(line -> line.contains("otlp was sent") && line.contains("status 403, deferred"))
        .anyMatch(line -> line.contains("amplitude was sent") && line.contains("status 403"))
        .anyMatch(line -> line.contains("ga4 was sent") && line.contains("status 403, dropped"))
        .anyMatch(line -> line.contains("sentry was sent") && line.contains("no connection, "))
        .contains("telemetry debug: event lost: misuse (1)");
    assertThat(String.join("\n", told))
        .doesNotContainIgnoringCase(CANARY)
        .doesNotContain(FakeGa4.SECRET, FakeGa4.STREAM, FakeAmplitude.KEY, FakeSentry.KEY)
        .doesNotContain(folder.toString(), "127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "no", "perhaps"})
  @Tag("SV-49")
  void debug_off_tellsNothing(String off) {
    fakes.amplitude.backend().down();

    run(Map.of("DEBUG_TELEMETRY", off));

    assertThat(told).noneMatch(line -> line.startsWith("telemetry debug"));
  }

  @Test
  @Tag("P1")
  void debug_nobodyAnswered_tellsTheStartAndDoesNothing() {
    try (TelemetryRuntime runtime = start(Map.of("DEBUG_TELEMETRY", "1"))) {
      runtime.telemetry().error(new IllegalStateException(CANARY));

      assertThat(told)
          .containsExactly(
              "telemetry debug: the engine starts",
              "telemetry debug: answer by nobody, sends: nothing");
    }
    assertThat(Files.exists(folder.resolve("data"))).isFalse();
  }

  /** Records with a canary in each string that an application or a person could give. */
  private void run(Map<String, String> further) {
    try (TelemetryRuntime runtime = start(further)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().record(null);
      runtime.telemetry().error(new IllegalStateException(CANARY, new Exception(CANARY)));
      runtime.flush(Duration.ofSeconds(20));
    }
  }

  private TelemetryRuntime start(Map<String, String> further) {
    Map<String, String> settings = fakes.settings();
    settings.put("TELEMETRY_ENDPOINT", collector.uri().toString());
    settings.put("OTEL_SERVICE_NAME", CANARY);
    settings.putAll(further);
    return TelemetryRuntime.start(
        TelemetryOptions.builder("lab", "1.4.2").folder(folder).environment(settings).build());
  }

  /** Keeps everything that a log could show. */
  private final class Collecting extends Handler {
    @Override
    public void publish(LogRecord record) {
      told.add(record.getMessage() + (record.getThrown() == null ? "" : record.getThrown()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
