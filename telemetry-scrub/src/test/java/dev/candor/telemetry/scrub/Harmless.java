package dev.candor.telemetry.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of logs that name nobody. */
final class Harmless {
  private Harmless() {}

  static List<String> lines() {
    try (InputStream in = Harmless.class.getResourceAsStream("/harmless.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
