package dev.candor.telemetry.exporter;

import dev.candor.telemetry.exporter.Outcome.Delivered;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Turns items into OTLP requests in protobuf, within a destination's limits, and reads what a
 * receiver answers. Pure: equal items give equal bytes. Any thread.
 */
public final class OtlpBodies {
  private static final String PROTOBUF = "application/x-protobuf";

  /** A request that holds nothing, to see whether an address takes any. */
  public static Sealed empty(String path) {
    return new Sealed(path, PROTOBUF, new byte[0], List.of());
  }

  private final OtlpEncoder encoder = new OtlpEncoder();
  private final Limits limits;

  /**
   * For one destination.
   *
   * @param limits the most items and bytes of a body
   */
  public OtlpBodies(Limits limits) {
    this.limits = limits;
  }

  /**
   * Returns the bodies of spans, as few as fit, equal resources together in the order of their
   * first span; what has no room is in none.
   */
  public List<Sealed> traces(String path, List<SpanData> spans) {
    Map<Resource, List<Part<SpanData>>> groups = new LinkedHashMap<>();
    for (SpanData span : spans) {
      groups
          .computeIfAbsent(span.getResource(), resource -> new ArrayList<>())
          .add(new Part<>(OtelData.itemId(span), List.of(span)));
    }
    List<Sealed> bodies = new ArrayList<>();
    pack(path, groups.values().stream().flatMap(List::stream).toList(), encoder::traces, bodies);
    return bodies;
  }

  /** Returns the bodies of day totals, as few as fit; what has no form or no room is in none. */
  public List<Sealed> metrics(String path, List<CountItem> counts) {
    List<Sealed> bodies = new ArrayList<>();
    pack(path, metrics(counts), encoder::metrics, bodies);
    return bodies;
  }

  /**
   * Returns what a delivered body came to: all of it, but for what the receiver's partial success
   * refuses without names.
   */
  public static Outcome delivered(Sealed sealed, HttpAnswer answer) {
    // Data points for metrics, of which an item holds many: at most all items were refused.
    long refused = Math.min(PartialSuccess.rejected(answer.body()), sealed.itemIds().size());
    return new Delivered(Map.of(), refused);
  }

  private static List<Part<MetricData>> metrics(List<CountItem> counts) {
    return counts.stream()
        .flatMap(count -> Part.of(count.id(), () -> OtelData.metrics(count)).stream())
        .toList();
  }

  /** Makes bodies within the limits by halving. An item that is too large alone is in none. */
  private <D> void pack(
      String path, List<Part<D>> parts, Function<List<D>, byte[]> encode, List<Sealed> bodies) {
    if (parts.isEmpty()) {
      return;
    }
    if (parts.size() <= limits.items()) {
      byte[] body = encode.apply(parts.stream().flatMap(part -> part.data().stream()).toList());
      if (body.length <= limits.bytes()) {
        bodies.add(new Sealed(path, PROTOBUF, body, parts.stream().map(Part::id).toList()));
        return;
      }
      if (parts.size() == 1) {
        return;
      }
    }
    int half = parts.size() / 2;
    pack(path, parts.subList(0, half), encode, bodies);
    pack(path, parts.subList(half, parts.size()), encode, bodies);
  }

  /** One item and what it is in OpenTelemetry. */
  private record Part<D>(String id, List<D> data) {
    /** Returns nothing for what has no form; it is in no body, so the courier books it. */
    static <D> Optional<Part<D>> of(String id, Supplier<List<D>> data) {
      try {
        return Optional.of(new Part<>(id, data.get()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
