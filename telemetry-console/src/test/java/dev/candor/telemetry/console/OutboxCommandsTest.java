package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor outbox}, each as one call of the command line. */
class OutboxCommandsTest {
  private static final String RUN =
      TestShell.ROOT.resolve("hardware-squid/recordings/nospace").toString();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;

  @Test
  void refused_items_areListedAndSentOnceMended() {
    command("consent", "everything");
    backend.answerWith(400);
    command("squid", "replay", RUN);
    backend.answerWith(200);

    TestShell refused = command("outbox", "refused");
    TestShell retried = command("outbox", "retry", "otlp");
    command("squid", "replay", RUN);

    assertThat(refused.out()).contains(" otlp invalid acquisition.run ");
    assertThat(retried.out()).contains("offered again");
    assertThat(backend.spans("acquisition.run")).hasSize(1);
    assertThat(command("outbox", "refused").out()).contains("Nothing was refused.");
    assertThat(command("status").out()).contains("It balances.");
  }

  /** Google takes nothing without an id, and answers 204 to everything: our own rules refuse. */
  @Test
  void refused_byRulesBeforeSealing_isListedAndSentOnceMended() throws IOException {
    command("consent", "everything");
    Path unreadable = folder.resolve("candor/data/installation.json");
    Files.deleteIfExists(unreadable);
    Files.createDirectories(unreadable);
    run(application -> application.telemetry().error(new IllegalStateException()));

    TestShell refused = command("outbox", "refused");
    Files.delete(unreadable);
    TestShell retried = command("outbox", "retry", "ga4");
    run(application -> {});

    assertThat(refused.out()).contains(" ga4 unsupported app.error ");
    assertThat(retried.out()).contains("offered again");
    assertThat(google.events("app_error")).hasSize(1);
    assertThat(command("outbox", "refused").out()).contains("Nothing was refused.");
    assertThat(command("status").out()).contains("It balances.");
  }

  @Test
  @Tag("P1")
  void refused_noStore_saysSoAndMakesNone() {
    TestShell shell = command("outbox", "refused");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out()).contains("There is no store, so nothing was refused.");
    assertThat(folder.resolve("candor")).doesNotExist();
  }

  @Test
  @Tag("P1")
  void retry_noStore_failsAndMakesNone() {
    TestShell shell = command("outbox", "retry", "otlp");

    assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("There is no store", "--folder");
    assertThat(folder.resolve("candor")).doesNotExist();
  }

  @Test
  void retry_unknownDestination_namesTheOnesOfTheStore() {
    command("consent", "everything");
    command("squid", "replay", RUN);

    TestShell shell = command("outbox", "retry", "jane");

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("DESTINATION must be one", "otlp").doesNotContain("jane");
  }

  @Test
  void retry_withoutDestination_isAWrongCall() {
    assertThat(command("outbox", "retry").exit()).isEqualTo(ExitCode.USAGE);
  }

  /** An application of this folder, whose events go to Google. */
  private void run(Consumer<TelemetryRuntime> deeds) {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2")
            .folder(folder.resolve("candor"))
            .environment(
                Map.of(
                    "GA_MEASUREMENT_ID",
                    FakeGa4.STREAM,
                    "GA_API_SECRET",
                    FakeGa4.SECRET,
                    "GA_ENDPOINT",
                    google.uri().toString(),
                    "TELEMETRY_TIMEOUT",
                    "20"))
            .build();
    try (TelemetryRuntime application = TelemetryRuntime.start(options)) {
      deeds.accept(application);
      assertThat(application.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED);
    }
  }

  private TestShell command(String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--folder";
    all[words.length + 1] = folder.resolve("candor").toString();
    return new TestShell().with("TELEMETRY_ENDPOINT", backend.uri().toString()).run(all);
  }
}
