package dev.candor.telemetry.console;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command knows of the world: its input and output, the environment, the time, and the
 * folder of the project. Tests give their own.
 *
 * @param in what a person types
 * @param stdin what a program writes; a command reads this or {@code in}, never both
 * @param out what a person or a program reads
 * @param err what went wrong
 * @param environment the variables
 * @param root the folder that {@code ./candor} lies in
 * @param clock the time
 */
record Shell(
    BufferedReader in,
    InputStream stdin,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Path root,
    Clock clock) {
  /** Copies the environment. */
  Shell {
    environment = Map.copyOf(environment);
  }

  /** The process's own. */
  static Shell ofProcess() {
    // The script sets candor.root; without it the working directory is the best guess.
    Path root = Path.of(System.getProperty("candor.root", "")).toAbsolutePath().normalize();
    return new Shell(
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        System.in,
        new PrintWriter(System.out, true, Charset.defaultCharset()),
        new PrintWriter(new FileOutputStream(FileDescriptor.err), true, Charset.defaultCharset()),
        System.getenv(),
        root,
        Clock.systemUTC());
  }

  void line(String text) {
    out.println(text);
    out.flush();
  }
}
