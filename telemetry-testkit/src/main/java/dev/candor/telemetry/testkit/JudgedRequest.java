package dev.candor.telemetry.testkit;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a strict vendor made of one request.
 *
 * @param request as it came
 * @param faults what kept it out, by rule and field; empty if it was taken
 * @param shown what the vendor shows of it, in order
 */
record JudgedRequest(ReceivedRequest request, List<String> faults, List<Shown> shown) {
  static JudgedRequest shown(ReceivedRequest request, Stream<Shown> shown) {
    return new JudgedRequest(request, List.of(), shown.toList());
  }

  static JudgedRequest refused(ReceivedRequest request, String... faults) {
    return new JudgedRequest(request, List.of(faults), List.of());
  }

  /**
   * One thing that a vendor shows.
   *
   * @param name the vendor's name for it
   * @param id by which the vendor knows it again, or empty
   * @param parameters the names of what is told of it
   */
  record Shown(String name, String id, SortedSet<String> parameters) {
    static Shown of(String name, String id, Set<String> parameters) {
      return new Shown(name, id, new TreeSet<>(parameters));
    }
  }
}
