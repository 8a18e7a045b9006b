package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A running Collector and, where one is needed, the gateway behind it. Stops both, the Collector
 * first, so that the gateway can still take and send what comes. Any thread.
 */
final class Way implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Shell shell;
  private final WayPlan plan;
  private final CollectorProcess collector;
  private final @Nullable WayGateway gateway;
  private volatile boolean leaving;
  private boolean stopped;

  Way(Shell shell, WayPlan plan, CollectorProcess collector, @Nullable WayGateway gateway) {
    this.shell = shell;
    this.plan = plan;
    this.collector = collector;
    this.gateway = gateway;
  }

  /** Is done, with its name, when a part of it has ended. */
  CompletableFuture<String> ended() {
    CompletableFuture<?> ours = collector.onExit().thenApply(end -> "the Collector");
    CompletableFuture<?> behind =
        gateway == null ? ours : gateway.ended().thenApply(end -> "the gateway");
    return CompletableFuture.anyOf(ours, behind).thenApply(String::valueOf);
  }

  /** Says where everything is. */
  void showAddresses(Path folder) {
    shell.line(
        "Collector  %s (health %s, figures %s)"
            .formatted(collector.endpoint(), collector.health(), Figures.page(collector)));
    if (gateway != null) {
      shell.line("Gateway    %s (health /ready, figures /metrics)".formatted(gateway.base()));
    }
    shell.line("Folder     " + folder);
    shell.line("OTEL_EXPORTER_OTLP_ENDPOINT=" + collector.endpoint());
    shell.line("OTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer%20" + collector.token());
  }

  /** Says how many items are where. */
  void showFigures() throws InterruptedException {
    Figures ours = Figures.of(collector);
    Figures theirs = gateway == null ? new Figures(Map.of()) : gateway.figures();
    shell.line(
        "Collector: %d items taken, %d refused"
            .formatted(
                both(ours, "otelcol_receiver_accepted_", Map.of()),
                both(ours, "otelcol_receiver_refused_", Map.of())));
    for (WayDestination one : plan.destinations()) {
      shell.line("  %-10s %s".formatted(one, sent(one, ours)));
      if (one.byGateway()) {
        shell.line("  %-10s %s".formatted("", passedOn(one, theirs)));
      }
    }
  }

  private String sent(WayDestination one, Figures figures) {
    long sent = 0;
    long lost = 0;
    long waiting = 0;
    for (String exporter : plan.exporters(one)) {
      Map<String, String> label = Map.of("exporter", exporter);
      sent += both(figures, "otelcol_exporter_sent_", label);
      lost += both(figures, "otelcol_exporter_send_failed_", label);
      waiting += figures.sum("otelcol_exporter_queue_size", label);
    }
    return "Collector: %d sent, %d waiting, %d lost".formatted(sent, waiting, lost)
        + plan.remark(one);
  }

  private static String passedOn(WayDestination one, Figures figures) {
    Map<String, String> path = Map.of("path", one.word());
    long stored = figures.sum("candor_gateway_items_stored_total", path);
    long probes = figures.sum("candor_gateway_probes_total", path);
    long waiting = figures.sum("candor_gateway_queued_items", path);
    String ledger = "candor_gateway_ledger_items_total";
    long delivered = figures.sum(ledger, Map.of("path", one.word(), "term", "delivered"));
    return one == WayDestination.STORE
        ? "gateway: %d stored, %d probes".formatted(stored, probes)
        : "gateway: %d stored, %d probes, %d delivered since it was set up, %d waiting"
            .formatted(stored, probes, delivered, waiting);
  }

  private static long both(Figures figures, String prefix, Map<String, String> labels) {
    return figures.sum(prefix + "spans", labels) + figures.sum(prefix + "metric_points", labels);
  }

  CollectorProcess collector() {
    return collector;
  }

  @Nullable WayGateway gateway() {
    return gateway;
  }

  /** What happens at a signal: says what there is, and stops both. */
  void leave() {
    shell.line("Stopping: the Collector first, then the gateway, which may send for 20 s ...");
    leaving = true;
    try {
      showFigures();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** Whether a signal came. */
  boolean isLeaving() {
    return leaving;
  }

  /** Twice is once. */
  @Override
  public synchronized void close() {
    if (stopped) {
      return;
    }
    stopped = true;
    collector.stop(GRACE);
    if (gateway != null) {
      gateway.stop();
    }
  }
}
