package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.ChildJvm;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a program without a yes leaves behind, seen from outside and held against the no-op. */
@Tag("P1")
@Tag("SQ-79")
class SilenceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path temporary;

  @Test
  @Tag("SQ-1")
  @Tag("SV-47")
  void unknown_everyCall_leavesNoFileThreadOrConnection() throws IOException {
    Path folder = temporary.resolve("candor");

    List<String> lines = run(folder.toString(), "all", "flush", "threads", "close");

    assertThat(folder).doesNotExist();
    assertThat(lines).contains("flush: OFF").last().isEqualTo("close: done");
    assertThat(line(lines, "threads")).isEqualTo(line(noop(), "threads"));
    assertThat(backend.connections()).isZero();
    assertThat(loaded()).doesNotContain("org.sqlite", "jdk.internal.net.http", "SecureRandom");
  }

  @Test
  void no_everyCall_leavesOneFile() throws IOException {
    Path folder = temporary.resolve("candor");

    List<String> lines = run(folder.toString(), "no", "all", "flush", "threads", "close");

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(folder::relativize).map(Path::toString))
          .containsExactly("consent.json");
    }
    assertThat(line(lines, "threads")).isEqualTo(line(noop(), "threads"));
    assertThat(backend.connections()).isZero();
    assertThat(loaded()).doesNotContain("org.sqlite", "jdk.internal.net.http");
  }

  @Test
  @Tag("P3")
  void doNotTrack_afterAYes_leavesNothingMore() throws IOException {
    Path folder = temporary.resolve("candor");
    run(folder.toString(), "everything", "close");
    backend.forget();
    String before = Files.readString(folder.resolve("consent.json"));
    try (ChildJvm child =
        ChildJvm.of(LabMain.class)
            .args(folder.toString(), backend.uri().toString(), "all", "flush", "threads")
            .environment("DO_NOT_TRACK", "1")
            .start()) {
      assertThat(child.awaitExit(PATIENCE)).isZero();
      assertThat(child.stdout()).contains("flush: OFF");
      assertThat(line(child.stdout(), "threads")).doesNotContain("candor");
    }
    assertThat(Files.readString(folder.resolve("consent.json"))).isEqualTo(before);
    assertThat(backend.connections()).isZero();
  }

  @Test
  @Tag("SQ-12")
  void everything_withoutReceiver_asksNeitherHardwareNorNames() throws IOException {
    List<String> deeds = List.of("everything", "all", "flush", "close");
    try (ChildJvm child =
        ChildJvm.of(LabMain.class)
            .jvmArgs("-Xlog:class+load:file=" + temporary.resolve("classes.log"))
            .args(temporary.resolve("candor").toString(), "-")
            .args(deeds.toArray(new String[0]))
            .start()) {
      assertThat(child.awaitExit(PATIENCE)).isZero();
      assertThat(child.stdout()).contains("flush: STORED");
    }
    assertThat(loaded())
        .contains("org.sqlite")
        .doesNotContain("java.net.NetworkInterface", "java.net.InetAddress");
  }

  private List<String> noop() {
    return run("noop", "all", "flush", "threads");
  }

  private List<String> run(String folder, String... deeds) {
    ChildJvm.Builder builder =
        ChildJvm.of(LabMain.class)
            .jvmArgs("-Xlog:class+load:file=" + temporary.resolve("classes.log"))
            .args(folder, backend.uri().toString())
            .args(deeds);
    try (ChildJvm child = builder.start()) {
      assertThat(child.awaitExit(PATIENCE)).isZero();
      assertThat(child.stderr()).isEmpty();
      return child.stdout();
    }
  }

  private String loaded() throws IOException {
    return Files.readString(temporary.resolve("classes.log"));
  }

  private static String line(List<String> lines, String deed) {
    return lines.stream().filter(line -> line.startsWith(deed + ":")).findFirst().orElseThrow();
  }
}
