package dev.candor.telemetry.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The least that reading can cost on this machine: one table look-up for each character. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FloorBenchmark {
  /** What is read. */
  @Param({"MESSAGE", "STACK", "LINES"})
  public Texts text = Texts.MESSAGE;

  private final byte[] classes = new byte[128];
  private List<String> lines = List.of();

  /** Fills the table. */
  @Setup
  public void start() {
    lines = text.lines();
    for (int c = 0; c < classes.length; c++) {
      classes[c] = (byte) (Character.isLetterOrDigit(c) ? 1 : 2);
    }
  }

  /** All lines once. */
  @Benchmark
  public int classes() {
    int seen = 0;
    for (String line : lines) {
      for (int i = 0; i < line.length(); i++) {
        seen |= classes[line.charAt(i) & 127];
      }
    }
    return seen;
  }
}
