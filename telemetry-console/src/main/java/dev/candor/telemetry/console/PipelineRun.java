package dev.candor.telemetry.console;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** One measured run: warm up, send at the rate, wait until all has arrived or nothing comes. */
final class PipelineRun {
  // So long the gateway still compiles itself, at the cost of half a core.
  private static final int WARM_UP_SECONDS = 120;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  // Longer than any pause after a failure of the first minutes.
  private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(45);

  private final PipelineParts parts;
  private final PipelineLoad load;
  private final PipelineDriver driver;

  PipelineRun(PipelineParts parts, PipelineLoad load) {
    this.parts = parts;
    this.load = load;
    this.driver = new PipelineDriver(parts.collector().endpoint(), parts.collector().token(), load);
  }

  PipelineResult run() throws InterruptedException {
    long warmUp = load.requests(Math.min(WARM_UP_SECONDS, 2 * load.seconds()));
    driver.send(warmUp);
    awaitArrival(warmUp * load.perRequest());

    long requests = load.requests(load.seconds());
    long total = (warmUp + requests) * load.perRequest();
    List<Long> before = costs();
    MemoryWatch memory =
        MemoryWatch.over(List.of(parts.collector().pid(), parts.gateway().pid()), LOOK_NANOS);
    long begin = System.nanoTime();
    driver.send(requests);
    long sent = System.nanoTime();
    long backlog = missing(parts.arrivals(), total);
    long arrived = awaitArrival(total);
    List<Long> after = costs();
    List<PipelineParts.Arrival> arrivals = parts.arrivals();
    return new PipelineResult(
        load,
        requests * load.perRequest(),
        sent - begin,
        arrived - begin,
        IntStream.range(0, after.size()).mapToObj(i -> after.get(i) - before.get(i)).toList(),
        memory.peakKb(),
        backlog,
        missing(arrivals, total),
        arrivals.stream().mapToLong(arrival -> arrival.doubled(total)).sum(),
        driver.refused());
  }

  /** When the last event came, or nothing had come for long. */
  private long awaitArrival(long total) throws InterruptedException {
    long left = Long.MAX_VALUE;
    long progress = System.nanoTime();
    while (true) {
      long now = missing(parts.arrivals(), total);
      if (now < left) {
        left = now;
        progress = System.nanoTime();
      }
      if (left == 0 || System.nanoTime() - progress > STILL_NANOS) {
        return progress;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private long missing(List<PipelineParts.Arrival> arrivals, long total) {
    return arrivals.stream().mapToLong(arrival -> arrival.missing(total)).sum();
  }

  private List<Long> costs() {
    return List.of(
        ProcessCost.micros(parts.collector().pid()),
        ProcessCost.micros(parts.gateway().pid()),
        ProcessCost.micros(parts.sinksPid()),
        ProcessCost.micros(ProcessHandle.current().pid()));
  }
}
