package dev.candor.telemetry.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One exporter against the cheapest receiver; the time is for all its items. One thread seals; as
 * many bodies are in the air as the destination allows, as the courier has them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(java.util.concurrent.TimeUnit.NANOSECONDS)
public class ExporterBenchmark {
  private static final SealContext CONTEXT =
      new SealContext("6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Where to. */
  @Param public Vendor vendor = Vendor.GA4;

  private @Nullable SinkProcess sink;
  private @Nullable Destination destination;
  private @Nullable ExecutorService threads;
  private int atOnce = 1;
  private List<Item> items = List.of();
  private List<Sealed> bodies = List.of();

  /** Listens, and makes sure that every item is in a body. */
  @Setup
  public void start() {
    sink = SinkProcess.start();
    destination = vendor.at(sink.uri());
    items = vendor.items();
    bodies = destination.seal(items, CONTEXT);
    if (bodies.stream().mapToInt(body -> body.itemIds().size()).sum() != items.size()) {
      throw new IllegalStateException("items of " + vendor + " are in no body");
    }
    atOnce = vendor.atOnce();
    threads = Executors.newFixedThreadPool(atOnce);
  }

  /** Stops. */
  @TearDown
  public void stop() {
    requireNonNull(threads).shutdown();
    requireNonNull(destination).close();
    requireNonNull(sink).close();
  }

  /** Items to bytes. */
  @Benchmark
  public List<Sealed> seal() {
    return requireNonNull(destination).seal(items, CONTEXT);
  }

  /** Bytes to the receiver. */
  @Benchmark
  public void send() throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    if (atOnce == 1) {
      sendAll(next);
      return;
    }
    Callable<Void> sending =
        () -> {
          sendAll(next);
          return null;
        };
    for (Future<Void> done :
        requireNonNull(threads).invokeAll(Collections.nCopies(atOnce, sending))) {
      done.get();
    }
  }

  private void sendAll(AtomicInteger next) {
    for (int number = next.getAndIncrement();
        number < bodies.size();
        number = next.getAndIncrement()) {
      if (!requireNonNull(destination)
          .send(bodies.get(number), TIMEOUT)
          .equals(Outcome.Delivered.all())) {
        throw new IllegalStateException("a body was not delivered");
      }
    }
  }
}
