package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where a Collector that stays can be reached, kept in {@code collector.json} (only its owner may
 * read it). Another process ends it by {@link #stop}.
 *
 * @param pid its process
 * @param started when that process started: a later process with the same number is another one
 * @param endpoint base address for OTLP/HTTP
 * @param health answers 200 as long as it serves
 * @param metrics its own figures
 * @param token what clients send
 */
public record CollectorState(
    long pid, Instant started, URI endpoint, URI health, URI metrics, String token) {
  private static final String FILE = "collector.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where a Collector listens. */
  record Addresses(URI endpoint, URI health, URI metrics) {}

  static CollectorState of(Process process, Addresses addresses, String token) {
    return new CollectorState(
        process.pid(),
        startOf(process.toHandle()),
        addresses.endpoint(),
        addresses.health(),
        addresses.metrics(),
        token);
  }

  /** The state in a folder; empty if there is none or its process has ended. */
  public static Optional<CollectorState> read(Path folder) {
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(folder.resolve(FILE)));
      CollectorState state =
          new CollectorState(
              json.path("pid").asLong(),
              Instant.parse(json.path("started").asText()),
              URI.create(json.path("endpoint").asText()),
              URI.create(json.path("health").asText()),
              URI.create(json.path("metrics").asText()),
              json.path("token").asText());
      return state.handle().map(handle -> state);
    } catch (IOException | RuntimeException missingOrFaulty) {
      return Optional.empty();
    }
  }

  /**
   * Ends the Collector of a folder and forgets it.
   *
   * @param grace after which it is ended by force
   * @return whether one was running
   */
  public static boolean stop(Path folder, Duration grace) {
    Optional<ProcessHandle> handle = read(folder).flatMap(CollectorState::handle);
    handle.ifPresent(running -> end(running, grace));
    try {
      Files.deleteIfExists(folder.resolve(FILE));
    } catch (IOException e) {
      throw new CollectorException("collector.json cannot be removed: is the folder writable?", e);
    }
    return handle.isPresent();
  }

  void write(Path folder) throws IOException {
    ObjectNode json =
        JSON.createObjectNode()
            .put("pid", pid)
            .put("started", started.toString())
            .put("endpoint", endpoint.toString())
            .put("health", health.toString())
            .put("metrics", metrics.toString())
            .put("token", token);
    Files.write(PrivateFiles.empty(folder.resolve(FILE)), JSON.writeValueAsBytes(json));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "CollectorState[pid=" + pid + ", endpoint=" + endpoint + "]";
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> startOf(handle).equals(started));
  }

  private static Instant startOf(ProcessHandle handle) {
    return handle.info().startInstant().orElse(Instant.EPOCH);
  }

  private static void end(ProcessHandle handle, Duration grace) {
    handle.destroy();
    try {
      handle.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      handle.destroyForcibly();
    } catch (InterruptedException e) {
      handle.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new CollectorException("the Collector could not be ended", e);
    }
  }
}
