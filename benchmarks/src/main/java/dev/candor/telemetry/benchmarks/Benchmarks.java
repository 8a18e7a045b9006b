package dev.candor.telemetry.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all benchmarks and prints one table for each question. {@code quick} takes about six
 * minutes, {@code full} about an hour; {@code exporters} is one table of them, in two minutes.
 */
public final class Benchmarks {
  private static final int FULL_FORKS = 3;

  private final boolean full;

  private Benchmarks(boolean full) {
    this.full = full;
  }

  /** Takes {@code quick}, {@code full} or {@code exporters}. */
  public static void main(String[] args) throws RunnerException {
    String mode = args.length == 0 ? "quick" : args[0];
    if (args.length > 1 || !List.of("quick", "full", "exporters").contains(mode)) {
      System.out.println("usage: benchmarks/run [quick|full|exporters]");
      System.exit(2);
    }
    Benchmarks benchmarks = new Benchmarks(mode.equals("full"));
    if (mode.equals("exporters")) {
      benchmarks.exporters();
      return;
    }
    Footprint.print();
    benchmarks.texts();
    benchmarks.hostile();
    benchmarks.start();
    benchmarks.exporters();
  }

  private void texts() throws RunnerException {
    List<RunResult> results = new ArrayList<>(run(steady(FloorBenchmark.class)));
    results.addAll(run(steady(SanitizerBenchmark.class)));
    row("%n%-10s %-8s %10s %10s %10s", "text", "reader", "MB/s", "best", "B/op");
    for (RunResult result : results) {
      BenchmarkParams params = result.getParams();
      String reader = params.getParam("engine");
      double size = Texts.valueOf(params.getParam("text")).size();
      double nanos = score(result);
      row(
          "%-10s %-8s %10.1f %10.1f %10.0f",
          params.getParam("text"),
          reader == null ? "(floor)" : reader,
          size * 1_000 / nanos,
          size * 1_000 / result.getPrimaryResult().getStatistics().getMin(),
          allocated(result));
    }
  }

  private void hostile() throws RunnerException {
    ChainedOptionsBuilder options = steady(HostileBenchmark.class);
    if (!full) {
      options
          .param("engine", Engine.CANDOR.name())
          // One process, this one, for all of them.
          .forks(0)
          .warmupTime(TimeValue.milliseconds(500))
          .measurementTime(TimeValue.milliseconds(100));
    }
    List<RunResult> results = List.copyOf(run(options));
    row("%n%-18s %-8s %10s %10s", "64 kB of", "reader", "ms", "2n / n");
    for (RunResult small : results) {
      if (!small.getParams().getParam("size").equals("65536")) {
        continue;
      }
      RunResult large =
          results.stream().filter(result -> isDouble(small, result)).findFirst().orElseThrow();
      row(
          "%-18s %-8s %10.2f %10.2f",
          small.getParams().getParam("unit"),
          small.getParams().getParam("engine"),
          score(small),
          score(large) / score(small));
    }
  }

  private static boolean isDouble(RunResult small, RunResult large) {
    return !large.getParams().getParam("size").equals("65536")
        && large.getParams().getParam("unit").equals(small.getParams().getParam("unit"))
        && large.getParams().getParam("engine").equals(small.getParams().getParam("engine"));
  }

  private void start() throws RunnerException {
    ChainedOptionsBuilder options =
        base(StartBenchmark.class)
            .forks(full ? 20 : 5)
            .warmupIterations(0)
            .measurementIterations(1);
    row("%n%-18s %10s", "first start, cold", "ms");
    for (RunResult result : run(options)) {
      row("%-18s %10.1f", result.getParams().getParam("engine"), score(result));
    }
  }

  private void exporters() throws RunnerException {
    List<RunResult> results =
        List.copyOf(
            run(
                steady(ExporterBenchmark.class)
                    .addProfiler(CpuProfiler.class)
                    // The JDK's HTTP client is compiled in parts, over many seconds.
                    .warmupIterations(7)
                    .warmupTime(TimeValue.seconds(2))
                    .measurementIterations(2)
                    .measurementTime(TimeValue.seconds(2))
                    .jvmArgs("-XX:+UseSerialGC", "-Xmx512m")));
    row(
        "%n%-10s %7s %10s %10s %10s %10s %10s %10s",
        "exporter", "at once", "events/s", "seal us", "send us", "cpu us", "seal B", "send B");
    for (RunResult seal : results) {
      if (!seal.getPrimaryResult().getLabel().equals("seal")) {
        continue;
      }
      String name = seal.getParams().getParam("vendor");
      RunResult send =
          results.stream()
              .filter(result -> result.getPrimaryResult().getLabel().equals("send"))
              .filter(result -> result.getParams().getParam("vendor").equals(name))
              .findFirst()
              .orElseThrow();
      double items = Vendor.valueOf(name).count();
      row(
          "%-10s %7d %10.0f %10.2f %10.2f %10.2f %10.0f %10.0f",
          name,
          Vendor.valueOf(name).atOnce(),
          1e9 * items / (score(seal) + score(send)),
          score(seal) / items / 1_000,
          score(send) / items / 1_000,
          (secondary(seal, CpuProfiler.LABEL) + secondary(send, CpuProfiler.LABEL)) / items / 1_000,
          allocated(seal) / items,
          allocated(send) / items);
    }
  }

  private ChainedOptionsBuilder steady(Class<?> benchmark) {
    return base(benchmark)
        .addProfiler(GCProfiler.class)
        .forks(full ? FULL_FORKS : 1)
        .warmupIterations(full ? 5 : 2)
        .warmupTime(TimeValue.milliseconds(full ? 1_000 : 4_000))
        .measurementIterations(full ? 5 : 2)
        .measurementTime(TimeValue.milliseconds(full ? 1_000 : 500));
  }

  private static ChainedOptionsBuilder base(Class<?> benchmark) {
    return new OptionsBuilder()
        .include(benchmark.getName())
        .verbosity(VerboseMode.SILENT)
        // Compiled in the foreground: on a busy machine code may stay interpreted for seconds.
        .jvmArgs("-XX:+UseSerialGC", "-Xmx512m", "-Xbatch")
        .shouldFailOnError(true);
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run();
  }

  private static double score(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  private static double allocated(RunResult result) {
    return secondary(result, "gc.alloc.rate.norm");
  }

  private static double secondary(RunResult result, String label) {
    for (Result<?> secondary : result.getSecondaryResults().values()) {
      if (secondary.getLabel().endsWith(label)) {
        return secondary.getScore();
      }
    }
    return Double.NaN;
  }

  static void row(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
