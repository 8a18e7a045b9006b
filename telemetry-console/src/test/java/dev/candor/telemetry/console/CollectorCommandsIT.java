package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.collector.CollectorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor collector …} with the real Collector. */
class CollectorCommandsIT {
  @TempDir Path folder;

  @AfterEach
  void down() {
    collector("down");
  }

  @Test
  void build_sourcesUnchanged_namesTheProgram() {
    TestShell shell = collector("build");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out()).contains("candor-collector");
  }

  @Test
  void up_thenDown_startsOneAndStopsIt() {
    TestShell up = collector("up", "--out", out());
    TestShell again = collector("up", "--out", out());
    TestShell down = collector("down");

    assertThat(up.exit()).isEqualTo(ExitCode.OK);
    assertThat(up.out())
        .contains("OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:", "authorization=Bearer");
    assertThat(again.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(again.err()).contains("candor collector down");
    assertThat(down.out()).contains("is stopped");
    assertThat(collector("down").out()).contains("No Collector was running");
  }

  @Test
  void up_portInUse_isOneLineThatSaysWhatToDo() throws IOException {
    try (java.net.ServerSocket taken =
        new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      TestShell shell =
          collector("up", "--out", out(), "--port", String.valueOf(taken.getLocalPort()));

      assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
      assertThat(shell.err()).contains("in use");
      assertThat(shell.err().lines()).hasSize(1);
    }
  }

  @Test
  void check_overlayAroundTheScrubbing_ends1AndNamesIt() throws IOException {
    Path overlay =
        Files.writeString(
            folder.resolve("around.yaml"),
            """
            exporters: {nop: {}}
            service:
              pipelines:
                traces/around: {receivers: [otlp], exporters: [nop]}
            """);

    TestShell shell = collector("check", overlay.toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out()).contains("traces/around");
  }

  @Test
  void check_baseAlone_isKept() {
    assertThat(collector("check").exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void up_overlayWithADamagedQueue_movesItAsideAndStarts() throws IOException {
    Path overlay = CollectorFiles.DEST_OTLP.unpack(folder);
    Path queue = Files.createDirectories(folder.resolve("queue"));
    Files.write(queue.resolve("exporter_otlp_http_dest_traces"), new byte[] {1});

    TestShell shell = withQueue(queue).run("collector", "up", overlay.toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.err()).contains("queue was damaged", "1 file was moved aside");
  }

  @Test
  void up_overlayThatTheCheckRefuses_doesNotStart() throws IOException {
    Path overlay = CollectorFiles.DEST_OTLP.unpack(folder);
    Files.writeString(overlay, Files.readString(overlay).replace("fsync: true", "fsync: false"));

    TestShell shell = withQueue(folder).run("collector", "up", overlay.toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out())
        .startsWith("dest-otlp.yaml: extensions.file_storage/queue.fsync: ")
        .contains("(fsync)");
    assertThat(collector("down").out()).contains("No Collector was running");
  }

  private String out() {
    return folder.resolve("arrived.jsonl").toString();
  }

  private static TestShell withQueue(Path queue) {
    return new TestShell()
        .with("CANDOR_QUEUE_DIR", queue.toString())
        .with("CANDOR_DEST_ENDPOINT", "http://127.0.0.1:9")
        .with("CANDOR_DEST_TOKEN", "none");
  }

  private static TestShell collector(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "collector";
    System.arraycopy(words, 0, all, 1, words.length);
    return new TestShell().run(all);
  }
}
