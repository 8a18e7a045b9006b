package dev.candor.telemetry.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What the tables of one sanitizer keep on the heap. */
final class Footprint {
  private static final int SANITIZERS = 20;

  private Footprint() {}

  static void print() {
    Engine.CANDOR.start();
    long before = used();
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < SANITIZERS; i++) {
      kept.add(Engine.CANDOR.start());
    }
    long each = (used() - before) / kept.size();
    Benchmarks.row("%-18s %10.0f kB", "heap of one", each / 1_000.0);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
