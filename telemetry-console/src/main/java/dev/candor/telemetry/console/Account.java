package dev.candor.telemetry.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.otel.OtlpDestination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of everything in one demo, from the first call to the last byte: {@code ledger.json}.
 *
 * @param answer what the person answered
 * @param recorded events that the application told
 * @param keptBack of these, events that consent did not let into the store
 * @param lost of these, events that were lost on the way to the store, by reason
 * @param scrubbed values dropped or replaced before they were stored, by kind
 * @param stored of these, events in the store
 * @param destinations the store's account of each destination, in items
 * @param sealed what was sealed for the Collector
 * @param arrived what the far end holds
 * @param health how sessions went, by the totals that arrived
 * @param vendors what each vendor shows, by its own account
 * @param search the search for planted identities
 */
record Account(
    String answer,
    long recorded,
    long keptBack,
    SortedMap<String, Long> lost,
    SortedMap<String, Long> scrubbed,
    long stored,
    List<Entry> destinations,
    Sealed sealed,
    Delivery arrived,
    Health health,
    List<VendorAccount> vendors,
    Search search) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);

  /** Copies the collections. */
  Account {
    lost = new TreeMap<>(lost);
    scrubbed = new TreeMap<>(scrubbed);
    destinations = List.copyOf(destinations);
    // Ledgers written before have none.
    health = Objects.requireNonNullElse(health, Health.NONE);
    vendors = List.copyOf(vendors);
  }

  /** Tells whether nothing is missing at any step. */
  boolean balances() {
    long losses = lost.values().stream().mapToLong(Long::longValue).sum();
    return recorded == keptBack + losses + stored
        && destinations.stream().allMatch(Entry::balances)
        && vendors.stream()
            .allMatch(vendor -> entry(vendor.vendor()).filter(vendor::agreesWith).isPresent())
        && sealed.spans() == arrived.spans() + arrived.refusedSpans()
        && sealed.totals() == arrived.totals() + arrived.refusedTotals();
  }

  /** The same with destinations that somebody else keeps the account of. */
  Account and(List<Entry> others) {
    List<Entry> all = new ArrayList<>(destinations);
    all.addAll(others);
    return new Account(
        answer, recorded, keptBack, lost, scrubbed, stored, all, sealed, arrived, health, vendors,
        search);
  }

  /** The account of one destination. */
  Optional<Entry> entry(String destination) {
    return destinations.stream()
        .filter(entry -> entry.destination().equals(destination))
        .findFirst();
  }

  /** What the Collector got by the store's account. */
  long deliveredToCollector() {
    return entry(OtlpDestination.NAME).map(Entry::delivered).orElse(0L);
  }

  void write(Path file) {
    try {
      Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Account read(Path file) {
    try {
      return JSON.readValue(Files.readString(file), Account.class);
    } catch (JsonProcessingException e) {
      throw CommandFailure.failed("the ledger is not readable");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One destination's terms; they add up to {@code offered}. */
  record Entry(
      String destination,
      long offered,
      long delivered,
      long uncertain,
      long queued,
      long expired,
      long purged,
      SortedMap<String, Long> dropped) {
    /** Copies the map. */
    Entry {
      dropped = new TreeMap<>(dropped);
    }

    static Entry of(DestinationLedger ledger) {
      return new Entry(
          ledger.destination(),
          ledger.offered(),
          ledger.delivered(),
          ledger.uncertain(),
          ledger.queued(),
          ledger.expired(),
          ledger.purged(),
          new TreeMap<>(ledger.dropped()));
    }

    boolean balances() {
      return new DestinationLedger(
              destination, offered, delivered, uncertain, queued, expired, purged, dropped)
          .balances();
    }

    /** Every term with its name, the empty ones too. */
    Map<String, Long> terms() {
      Map<String, Long> terms = new java.util.LinkedHashMap<>();
      terms.put("delivered", delivered);
      terms.put("uncertain", uncertain);
      terms.put("queued", queued);
      terms.put("expired", expired);
      terms.put("purged", purged);
      dropped.forEach((reason, count) -> terms.put("dropped: " + reason, count));
      return terms;
    }
  }

  /** Sealed bodies, what they hold, and their bytes. */
  record Sealed(long bodies, long spans, long totals, long bytes) {}

  /** What the Collector let through, and what not. */
  record Delivery(
      long spans, long totals, long refusedSpans, long refusedTotals, long changedSpans) {}

  /** How often planted identities were found. */
  record Search(long identities, long forms, long bytes, long found) {}
}
