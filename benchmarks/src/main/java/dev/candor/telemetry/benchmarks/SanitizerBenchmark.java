package dev.candor.telemetry.benchmarks;

import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;

/** Reads all lines of one text; the time is for all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SanitizerBenchmark {
  /** What is read. */
  @Param public Texts text = Texts.MESSAGE;

  /** Who reads. */
  @Param public Engine engine = Engine.CANDOR;

  private List<String> lines = List.of();
  private UnaryOperator<String> sanitizer = UnaryOperator.identity();

  /** Builds the tables, and makes sure that clean text is clean. */
  @Setup
  public void start() {
    lines = text.lines();
    sanitizer = engine.start();
    if (engine == Engine.CANDOR && text != Texts.MIX) {
      for (String line : lines) {
        if (!sanitizer.apply(line).equals(line)) {
          throw new IllegalStateException("a line of the clean text " + text + " is not clean");
        }
      }
    }
  }

  /** All lines once. */
  @Benchmark
  public void sanitize(Blackhole sink) {
    for (String line : lines) {
      sink.consume(sanitizer.apply(line));
    }
  }
}
