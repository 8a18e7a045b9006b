package dev.candor.telemetry.gateway;

import dev.candor.telemetry.exporter.door.Doorkeeper;
import dev.candor.telemetry.gateway.GatewayLog.Level;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.registry.Contract;
import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.Sanitizer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes OTLP from a Collector, stores it, and answers; what was answered with 200 is on the disk. A
 * courier for each path sends on with the exporters' own rules.
 *
 * <p>What an authenticated sender brings is answered with 200 or 503 and nothing else, because a
 * Collector drops the rest. One thread starts and stops it; {@link #close} may come from another.
 */
public final class Gateway implements AutoCloseable {
  private final GatewayConfig config;
  private final GatewayLog log;
  private final Clock clock;
  private final GatewayState state = new GatewayState();
  private final GatewayCounts counts = new GatewayCounts();
  private final Workers workers = new Workers();
  private final Answers answers;
  private final WebServer server;
  private volatile Map<GatewayPath, Intake> intakes = Map.of();
  private volatile @Nullable Receiver receiver;
  private volatile @Nullable Housekeeping housekeeping;

  private Gateway(GatewayConfig config, GatewayLog log, Clock clock) {
    this.config = config;
    this.log = log;
    this.clock = clock;
    config.notices().attach(log, counts);
    Budget budget = new Budget(config.limits().buffered());
    answers = new Answers(counts, log, config.retryAfter().toSeconds());
    MetricsPage metrics = new MetricsPage(counts, budget, state, () -> intakes);
    server =
        new WebServer(
            config,
            new Front(
                new Front.Desk(
                    config.tokens(),
                    config.limits(),
                    budget,
                    state,
                    () -> receiver,
                    workers,
                    answers),
                new OperatorPages(state, metrics, config.listen().isLoopback(), workers)));
  }

  /**
   * Starts one: it listens first, and says "come again" until its stores are open.
   *
   * @throws IOException if it cannot listen, or its folder cannot be used; the text names no path
   */
  public static Gateway start(GatewayConfig config, GatewayLog log, Clock clock)
      throws IOException {
    Gateway gateway = listening(config, log, clock);
    try {
      gateway.open();
      return gateway;
    } catch (IOException | RuntimeException e) {
      gateway.close();
      throw e;
    }
  }

  /** Listens, and opens nothing yet. */
  static Gateway listening(GatewayConfig config, GatewayLog log, Clock clock) throws IOException {
    Gateway gateway = new Gateway(config, log, clock);
    gateway.server.start();
    return gateway;
  }

  /** Opens the stores, and then the doors. */
  void open() throws IOException {
    Path data = DataFolder.open(config.data());
    ItemIds ids = new ItemIds(IdKey.obtain(data));
    // Nothing of this machine is known to be in what others have recorded.
    Contract contract =
        Contract.of(config.registry(), Sanitizer.create(KnownValues.none()), config.services());
    Receiver.Judges judges =
        new Receiver.Judges(
            new OtlpReader(config.limits()),
            new SpanJudge(new Doorkeeper(contract), ids),
            new PointJudge(contract, ids));
    Map<GatewayPath, Intake> opened = new EnumMap<>(GatewayPath.class);
    config
        .destinations()
        .forEach(
            (path, destination) ->
                opened.put(
                    path,
                    Intake.of(
                        Outbox.openRelay(
                            data.resolve(path.wireName()),
                            config.queueLimits(),
                            config.sent(),
                            clock),
                        clock,
                        destination)));
    if (config.stores()) {
      Path folder = data.resolve(GatewayPath.STORE.wireName());
      opened.put(GatewayPath.STORE, Intake.of(folder, config.storeLimits(), clock));
    }
    opened.forEach(this::tellFaults);
    intakes = opened;
    receiver = new Receiver(judges, opened, counts, answers::fault);
    housekeeping =
        Housekeeping.start(
            opened.values().stream()
                .filter(Intake::rests)
                .<Runnable>map(intake -> intake::housekeep)
                .toList(),
            config.housekeeping(),
            counts);
    state.ready();
    log.line(Level.INFO, "gateway.ready", Map.of("paths", opened.size(), "port", port()));
  }

  // A store that was put aside, or that a later version wrote: somebody has to look.
  private void tellFaults(GatewayPath path, Intake intake) {
    for (String kind : intake.faults().keySet()) {
      log.line(Level.WARN, "store.fault", Map.of("path", path.wireName(), "kind", kind));
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /**
   * Stops: new requests are to come again, those at work are finished, and what is stored is sent
   * while time is left. The rest stays in the stores. Twice is once.
   */
  @Override
  public void close() {
    if (!state.stop()) {
      return;
    }
    log.line(Level.INFO, "gateway.stopping", Map.of());
    long deadline = System.nanoTime() + config.stopWithin().toNanos();
    workers.finish(left(deadline));
    drain(deadline);
    server.close();
    Housekeeping resting = housekeeping;
    if (resting != null) {
      resting.close();
    }
    intakes.values().forEach(Intake::close);
    log.line(Level.INFO, "gateway.stopped", Map.of());
  }

  private void drain(long deadline) {
    List<Thread> threads = new ArrayList<>();
    for (Intake intake : intakes.values()) {
      Thread thread = new Thread(() -> intake.drain(left(deadline)), "candor-gateway-drain");
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    try {
      for (Thread thread : threads) {
        thread.join(Math.max(1, left(deadline).toMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }
}
