package dev.candor.telemetry.gateway;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What happened since the start. Labels come from closed lists, never from a request. */
final class GatewayCounts {
  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  /** One series: a metric, a path and a reason, which are empty where there is none. */
  record Key(Name name, String path, String label) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byName = name.compareTo(other.name);
      int byPath = byName == 0 ? path.compareTo(other.path) : byName;
      return byPath == 0 ? label.compareTo(other.label) : byPath;
    }
  }

  /** What is counted. */
  enum Name {
    /** Requests by answer. */
    REQUESTS("requests", "answer", "Requests by path and answer"),
    /** Items that came with requests that were taken, good or bad. */
    RECEIVED("items_received", "", "Items of requests that were taken"),
    /** Items that were stored. */
    STORED("items_stored", "", "Items that were new and are stored"),
    /** Items that were there already. */
    KNOWN("items_known", "", "Items that had come before"),
    /** Probes of operators, which end here. */
    PROBES("probes", "", "Probes of operators that arrived and were not stored"),
    /** Items that were not taken, by reason. */
    REJECTED("items_rejected", "reason", "Items that were not taken, by reason"),
    /** Values of items that were kept back, by reason. */
    OMITTED("values_omitted", "reason", "Values that were kept back, by reason"),
    /** What a person was called for at a vendor. */
    VENDOR_WARNINGS("vendor_warnings", "", "Times that a vendor refused, or its exporter warned"),
    /** Faults that were survived, by place. */
    FAULTS("faults", "place", "Faults of the gateway's own");

    private final String metric;
    private final String label;
    private final String help;

    Name(String metric, String label, String help) {
      this.metric = metric;
      this.label = label;
      this.help = help;
    }

    String metric() {
      return metric;
    }

    String label() {
      return label;
    }

    String help() {
      return help;
    }
  }

  void add(Name name, String path, String label, long n) {
    if (n != 0) {
      counts.computeIfAbsent(new Key(name, path, label), key -> new LongAdder()).add(n);
    }
  }

  long of(Name name, String path, String label) {
    LongAdder count = counts.get(new Key(name, path, label));
    return count == null ? 0 : count.sum();
  }

  /** All of them, sorted. */
  Map<Key, Long> all() {
    Map<Key, Long> all = new TreeMap<>();
    counts.forEach((key, count) -> all.put(key, count.sum()));
    return all;
  }
}
