package dev.candor.telemetry.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Ends a process when this Java process dies without running its hooks ({@code kill -9}): a shell
 * waits for the end of its input, which the system closes in any case.
 */
final class Watchdog {
  private static final Path SHELL = Path.of("/bin/sh");

  private final Process shell;

  private Watchdog(Process shell) {
    this.shell = shell;
  }

  /** Watches over a process; empty where there is no such shell. */
  static Optional<Watchdog> over(Process process) {
    if (!Files.isExecutable(SHELL)) {
      return Optional.empty();
    }
    List<String> command =
        List.of(SHELL.toString(), "-c", "read line; kill \"$1\"", "sh", "" + process.pid());
    try {
      Process shell =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Watchdog watchdog = new Watchdog(shell);
      // By then the number may be another process's.
      CompletableFuture<Void> unused = process.onExit().thenRun(watchdog::release);
      return Optional.of(watchdog);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Stops watching; the process lives on. */
  void release() {
    shell.destroyForcibly();
  }

  /** Closes the shell's input, as the system does when this Java process dies. */
  void bark() throws IOException {
    shell.getOutputStream().close();
  }
}
