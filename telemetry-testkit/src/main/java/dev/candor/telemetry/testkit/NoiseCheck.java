package dev.candor.telemetry.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test during which anything was written to standard error or logged at warning or above
 * (promise P9). What it holds is never printed: it may be what should not be seen.
 */
public final class NoiseCheck implements BeforeEachCallback, AfterEachCallback {
  private static final int WARNING = java.util.logging.Level.WARNING.intValue();

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final Handler handler = new Collecting();
  private @Nullable PrintStream before;

  /** Creates a check for one test. */
  public NoiseCheck() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    before = System.err;
    // The console handler keeps the stream that it finds when it is made, at the first such call.
    Logger.getLogger("").getHandlers();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    Logger.getLogger("").addHandler(handler);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Logger.getLogger("").removeHandler(handler);
    if (before != null) {
      System.setErr(before);
    }
    if (!text().isEmpty()) {
      throw new AssertionError(
          "expected silence, got " + text().length() + " characters on standard error and in logs");
    }
  }

  /** Everything heard so far. */
  public String text() {
    return written.toString(StandardCharsets.UTF_8) + String.join("\n", logged);
  }

  /** Forgets what was heard, for a test that expects it. */
  public void expected() {
    written.reset();
    logged.clear();
  }

  /** Keeps records of warning and above. */
  private final class Collecting extends Handler {
    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= WARNING) {
        logged.add(record.getLoggerName() + " " + record.getMessage());
      }
    }

    @Override
    public void flush() {
      // Nothing is buffered.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
