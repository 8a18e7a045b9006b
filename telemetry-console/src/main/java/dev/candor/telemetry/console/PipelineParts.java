package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.BaseGenerator;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.registry.BuiltInRegistries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The processes of a measured pipeline, in a folder of their own. One thread. */
final class PipelineParts implements AutoCloseable {
  private static final int SINKS = 3;

  private final Path folder;
  private final PipelineLoad load;
  private final Process sinks;
  private final BufferedReader sinkLines;
  private @Nullable PipelineGateway gateway;
  private @Nullable CollectorProcess collector;

  private PipelineParts(Path folder, PipelineLoad load) throws IOException {
    this.folder = folder;
    this.load = load;
    sinks =
        new ProcessBuilder(
                JavaCommand.of(
                    List.of("-XX:+UseSerialGC", "-Xmx192m"), PipelineSinks.class.getName()))
            .redirectError(folder.resolve("sinks.log").toFile())
            .start();
    sinkLines =
        new BufferedReader(new InputStreamReader(sinks.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts them, and waits until they are ready.
   *
   * @param profile where the gateway's JFR recording goes; empty for none
   */
  static PipelineParts start(Shell shell, Path folder, PipelineLoad load, Path profile) {
    Path program = CollectorCommands.find(shell);
    try {
      PipelineParts parts = new PipelineParts(folder, load);
      try {
        parts.start(program, profile);
        return parts;
      } catch (IOException | RuntimeException e) {
        parts.close();
        throw e;
      }
    } catch (IOException e) {
      throw CommandFailure.missing("a part of the pipeline did not start: is the disk full?");
    }
  }

  private void start(Path program, Path profile) throws IOException {
    String ready = String.valueOf(sinkLines.readLine());
    if (!ready.startsWith("ready ")) {
      throw CommandFailure.missing("the receivers did not start");
    }
    List<String> ports = Arrays.asList(ready.split(" ", -1));
    Path registry = folder.resolve("bench.yaml");
    Files.writeString(registry, PipelineRequests.REGISTRY);
    PipelineGateway started =
        PipelineGateway.start(folder, load.destinations(), ports.subList(1, SINKS + 1), profile);
    gateway = started;
    collector = collector(program, registry, started, ports.get(SINKS));
  }

  private CollectorProcess collector(
      Path program, Path registry, PipelineGateway behind, String sentry) throws IOException {
    Path base =
        Files.writeString(
            folder.resolve("base.yaml"),
            BaseGenerator.generate(BuiltInRegistries.reader().file(registry).read()));
    CollectorProcess.Builder builder =
        CollectorProcess.builder(program, folder.resolve("collector"))
            .config(base)
            .startTimeout(Duration.ofMinutes(2))
            .environment("CANDOR_SERVICES", PipelineRequests.SERVICE)
            .environment("CANDOR_QUEUE_DIR", folder.resolve("queue").toString())
            .environment("CANDOR_GATEWAY_ENDPOINT", behind.uri().toString())
            .environment("CANDOR_GATEWAY_TOKEN", PipelineGateway.TOKEN)
            .environment("CANDOR_SENTRY_TRACES", "http://127.0.0.1:" + sentry + "/v1/traces")
            .environment("CANDOR_SENTRY_KEY", PipelineGateway.KEY);
    load.plan().variables().forEach(builder::environment);
    load.plan().overlays().forEach(one -> builder.config(one.unpack(folder)));
    return CollectorCommands.guarded(builder::start);
  }

  CollectorProcess collector() {
    return running(collector);
  }

  PipelineGateway gateway() {
    return running(gateway);
  }

  long sinksPid() {
    return sinks.pid();
  }

  /** How many different events each destination has, in their order, and how many came twice. */
  List<Arrival> arrivals() throws InterruptedException {
    List<Arrival> arrivals = new ArrayList<>();
    try {
      sinks.getOutputStream().write('\n');
      sinks.getOutputStream().flush();
      List<Long> numbers =
          Arrays.stream(String.valueOf(sinkLines.readLine()).split(" ", -1))
              .map(Long::valueOf)
              .collect(Collectors.toList());
      for (int i = 0; i < Math.min(SINKS, load.destinations()); i++) {
        arrivals.add(new Arrival(numbers.get(2 * i), numbers.get(2 * i + 1)));
      }
    } catch (IOException | NumberFormatException e) {
      throw CommandFailure.failed("the receivers have ended");
    }
    if (load.destinations() > SINKS) {
      arrivals.add(new Arrival(gateway().stored(), 0));
    }
    return arrivals;
  }

  @Override
  public void close() {
    try {
      if (collector != null) {
        collector.close();
      }
      if (gateway != null) {
        gateway.close();
      }
      sinks.getOutputStream().close();
      sinks.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      sinks.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T running(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("not started");
    }
    return part;
  }

  /**
   * What one destination has. No surplus at one hides what is missing at another.
   *
   * @param events how many; different ones, where the destination can tell
   * @param seenTwice how many it has seen again
   */
  record Arrival(long events, long seenTwice) {
    /** How many of so many have not come. */
    long missing(long total) {
      return Math.max(0, total - events);
    }

    /** How many came more than once. */
    long doubled(long total) {
      return seenTwice + Math.max(0, events - total);
    }
  }
}
