package dev.candor.telemetry.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads what a vendor's fake wrote down, and finds for each thing in it the event of ours: by the
 * id that the vendor keeps, or by its place in a body whose hash is known. One thread.
 */
final class VendorRecords {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNKNOWN = "unknown";

  private final Map<String, String> names;
  private final Set<String> sealed = new HashSet<>();
  private final Map<String, List<String>> bodies = new TreeMap<>();
  private final Set<String> items = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Counted> rows = new TreeMap<>();
  private final TreeMap<String, Long> faults = new TreeMap<>();
  private long requests;
  private long refused;
  private long repeated;
  private long foreign;

  private VendorRecords(Map<String, String> names, List<SentBody> sent) {
    this.names = names;
    for (SentBody body : sent) {
      sealed.addAll(body.about().itemIds());
      bodies.put(body.about().sha256(), body.about().itemIds());
    }
  }

  /**
   * Reads a vendor's file.
   *
   * @param names our name of each item
   * @param loose items that may come without a body of ours
   * @param sent what was sealed for this vendor
   */
  static VendorAccount read(
      String vendor, Path file, Map<String, String> names, Set<String> loose, List<SentBody> sent) {
    VendorRecords records = new VendorRecords(names, sent);
    records.sealed.addAll(loose);
    try {
      if (Files.exists(file)) {
        JSON.readTree(Files.readAllBytes(file)).forEach(records::request);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records.account(vendor);
  }

  private VendorAccount account(String vendor) {
    return new VendorAccount(
        vendor,
        requests,
        refused,
        faults,
        items.size(),
        repeated,
        foreign,
        rows.values().stream().map(Counted::row).toList());
  }

  private void request(JsonNode request) {
    requests++;
    if (!request.path("faults").isEmpty()) {
      refused++;
      request.path("faults").forEach(fault -> faults.merge(fault.asText(), 1L, Long::sum));
    }
    JsonNode shown = request.path("shown");
    List<String> places = bodies.getOrDefault(request.path("sha256").asText(), List.of());
    for (int i = 0; i < shown.size(); i++) {
      String id = shown.get(i).path("id").asText();
      String place = places.size() == shown.size() ? places.get(i) : "";
      thing(shown.get(i), id.isEmpty() ? place : item(id));
    }
  }

  private void thing(JsonNode shown, String item) {
    String theirs = shown.path("name").asText();
    if (item.isEmpty()) {
      foreign++;
    } else {
      items.add(item);
      repeated += seen.add(item + " " + theirs) ? 0 : 1;
    }
    String ours = names.getOrDefault(item, UNKNOWN);
    Counted counted = rows.computeIfAbsent(ours + " " + theirs, key -> new Counted(ours, theirs));
    counted.count++;
    shown.path("parameters").forEach(name -> counted.parameters.add(name.asText()));
  }

  /** The item that an id belongs to: vendors shorten ids, or put something behind them. */
  private String item(String id) {
    return sealed.contains(id)
        ? id
        : sealed.stream()
            .filter(item -> item.startsWith(id) || id.startsWith(item))
            .findFirst()
            .orElse("");
  }

  private static final class Counted {
    private final String ours;
    private final String theirs;
    private final TreeSet<String> parameters = new TreeSet<>();
    private long count;

    Counted(String ours, String theirs) {
      this.ours = ours;
      this.theirs = theirs;
    }

    VendorAccount.Row row() {
      return new VendorAccount.Row(ours, theirs, count, List.copyOf(parameters));
    }
  }
}
