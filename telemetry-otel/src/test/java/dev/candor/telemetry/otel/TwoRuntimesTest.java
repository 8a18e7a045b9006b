package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeClock;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application and one of its libraries both start telemetry. */
@Tag("P9")
class TwoRuntimesTest {
  @TempDir Path folder;

  @Test
  void uncaughtError_answerChangedInBoth_reachesTheApplicationsHandlerOnce()
      throws InterruptedException {
    UncaughtExceptionHandler original = Thread.getDefaultUncaughtExceptionHandler();
    List<Throwable> seen = new ArrayList<>();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> seen.add(error));
    FakeClock clock = FakeClock.create();
    try (TelemetryRuntime one = LabRuntime.startSilent(folder.resolve("1"), clock);
        TelemetryRuntime other = LabRuntime.startSilent(folder.resolve("2"), clock)) {
      for (ConsentPreset preset : List.of(ConsentPreset.COUNTS, ConsentPreset.EVERYTHING)) {
        one.consent().set(preset);
        other.consent().set(preset);
      }
      IllegalStateException error = new IllegalStateException("secret");
      Thread thread =
          new Thread(
              () -> {
                throw error;
              });
      thread.start();
      thread.join();

      assertThat(seen).containsExactly(error);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(original);
    }
  }

  @Test
  void sweep_sessionOfThisProcess_keepsItsLock() throws IOException, InterruptedException {
    FakeClock clock = FakeClock.create();
    try (TelemetryRuntime one = LabRuntime.startSilent(folder, clock)) {
      one.consent().set(ConsentPreset.COUNTS);
      LabRuntime.store(one);
      Path session = session();
      try (TelemetryRuntime other = LabRuntime.startSilent(folder, clock)) {
        LabRuntime.store(other);

        assertThat(isFreeForOthers(session)).isFalse();
      }
    }
  }

  private Path session() throws IOException {
    try (var files = Files.newDirectoryStream(folder.resolve("data"), "session-*.lock")) {
      return files.iterator().next();
    }
  }

  private static boolean isFreeForOthers(Path file) throws IOException, InterruptedException {
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
      assertThat(process.exitValue()).isLessThan(2);
      return process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
    }
  }

  /** Ends with 0 if the file's lock was free, else with 1. */
  static final class Taker {
    private Taker() {}

    /** Runs. */
    public static void main(String[] arguments) {
      try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
          var lock = channel.tryLock()) {
        System.exit(lock == null ? 1 : 0);
      } catch (IOException e) {
        System.exit(2);
      }
    }
  }
}
