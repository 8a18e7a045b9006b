package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time changes the answer. */
@Tag("P3")
class FolderLockTest {
  @TempDir Path folder;

  @Test
  void beside_whileHeld_anotherProcessIsKeptOut() throws IOException {
    Path file = folder.resolve("consent.json");
    int other = FolderLock.beside(file, () -> inAnotherProcess(file));

    assertThat(other).isEqualTo(Taker.KEPT_OUT);
    assertThat(inAnotherProcess(file)).isZero();
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private static int inAnotherProcess(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Taker.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    } finally {
      process.destroyForcibly();
    }
  }

  /** Takes the lock and ends. */
  static final class Taker {
    static final int KEPT_OUT = 3;

    private Taker() {}

    /** Runs. */
    public static void main(String[] arguments) {
      try {
        int code = FolderLock.beside(Path.of(arguments[0]), () -> 0);
        System.exit(code);
      } catch (IOException e) {
        System.exit(KEPT_OUT);
      }
    }
  }
}
