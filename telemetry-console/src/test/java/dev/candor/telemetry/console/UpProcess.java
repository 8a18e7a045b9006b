package dev.candor.telemetry.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code candor} as a process of its own, which can be told to end and be killed. */
final class UpProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader reader;
  private final List<String> lines = new ArrayList<>();

  private UpProcess(Process process) {
    this.process = process;
    this.reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static UpProcess start(Map<String, String> environment, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(agents());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Dcandor.root=" + TestShell.ROOT,
            "-cp",
            System.getProperty("java.class.path"),
            Candor.class.getName()));
    command.addAll(List.of(words));
    return start(environment, new ProcessBuilder(command));
  }

  /** What counts the lines that tests reach counts those of this process too. */
  private static List<String> agents() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-javaagent:"))
        .toList();
  }

  /** A line of a shell, which becomes its last program. */
  static UpProcess shell(Map<String, String> environment, Path folder, String line) {
    return start(
        environment,
        new ProcessBuilder("/bin/sh", "-c", "exec " + line).directory(folder.toFile()));
  }

  private static UpProcess start(Map<String, String> environment, ProcessBuilder command) {
    ProcessBuilder builder = command.redirectErrorStream(true);
    builder.environment().keySet().removeIf(key -> key.startsWith("OTEL_"));
    builder.environment().putAll(environment);
    try {
      return new UpProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads until a line has this; ends without it when the process does. */
  UpProcess until(String words) {
    try {
      String line = reader.readLine();
      while (line != null) {
        lines.add(line);
        if (line.contains(words)) {
          return this;
        }
        line = reader.readLine();
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it has printed so far. */
  String out() {
    return String.join("\n", lines);
  }

  /** What stands behind this word at the beginning of a line. */
  String after(String head) {
    return lines.stream()
        .filter(line -> line.startsWith(head))
        .map(line -> line.substring(head.length()).strip().split(" ")[0])
        .findFirst()
        .orElseThrow(() -> new AssertionError(out()));
  }

  URI endpoint() {
    return URI.create(after("OTEL_EXPORTER_OTLP_ENDPOINT="));
  }

  /** The Collector and the gateway, and what watches over them. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** The child that runs this program. */
  ProcessHandle child(String program) {
    return children().stream()
        .filter(child -> child.info().command().orElse("").endsWith("/" + program))
        .findFirst()
        .orElseThrow();
  }

  /** As Ctrl-C and init systems do. */
  void terminate() {
    process.toHandle().destroy(); // the other one closes what it still says
  }

  void kill() {
    process.toHandle().destroyForcibly();
  }

  /** Waits for its end, and returns the exit code. */
  int exit() throws InterruptedException {
    until("\0");
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
