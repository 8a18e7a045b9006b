package dev.candor.images;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Docker Compose itself, from the folder of the checkout, for one project. One thread. */
final class Compose {
  /** The newer form first, then what Debian 12 has. */
  private static final List<List<String>> PROGRAMS =
      List.of(List.of("docker", "compose"), List.of("docker-compose"));

  private static final String FILE = "images/compose.yaml";

  private final List<String> program;
  private final Map<String, String> environment;

  private Compose(List<String> program, Map<String, String> environment) {
    this.program = program;
    this.environment = environment;
  }

  /**
   * The one that is installed.
   *
   * @param environment variables that stand in {@code .env} for operators
   */
  static Compose of(Map<String, String> environment) {
    List<String> program =
        installed().orElseThrow(() -> new AssertionError("Docker Compose is not installed"));
    return new Compose(program, environment);
  }

  static boolean isInstalled() {
    return installed().isPresent();
  }

  private static Optional<List<String>> installed() {
    return PROGRAMS.stream()
        .filter(program -> run(program, Map.of(), "version").exit() == 0)
        .findFirst();
  }

  /** Runs a command on this project's file. */
  Finished run(String... words) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("-f", FILE));
    return run(command, environment, words);
  }

  /** Runs a command that must succeed, and returns what it printed. */
  String succeed(String... words) {
    Finished finished = run(words);
    if (finished.exit() != 0) {
      throw new AssertionError("Compose failed: " + finished.output());
    }
    return finished.output();
  }

  private static Finished run(
      List<String> program, Map<String, String> environment, String... words) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(Scripts.FOLDER.getParent().toFile());
    builder.environment().putAll(environment);
    try {
      return Finished.of(builder);
    } catch (IOException none) {
      return new Finished(-1, ""); // no such program
    }
  }
}
