package dev.candor.telemetry.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads one long text made to be slow, and one of twice its length. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HostileBenchmark {
  /** What is repeated. */
  @Param public Hostile unit = Hostile.LETTERS;

  /** Characters. */
  @Param({"65536", "131072"})
  public int size;

  /** Who reads. */
  @Param public Engine engine = Engine.CANDOR;

  private String text = "";
  private UnaryOperator<String> sanitizer = UnaryOperator.identity();

  /** Builds tables and text. */
  @Setup
  public void start() {
    text = unit.text(size);
    sanitizer = engine.start();
  }

  /** The text once. */
  @Benchmark
  public String sanitize() {
    return sanitizer.apply(text);
  }
}
