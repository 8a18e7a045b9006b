package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.LoopbackBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor outbox}, each as one call of the command line. */
class OutboxCommandsTest {
  private static final String RUN =
      TestShell.ROOT.resolve("hardware-squid/recordings/nospace").toString();

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

  private TestShell command(String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--folder";
    all[words.length + 1] = folder.resolve("candor").toString();
    return new TestShell().with("TELEMETRY_ENDPOINT", backend.uri().toString()).run(all);
  }
}
