package dev.candor.telemetry.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has cost so far, as Linux tells. */
final class ProcessCost {
  // What the kernel shows to programs, whatever its own clock ticks with.
  private static final long MICROS_PER_TICK = 10_000;
  private static final int USER = 11;
  private static final int SYSTEM = 12;

  private ProcessCost() {}

  /** Processor time of all its threads, in microseconds. */
  static long micros(long pid) {
    String stat = read(pid, "stat");
    // The name of the program may hold blanks and ends with the last bracket.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * MICROS_PER_TICK;
  }

  /** Memory that it holds now, in kB. */
  static long residentKb(long pid) {
    return read(pid, "status")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", "" + pid, file));
    } catch (IOException e) {
      throw CommandFailure.failed("a part of the pipeline has ended: nothing was measured");
    }
  }
}
