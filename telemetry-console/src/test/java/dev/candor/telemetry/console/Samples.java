package dev.candor.telemetry.console;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Files of one demo, kept for the tests of what is made from them. */
final class Samples {
  static final Path ARRIVED = file("arrived.jsonl");
  static final Path LEDGER = file("ledger.json");

  private Samples() {}

  private static Path file(String name) {
    try {
      return Path.of(Samples.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
