package dev.candor.telemetry.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.collector.LeftStrings.Entry;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.scrub.Carrier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Sends texts through a real Collector, each in the carrier that it names, as a sender would that
 * knows nothing of Candor, and tells what came out.
 *
 * <p>The Collector runs a base generated from the built-in registries, Squid's, and one registered
 * free text ({@value ReplayRegistry#TEXT}). For one thread; ends with {@link #close} or with this
 * process.
 */
public final class Replay implements AutoCloseable {
  static final String SERVICE = "candor";

  private static final int MAX_BODY = 512 * 1024;
  private static final String REFERENCE = "reference";
  private static final byte[] COMMA = {','};

  private final CollectorPassage passage;
  private final SortedSet<String> registered;
  private final ReplayRequests requests;
  private final Map<String, Set<Entry>> frames = new LinkedHashMap<>();
  private long sent;

  /**
   * A text and where it stands.
   *
   * @param key the key beside it; empty: the carrier's name is the key
   */
  public record Case(Carrier carrier, String key, String text) {
    /** Shows no value. */
    @Override
    public String toString() {
      return "Case[" + carrier + "]";
    }
  }

  /**
   * What became of a case.
   *
   * @param out every string that left with it, joined by line breaks, without what leaves with any
   *     case; null if its item was dropped
   * @param status what the Collector answered
   */
  public record Outcome(@Nullable String out, int status) {
    /** Shows no value. */
    @Override
    public String toString() {
      return "Outcome[" + status + "]";
    }
  }

  private Replay(CollectorPassage passage, SortedSet<String> registered) {
    this.passage = passage;
    this.registered = registered;
    this.requests = new ReplayRequests(registered);
  }

  /**
   * Starts the Collector.
   *
   * @param program from {@link CollectorFinder}
   * @param folder for its configuration and log; made if missing
   * @throws CollectorException if it does not get ready
   */
  public static Replay start(Path program, Path folder) {
    Registry registry = ReplayRegistry.read();
    Path base = folder.resolve("base.yaml");
    try {
      Files.createDirectories(folder);
      Files.writeString(base, BaseGenerator.generate(registry));
    } catch (IOException e) {
      throw new CollectorException("the base cannot be written: is the folder writable?", e);
    }
    CollectorPassage passage =
        CollectorPassage.start(program, folder, List.of(base), Map.of("CANDOR_SERVICES", SERVICE));
    Replay replay = new Replay(passage, registry.keys());
    try {
      replay.learnFrames();
      return replay;
    } catch (RuntimeException e) {
      replay.close();
      throw e;
    }
  }

  /** Sends cases and returns what became of each, in their order. */
  public List<Outcome> through(List<Case> cases) {
    Map<String, Case> byId = new LinkedHashMap<>();
    cases.forEach(given -> byId.put(ReplayRequests.id(sent++), given));
    Map<String, Integer> statuses = send(byId);
    LeftStrings left = new LeftStrings();
    passage.arrived().forEach(left::add);
    List<Outcome> outcomes = new ArrayList<>();
    byId.forEach(
        (id, given) ->
            outcomes.add(new Outcome(out(given, id, left.of(id)), statuses.getOrDefault(id, 0))));
    return outcomes;
  }

  @Override
  public void close() {
    passage.close();
  }

  /** What leaves with a harmless case leaves with every case. */
  private void learnFrames() {
    for (Carrier carrier : List.of(Carrier.ATTRIBUTE_VALUE, Carrier.METRIC_ATTRIBUTE)) {
      String id = ReplayRequests.id(sent++);
      send(Map.of(id, new Case(carrier, "", REFERENCE)));
      LeftStrings left = new LeftStrings();
      passage.arrived().forEach(left::add);
      Set<Entry> entries = left.of(id);
      if (entries == null) {
        throw new CollectorException("a harmless case does not pass the Collector");
      }
      Set<Entry> frame = new HashSet<>(entries);
      frame.removeIf(entry -> entry.text().equals(REFERENCE));
      frames.put(ReplayRequests.path(carrier), frame);
    }
  }

  private @Nullable String out(Case given, String id, @Nullable Set<Entry> left) {
    if (left == null) {
      return null;
    }
    Set<Entry> frame = frames.getOrDefault(ReplayRequests.path(given.carrier()), Set.of());
    String key = given.carrier() == Carrier.ATTRIBUTE_KEY ? "" : ReplayRequests.key(given);
    StringJoiner out = new StringJoiner("\n");
    for (Entry entry : left) {
      boolean own = entry.isKey() && entry.text().equals(key) && registered.contains(key);
      boolean number = entry.text().equals(id) || entry.text().equals(id.substring(16));
      if (!own && !number && !frame.contains(entry)) {
        out.add(entry.text());
      }
    }
    return out.toString();
  }

  private Map<String, Integer> send(Map<String, Case> cases) {
    Map<String, Map<String, byte[]>> byPath = new LinkedHashMap<>();
    cases.forEach(
        (id, given) ->
            byPath
                .computeIfAbsent(
                    ReplayRequests.path(given.carrier()), path -> new LinkedHashMap<>())
                .put(id, bytes(requests.element(given, id))));
    Map<String, Integer> statuses = new LinkedHashMap<>();
    byPath.forEach((path, bodies) -> batches(path, bodies, statuses));
    return statuses;
  }

  private void batches(String path, Map<String, byte[]> bodies, Map<String, Integer> statuses) {
    List<String> batch = new ArrayList<>();
    int size = 0;
    for (Map.Entry<String, byte[]> body : bodies.entrySet()) {
      if (!batch.isEmpty() && size + body.getValue().length > MAX_BODY) {
        post(path, List.copyOf(batch), bodies, statuses);
        batch.clear();
        size = 0;
      }
      batch.add(body.getKey());
      size += body.getValue().length;
    }
    post(path, batch, bodies, statuses);
  }

  /** A batch that is refused is sent again in halves, so that one case is refused alone. */
  private void post(
      String path, List<String> ids, Map<String, byte[]> bodies, Map<String, Integer> statuses) {
    int status = passage.post(path, body(path, ids, bodies));
    if (status == 200 || status == 404 || ids.size() == 1) {
      ids.forEach(id -> statuses.put(id, status));
      return;
    }
    int half = ids.size() / 2;
    post(path, List.copyOf(ids.subList(0, half)), bodies, statuses);
    post(path, List.copyOf(ids.subList(half, ids.size())), bodies, statuses);
  }

  private static byte[] body(String path, List<String> ids, Map<String, byte[]> bodies) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(("{\"" + ReplayRequests.list(path) + "\":[").getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < ids.size(); i++) {
      if (i > 0) {
        body.writeBytes(COMMA);
      }
      body.writeBytes(bodies.getOrDefault(ids.get(i), new byte[0]));
    }
    body.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return CollectorPassage.JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
  }
}
