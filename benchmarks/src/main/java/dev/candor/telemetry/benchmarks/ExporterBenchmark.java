package dev.candor.telemetry.benchmarks;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One exporter on one thread against the cheapest receiver; the time is for all its items. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(java.util.concurrent.TimeUnit.NANOSECONDS)
public class ExporterBenchmark {
  private static final SealContext CONTEXT =
      new SealContext("6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Where to. */
  @Param public Vendor vendor = Vendor.GA4;

  private final Sink sink = Sink.open();
  private Destination destination = vendor.at(sink.uri());
  private List<Item> items = List.of();
  private List<Sealed> bodies = List.of();

  /** Listens, and makes sure that every item is in a body. */
  @Setup
  public void start() {
    destination = vendor.at(sink.uri());
    items = vendor.items();
    bodies = destination.seal(items, CONTEXT);
    if (bodies.stream().mapToInt(body -> body.itemIds().size()).sum() != items.size()) {
      throw new IllegalStateException("items of " + vendor + " are in no body");
    }
  }

  /** Stops. */
  @TearDown
  public void stop() {
    destination.close();
    sink.close();
  }

  /** Items to bytes. */
  @Benchmark
  public List<Sealed> seal() {
    return destination.seal(items, CONTEXT);
  }

  /** Bytes to the receiver, one exchange after the other. */
  @Benchmark
  public void send() {
    for (Sealed body : bodies) {
      if (!destination.send(body, TIMEOUT).equals(Outcome.Delivered.all())) {
        throw new IllegalStateException("a body was not delivered");
      }
    }
  }
}
