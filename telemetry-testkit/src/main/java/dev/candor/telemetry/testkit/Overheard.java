package dev.candor.telemetry.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears what is logged at any level, with parameters and stack traces, and what is printed, until
 * closed. The built-in HTTP server is not heard: it is the other side, and logs what it was asked.
 */
final class Overheard extends Handler implements AutoCloseable {
  private static final String OTHER_SIDE = "com.sun.net.httpserver";

  private final Logger root = Logger.getLogger("");
  private final Level levelBefore = root.getLevel();
  private final PrintStream outBefore = System.out;
  private final PrintStream errBefore = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Queue<String> logged = new ConcurrentLinkedQueue<>();

  Overheard() {
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    root.setLevel(Level.ALL);
    root.addHandler(this);
  }

  /** Everything so far. */
  String text() {
    return printed.toString(StandardCharsets.UTF_8) + String.join("\n", logged);
  }

  @Override
  public void publish(LogRecord entry) {
    String logger = String.valueOf(entry.getLoggerName());
    if (!logger.startsWith(OTHER_SIDE)) {
      logged.add(
          logger
              + " "
              + entry.getMessage()
              + " "
              + Arrays.deepToString(entry.getParameters())
              + trace(entry.getThrown()));
    }
  }

  @Override
  public void flush() {
    // Nothing is buffered.
  }

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(levelBefore);
    System.setOut(outBefore);
    System.setErr(errBefore);
  }

  private static String trace(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
