package dev.candor.telemetry.collector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a program to its end and keeps what it wrote. Its environment is only what is given. */
final class Command {
  /** What a program wrote and how it ended. */
  record Result(int exit, String out, String err) {
    String lastLine() {
      List<String> lines = err.lines().filter(line -> !line.isBlank()).toList();
      return lines.isEmpty() ? "exit code " + exit : lines.get(lines.size() - 1).strip();
    }
  }

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Command() {}

  static Result run(Map<String, String> environment, List<String> command) {
    Path out = null;
    Path err = null;
    try {
      // Files, not pipes: nothing can fill up and block the program.
      out = Files.createTempFile("candor", ".out");
      err = Files.createTempFile("candor", ".err");
      ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new CollectorException(
            name(command) + " did not end within " + LIMIT.toSeconds() + " s");
      }
      return new Result(process.exitValue(), text(out), text(err));
    } catch (IOException e) {
      throw new CollectorException(name(command) + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectorException(name(command) + " was interrupted", e);
    } finally {
      delete(out);
      delete(err);
    }
  }

  private static String name(List<String> command) {
    return Path.of(command.get(0)).getFileName() + " " + (command.size() > 1 ? command.get(1) : "");
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The program ended long ago; the system empties its temporary folder itself.
      file.toFile().deleteOnExit();
    }
  }
}
