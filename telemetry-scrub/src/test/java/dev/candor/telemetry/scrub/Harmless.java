package dev.candor.telemetry.scrub;

import java.util.List;

/** Lines of logs that name nobody. */
final class Harmless {
  private Harmless() {}

  static List<String> lines() {
    return SquidFixtures.resource("/harmless.txt").lines().filter(l -> !l.isEmpty()).toList();
  }
}
