package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one probe through a Collector and looks for it at the end of each way, as far as that is
 * ours; a vendor is reached only if the probe is to reach it. One thread.
 */
final class WayProof {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** For those who may be away: what is sent to them waits. */
  private static final Duration FOR_OTHERS = Duration.ofSeconds(15);

  /** Of a file, from where it ended before; the probe is among the first lines. */
  private static final int FILE_BYTES = 16 << 20;

  private static final long ROUND_MILLIS = 200;

  private final List<WayDestination> destinations;
  private final CollectorProcess collector;
  private final @Nullable WayGateway gateway;
  private final WaySettings settings;
  private final boolean testEvent;
  private final long fileBegin;
  private final WayProbe probe;
  private final Map<WayDestination, Long> before = new EnumMap<>(WayDestination.class);
  private final List<WayDestination> reached = new ArrayList<>();

  WayProof(
      List<WayDestination> destinations,
      CollectorProcess collector,
      @Nullable WayGateway gateway,
      WaySettings settings,
      WayProbe probe,
      boolean testEvent) {
    this.destinations = destinations;
    this.collector = collector;
    this.gateway = gateway;
    this.settings = settings;
    this.probe = probe;
    this.testEvent = testEvent;
    this.fileBegin = size(file());
  }

  /**
   * Sends it, and waits until it is everywhere, the time is up, or a part of the way has ended.
   *
   * @return whether it is everywhere that is ours
   */
  boolean send(CompletableFuture<?> ended) throws InterruptedException {
    look((destination, count) -> before.put(destination, count));
    boolean counts = destinations.contains(WayDestination.PROMETHEUS);
    if (probe.send(collector.endpoint(), collector.token(), counts) != 200) {
      return false;
    }
    long begin = System.nanoTime();
    while (!isOver(System.nanoTime() - begin) && !waited(ended)) {
      look(this::compare);
    }
    return destinations.stream().allMatch(one -> reached.contains(one) || mayBeAway(one));
  }

  /** Whether it has been seen there. */
  boolean isAt(WayDestination destination) {
    return reached.contains(destination);
  }

  private void compare(WayDestination destination, long count) {
    if (count > before.getOrDefault(destination, 0L) && !reached.contains(destination)) {
      reached.add(destination);
    }
  }

  private boolean isOver(long nanos) {
    boolean ours = destinations.stream().allMatch(one -> isAt(one) || mayBeAway(one));
    return reached.containsAll(destinations)
        || nanos > LONGEST.toNanos()
        || (ours && nanos > FOR_OTHERS.toNanos());
  }

  /** Whether somebody else runs it. */
  private boolean mayBeAway(WayDestination destination) {
    return destination == WayDestination.OTLP
        || destination == WayDestination.KAFKA
        || (testEvent && destination.isVendor());
  }

  /** Waits a little; returns whether it is done. */
  static boolean waited(CompletableFuture<?> ended) throws InterruptedException {
    try {
      ended.get(ROUND_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException goesOn) {
      return false;
    } catch (ExecutionException e) {
      return true;
    }
  }

  private void look(Found found) throws InterruptedException {
    Figures ours = Figures.of(collector);
    WayGateway behind = gateway;
    Figures theirs = behind == null ? new Figures(Map.of()) : behind.figures();
    for (WayDestination one : destinations) {
      found.at(
          one,
          switch (one) {
            case GA4, AMPLITUDE, SENTRY, STORE -> atGateway(one, theirs);
            case FILE -> inFile();
            case PROMETHEUS -> atPrometheus();
            case OTLP, KAFKA ->
                ours.sum("otelcol_exporter_sent_spans", Map.of("exporter", one.exporters().get(0)));
          });
    }
  }

  private long atGateway(WayDestination one, Figures figures) {
    if (!testEvent) {
      return figures.sum("candor_gateway_probes_total", Map.of("path", one.word()));
    }
    return one == WayDestination.STORE
        ? figures.sum("candor_gateway_items_stored_total", Map.of("path", one.word()))
        : figures.sum(
            "candor_gateway_ledger_items_total", Map.of("path", one.word(), "term", "delivered"));
  }

  /** Looks only at what was written since: such a file may be large. */
  private long inFile() {
    Path file = file();
    if (!Files.exists(file)) {
      return 0;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      channel.position(fileBegin);
      String lines =
          new String(
              Channels.newInputStream(channel).readNBytes(FILE_BYTES), StandardCharsets.UTF_8);
      return lines.contains(probe.id()) ? 1 : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return Path.of(settings.get("CANDOR_FILE", ""));
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long atPrometheus() throws InterruptedException {
    String address = settings.get("CANDOR_PROMETHEUS", "127.0.0.1:9464");
    return Figures.at(URI.create("http://" + address + "/metrics"), List.of())
        .sum("candor_probe_count_total", Map.of());
  }

  /** Is told what was counted at a destination. */
  private interface Found {
    void at(WayDestination destination, long count);
  }
}
