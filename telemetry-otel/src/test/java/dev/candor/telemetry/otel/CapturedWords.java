package dev.candor.telemetry.otel;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts all that the engine logs, at any level, into a list until it is closed. */
final class CapturedWords extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("dev.candor.telemetry");
  private final @Nullable Level before = logger.getLevel();
  private final List<String> words;

  CapturedWords(List<String> words) {
    this.words = words;
    logger.setLevel(Level.ALL);
    logger.addHandler(this);
  }

  @Override
  public void publish(LogRecord word) {
    words.add(word.getMessage() + " " + word.getThrown());
  }

  @Override
  public void flush() {
    // Nothing waits.
  }

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(before);
  }
}
