package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo against the real Collector. */
class DemoIT {
  @TempDir Path temporary;

  @Test
  @Tag("P8")
  void demo_everything_endsWithExactlyWhatWasRecorded() {
    Path out = temporary.resolve("with blank");

    TestShell shell = demo(out, "everything");

    assertThat(shell.out()).doesNotContain("NOT AS PROMISED");
    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    Account account = Account.read(out.resolve("ledger.json"));
    assertThat(account.balances()).isTrue();
    assertThat(account.arrived().spans()).isEqualTo(account.sealed().spans()).isPositive();
    assertThat(account.arrived().totals()).isEqualTo(account.sealed().totals()).isPositive();
    assertThat(account.search().found()).isZero();
  }

  @Test
  void demo_everything_writesAReportOfWhatArrived() throws IOException {
    Path out = temporary.resolve("out");

    demo(out, "everything");

    assertThat(Files.readString(out.resolve("report.html")))
        .contains("4 acquisitions, 2 configuration changes")
        .contains("completed 30/30", "aborted 12/90", "failed 18/30")
        .contains("<del>3.8</del>", "<ins>3</ins>", "<del>false</del>", "<ins>true</ins>")
        .contains("FileNotFoundError");
  }

  @Test
  @Tag("P5")
  void demo_everything_sentBytesHaveTheHashInTheirName() throws Exception {
    Path out = temporary.resolve("out");

    demo(out, "everything");

    List<Path> sent = files(out.resolve("sent"));
    assertThat(sent).isNotEmpty();
    for (Path body : sent) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(body));
      assertThat(body.getFileName().toString())
          .contains(HexFormat.of().formatHex(hash).substring(0, 12));
    }
  }

  @Test
  @Tag("P2")
  void demo_counts_sendsTotalsWithoutAnyId() {
    Path out = temporary.resolve("out");

    TestShell shell = demo(out, "counts");

    assertThat(shell.out()).doesNotContain("NOT AS PROMISED");
    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(Arrived.read(out.resolve("arrived.jsonl")).spans()).isEmpty();
    String bytes = text(out.resolve("arrived.jsonl")) + sentText(out);
    assertThat(bytes).contains("acquisition.run.count");
    assertThat(bytes).doesNotContain("installation", "session.id");
    assertThat(text(out.resolve("data").resolve("installation.json")))
        .as("a local secret at most, and no id")
        .doesNotContain("\"id\"");
  }

  @Test
  @Tag("P1")
  void demo_no_writesOneFileAndStartsNothing() throws IOException {
    Path out = temporary.resolve("out");

    TestShell shell = demo(out, "no");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(files(out)).extracting(Path::getFileName).hasToString("[consent.json]");
    assertThat(shell.out()).doesNotContain("Starting the Collector");
  }

  @Test
  @Tag("P1")
  void demo_noWithVendors_writesOneFileAndStartsNothing() throws IOException {
    Path out = temporary.resolve("out");

    TestShell shell =
        new TestShell()
            .run(
                "demo",
                "--headless",
                "--out",
                out.toString(),
                "--answer",
                "no",
                "--dest",
                "sentry,ga4,amplitude,ga4");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(files(out)).extracting(Path::getFileName).hasToString("[consent.json]");
    assertThat(shell.out()).doesNotContain("Starting");
  }

  @Test
  @Tag("P4")
  void demo_vendorsOfTheEnvironment_areNoPlaceToSendTo() {
    TestShell shell =
        new TestShell()
            .with("SENTRY_DSN", "https://key@sentry.example.org/1")
            .with("GA_MEASUREMENT_ID", "G-ABC123")
            .with("GA_API_SECRET", "secret")
            .with("AMPLITUDE_API_KEY", "key")
            .run("demo", "--headless", "--out", temporary.resolve("out").toString());

    assertThat(shell.out()).containsPattern("It would go to: 127.0.0.1\\R");
  }

  @Test
  @Tag("P1")
  void demo_closedInput_writesNothing() throws IOException {
    Path out = temporary.resolve("out");

    TestShell shell = new TestShell().run("demo", "--headless", "--out", out.toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.NO_ANSWER);
    assertThat(files(out)).isEmpty();
  }

  @Test
  @Tag("P3")
  void demo_doNotTrack_isRespectedWhateverTheAnswer() throws IOException {
    Path out = temporary.resolve("out");

    TestShell shell =
        new TestShell()
            .with("DO_NOT_TRACK", "1")
            .run("demo", "--headless", "--out", out.toString(), "--answer", "everything");

    assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(shell.err()).contains("DO_NOT_TRACK");
    assertThat(out.resolve("data")).doesNotExist();
  }

  @Test
  void demo_folderWithOtherFiles_isRefusedAndUntouched() throws IOException {
    Files.writeString(temporary.resolve("thesis.txt"), "precious");

    TestShell shell = demo(temporary, "no");

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(files(temporary)).hasSize(1);
  }

  @Test
  void demo_folderWithNamesOfOursButNoDemo_isRefusedAndUntouched() throws IOException {
    Path data = Files.createDirectories(temporary.resolve("data"));
    Files.writeString(data.resolve("thesis.txt"), "precious");

    TestShell shell = demo(temporary, "no");

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(files(temporary)).containsExactly(data.resolve("thesis.txt"));
  }

  @Test
  void demo_folderOfAnEarlierDemo_isUsedAgain() {
    demo(temporary, "no");

    TestShell shell = demo(temporary, "no");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(files(temporary)).extracting(Path::getFileName).hasToString("[consent.json]");
  }

  private static TestShell demo(Path out, String answer) {
    return new TestShell().run("demo", "--headless", "--out", out.toString(), "--answer", answer);
  }

  private static String sentText(Path out) {
    StringBuilder text = new StringBuilder();
    files(out.resolve("sent")).forEach(file -> text.append(text(file)));
    return text.toString();
  }

  private static String text(Path file) {
    return new String(DemoFolder.bytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
