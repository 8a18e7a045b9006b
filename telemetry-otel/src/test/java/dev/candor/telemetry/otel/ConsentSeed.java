package dev.candor.telemetry.otel;

import java.security.SecureRandom;

/** The seed of histories that nobody has seen: another one in each build, unless one is named. */
final class ConsentSeed {
  private static final String PROPERTY = "candor.consent.seed";

  static final long FRESH = Long.getLong(PROPERTY, new SecureRandom().nextLong() >>> 1);

  private ConsentSeed() {}

  /** Prints the seed, and how it is used again. */
  static void print(String what) {
    System.out.printf(
        "consent: %s of fresh seed %d, again with -D%s=%d%n", what, FRESH, PROPERTY, FRESH);
  }
}
