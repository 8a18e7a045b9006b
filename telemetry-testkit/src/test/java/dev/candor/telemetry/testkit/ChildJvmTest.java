package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ChildJvmTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @Test
  void echo_readsAndWritesLines(@CandorFolder Path folder) {
    try (ChildJvm child =
        ChildJvm.of(Echo.class)
            .jvmArgs("-Xmx64m", "-Dgreeting=hello")
            .args("world")
            .environment("TELEMETRY_ENDPOINT", "given")
            .directory(folder)
            .start()) {
      assertThat(child.awaitLine("hello", LONG)).isEqualTo("hello world given");
      child.writeLine("again");
      child.awaitLine("again", LONG);
      child.writeLine("end");

      assertThat(child.awaitExit(LONG)).isEqualTo(3);
      assertThat(child.isAlive()).isFalse();
      assertThat(child.stdout()).containsExactly("hello world given", "again");
      assertThat(child.stderr()).containsExactly("ended in " + folder);
      assertThatThrownBy(() -> child.awaitLine("nothing", LONG))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("nothing");
    }
  }

  @Test
  void kill_leavesNoTimeForHooks() {
    try (ChildJvm child = ChildJvm.of(Echo.class).args("x").start()) {
      child.awaitLine("null x null", LONG);
      assertThatThrownBy(() -> child.awaitLine("never", Duration.ofMillis(20)))
          .isInstanceOf(AssertionError.class);
      assertThatThrownBy(() -> child.awaitExit(Duration.ofMillis(1)))
          .isInstanceOf(AssertionError.class);
      assertThat(child.pid()).isPositive();

      child.kill();

      assertThat(child.stderr()).isEmpty();
    }
  }

  @Test
  void interrupt_runsHooks() {
    try (ChildJvm child = ChildJvm.of(Echo.class).args("x").start()) {
      child.awaitLine("null x null", LONG);

      child.interrupt();
      child.awaitExit(LONG);

      assertThat(child.stderr()).hasSize(1);
    }
  }

  @Test
  @Tag("posix")
  void below_anotherCommand_runsAndIsKilledWithIt() {
    try (ChildJvm child =
        ChildJvm.of(Echo.class).below("sh", "-c", "\"$@\"; echo ended", "sh").args("x").start()) {
      child.awaitLine("null x null", LONG);
      ProcessHandle java =
          ProcessHandle.of(child.pid()).orElseThrow().children().findFirst().orElseThrow();

      child.kill();

      assertThat(java.onExit().join().isAlive()).isFalse();
    }
  }

  /** Says what it was given, repeats what it reads, and ends at {@code end}. */
  static final class Echo {
    private Echo() {}

    @SuppressWarnings("SystemOut") // a child speaks by its streams
    public static void main(String[] args) throws IOException {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    StackTraceElement[] none = {};
                    Throwable note = new Note("ended in " + Path.of("").toAbsolutePath());
                    note.setStackTrace(none);
                    note.printStackTrace();
                  }));
      System.out.println(
          String.join(
              " ",
              List.of(
                  String.valueOf(System.getProperty("greeting")),
                  args[0],
                  String.valueOf(System.getenv("TELEMETRY_ENDPOINT")))));
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null && !line.equals("end"); line = in.readLine()) {
        System.out.println(line);
      }
      System.exit(3);
    }
  }

  /** Prints as its text alone. */
  private static final class Note extends RuntimeException {
    private static final long serialVersionUID = 1;

    Note(String text) {
      super(text);
    }

    @Override
    public String toString() {
      return getMessage();
    }
  }
}
