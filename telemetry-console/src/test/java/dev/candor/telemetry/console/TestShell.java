package dev.candor.telemetry.console;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A terminal in memory: what is typed is given, what is printed is kept. */
final class TestShell {
  /** The folder of the project. */
  static final Path ROOT = Path.of(System.getProperty("candor.root", "..")).toAbsolutePath();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();
  private Path root = ROOT;
  private String typed = "";
  private byte[] piped = {};
  private int exit = -1;

  TestShell typing(String text) {
    typed = text;
    return this;
  }

  TestShell piping(byte[] bytes) {
    piped = bytes;
    return this;
  }

  TestShell at(Path folder) {
    root = folder;
    return this;
  }

  TestShell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs one command line. */
  TestShell run(String... args) {
    exit = Candor.commandLine(shell()).execute(args);
    return this;
  }

  Shell shell() {
    environment.putIfAbsent("PATH", System.getenv("PATH"));
    return new Shell(
        new BufferedReader(new StringReader(typed)),
        new ByteArrayInputStream(piped),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        environment,
        root,
        Clock.systemUTC());
  }

  int exit() {
    return exit;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
