package dev.candor.telemetry.testkit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Another Java with the class path of this test: what a promise looks like from outside. Closing it
 * kills it. Any thread.
 */
public final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final List<String> stdout = new ArrayList<>();
  private final List<String> stderr = new ArrayList<>();
  private final Thread outReader;
  private final Thread errReader;

  private ChildJvm(Process process) {
    this.process = process;
    this.outReader = follow(process.getInputStream(), stdout);
    this.errReader = follow(process.getErrorStream(), stderr);
  }

  /** Starts to describe a Java that runs {@code main}. */
  public static Builder of(Class<?> main) {
    return new Builder(main.getName());
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Waits for a line on standard output that contains {@code text}, and returns it. */
  public String awaitLine(String text, Duration timeout) {
    return await(line -> line.contains(text), "a line with " + text, timeout);
  }

  /** Writes a line to its standard input. */
  public void writeLine(String line) {
    try {
      BufferedWriter writer = process.outputWriter(StandardCharsets.UTF_8);
      writer.write(line);
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the child reads no more", e);
    }
  }

  /** Closes its standard input, as Ctrl-D does. */
  public void endInput() {
    try {
      process.outputWriter(StandardCharsets.UTF_8).close();
    } catch (IOException e) {
      throw new UncheckedIOException("the child reads no more", e);
    }
  }

  /** Ends it as {@code kill -9} does, whatever it started included, and waits until it is gone. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    awaitExit(Duration.ofSeconds(20));
  }

  /** Asks it to end as Ctrl-C does; its shutdown hooks run. */
  public void interrupt() {
    process.destroy();
  }

  /** Waits for its end and returns its exit code. */
  public int awaitExit(Duration timeout) {
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the child did not end within " + timeout + "; " + summary());
      }
      outReader.join();
      errReader.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for the child", e);
    }
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The lines on standard output so far. */
  public List<String> stdout() {
    return copy(stdout);
  }

  /** The lines on standard error so far. */
  public List<String> stderr() {
    return copy(stderr);
  }

  @Override
  public void close() {
    kill();
  }

  private String await(Predicate<String> wanted, String what, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    int seen = 0;
    synchronized (stdout) {
      while (true) {
        for (; seen < stdout.size(); seen++) {
          if (wanted.test(stdout.get(seen))) {
            return stdout.get(seen);
          }
        }
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0 || !outReader.isAlive()) {
          throw new AssertionError("expected " + what + "; " + summary());
        }
        pause(left);
      }
    }
  }

  private void pause(long millis) {
    try {
      // The reader notifies at each line and at its end; the bound covers an end in between.
      stdout.wait(Math.min(millis, 500));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for a line", e);
    }
  }

  private String summary() {
    return "stdout " + stdout() + ", stderr " + stderr();
  }

  private static List<String> copy(List<String> lines) {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  private static Thread follow(InputStream stream, List<String> lines) {
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader in =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                  append(lines, line);
                }
              } catch (IOException e) {
                append(lines, "<cut>");
              }
            },
            "child-reader");
    reader.setDaemon(true);
    reader.start();
    return reader;
  }

  private static void append(List<String> lines, String line) {
    synchronized (lines) {
      lines.add(line);
      lines.notifyAll();
    }
  }

  /** Collects choices; one thread. */
  public static final class Builder {
    private static final List<String> OURS =
        List.of(
            "OTEL_",
            "TELEMETRY_",
            "CANDOR_",
            "DO_NOT_TRACK",
            "DEBUG_TELEMETRY",
            "GA_",
            "AMPLITUDE_",
            "SENTRY_");

    private final String main;
    private final List<String> outer = new ArrayList<>();
    private final List<String> jvmArgs = new ArrayList<>();
    private final List<String> args = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private String classPath = System.getProperty("java.class.path");
    private Path directory = Path.of("").toAbsolutePath();

    private Builder(String main) {
      this.main = main;
    }

    /** Runs it below another command, such as a tracer, whose process id is then {@link #pid}. */
    public Builder below(String... command) {
      outer.addAll(List.of(command));
      return this;
    }

    /** Adds options of the Java virtual machine. */
    public Builder jvmArgs(String... more) {
      jvmArgs.addAll(List.of(more));
      return this;
    }

    /** Adds arguments of the program. */
    public Builder args(String... more) {
      args.addAll(List.of(more));
      return this;
    }

    /** Sets a variable; those that steer telemetry are not inherited. */
    public Builder environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Replaces the class path; default that of this test. */
    public Builder classPath(String replacement) {
      classPath = replacement;
      return this;
    }

    /** Sets the working directory; default that of this test. */
    public Builder directory(Path folder) {
      directory = folder;
      return this;
    }

    /** Starts it. */
    public ChildJvm start() {
      List<String> command = new ArrayList<>(outer);
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("--enable-native-access=ALL-UNNAMED");
      command.addAll(jvmArgs);
      command.addAll(List.of("-cp", classPath, main));
      command.addAll(args);
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().keySet().removeIf(name -> OURS.stream().anyMatch(name::startsWith));
      // It would greet on standard error.
      builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
      builder.environment().putAll(environment);
      try {
        return new ChildJvm(builder.start());
      } catch (IOException e) {
        throw new UncheckedIOException("no child could be started", e);
      }
    }
  }
}
