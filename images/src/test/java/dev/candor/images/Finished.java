package dev.candor.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A program, or a container, that did one thing and ended. */
record Finished(long exit, String output) {
  /** Runs a program to its end, with nothing to read. */
  static Finished of(ProcessBuilder builder) throws IOException {
    Process process = builder.redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Finished(process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
