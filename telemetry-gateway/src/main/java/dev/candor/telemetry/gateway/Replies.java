package dev.candor.telemetry.gateway;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the paths of one request say, each for itself, by their names; at least one.
 *
 * <p>The sender hears one answer: that it is to come again, if one of them says so, and else that
 * of the path which took least.
 */
record Replies(Map<String, Reply> byPath) {
  /** The same of each. */
  static Replies all(Collection<String> paths, Reply reply) {
    Map<String, Reply> byPath = new LinkedHashMap<>();
    paths.forEach(path -> byPath.put(path, reply));
    return new Replies(byPath);
  }

  /** What the sender hears. */
  Reply heard() {
    return byPath.values().stream()
        .max(Comparator.comparing((Reply reply) -> !reply.isTaken()).thenComparing(Reply::rejected))
        .orElseThrow();
  }
}
