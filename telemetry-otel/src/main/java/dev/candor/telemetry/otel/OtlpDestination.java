package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.HttpAnswer;
import dev.candor.telemetry.exporter.HttpDelivery;
import dev.candor.telemetry.exporter.HttpEndpoint;
import dev.candor.telemetry.exporter.HttpOutcomes;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends items to any OTLP/HTTP receiver as protobuf: events to {@code /v1/traces}, day totals to
 * {@code /v1/metrics} below one base address.
 *
 * <p>OTLP has no key by which a receiver would recognise a body, so an unanswered one is booked as
 * uncertain and never sent again. {@link #seal} may be called on any thread, {@link #send} by one
 * at a time. Neither throws, logs or touches OpenTelemetry's global state.
 */
public final class OtlpDestination implements Destination {
  /** The name in ledger and settings. */
  public static final String NAME = "otlp";

  private static final String PROTOBUF = "application/x-protobuf";
  // Our Collector refuses more, compressed or not.
  private static final Limits LIMITS =
      new Limits(512, 1 << 20, Duration.ofDays(30), false, 15, true, true);

  private static final HttpOutcomes OUTCOMES = HttpOutcomes.standard();

  private final OtlpEncoder encoder = new OtlpEncoder();
  private final HttpDelivery delivery;

  private OtlpDestination(Builder builder) {
    this.delivery =
        HttpDelivery.builder(builder.endpoint)
            .headers(builder.headers)
            .clock(builder.clock)
            .build();
  }

  /**
   * Starts a destination at a base address.
   *
   * @throws IllegalArgumentException as {@link HttpEndpoint#check} says
   */
  public static Builder builder(URI endpoint) {
    return new Builder(HttpEndpoint.check(endpoint));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String host() {
    return delivery.host();
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public List<Sealed> seal(List<Item> items, SealContext context) {
    List<EventItem> events = new ArrayList<>();
    List<CountItem> counts = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof EventItem event) {
        events.add(event);
      } else if (item instanceof CountItem count) {
        counts.add(count);
      }
    }
    List<Sealed> bodies = new ArrayList<>();
    pack("/v1/traces", spans(events, context), encoder::traces, bodies);
    pack("/v1/metrics", metrics(counts), encoder::metrics, bodies);
    return bodies;
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    return delivery.send(sealed, timeout, answer -> outcome(sealed, answer));
  }

  @Override
  public void close() {
    delivery.close();
  }

  /** Shows neither address nor headers. */
  @Override
  public String toString() {
    return "OtlpDestination[" + host() + "]";
  }

  private static Outcome outcome(Sealed sealed, HttpAnswer answer) {
    Outcome outcome = OUTCOMES.of(answer);
    if (!(outcome instanceof Delivered)) {
      return outcome;
    }
    // Data points for metrics, of which an item holds many: at most all items were refused.
    long refused = Math.min(PartialSuccess.rejected(answer.body()), sealed.itemIds().size());
    return new Delivered(Map.of(), refused);
  }

  /** Returns what can be expressed, equal resources together, in the order of their first item. */
  private static List<Part<SpanData>> spans(List<EventItem> events, SealContext context) {
    Map<SortedMap<String, String>, Resource> resources = new HashMap<>();
    Map<SortedMap<String, String>, List<Part<SpanData>>> groups = new LinkedHashMap<>();
    for (EventItem event : events) {
      Resource resource =
          resources.computeIfAbsent(event.resource(), map -> OtelData.resource(map, context));
      Part.of(event.id(), () -> List.of(OtelData.span(event, resource)))
          .ifPresent(
              part -> groups.computeIfAbsent(event.resource(), map -> new ArrayList<>()).add(part));
    }
    return groups.values().stream().flatMap(List::stream).toList();
  }

  private static List<Part<MetricData>> metrics(List<CountItem> counts) {
    return counts.stream()
        .flatMap(count -> Part.of(count.id(), () -> OtelData.metrics(count)).stream())
        .toList();
  }

  /** Makes bodies within the limits by halving. An item that is too large alone is in none. */
  private static <D> void pack(
      String path, List<Part<D>> parts, Function<List<D>, byte[]> encode, List<Sealed> bodies) {
    if (parts.isEmpty()) {
      return;
    }
    if (parts.size() <= LIMITS.items()) {
      byte[] body = encode.apply(parts.stream().flatMap(part -> part.data().stream()).toList());
      if (body.length <= LIMITS.bytes()) {
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

  /** Collects choices; one thread. */
  public static final class Builder {
    private final URI endpoint;
    private Supplier<Map<String, String>> headers = Map::of;
    private Clock clock = Clock.systemUTC();

    private Builder(URI endpoint) {
      this.endpoint = endpoint;
    }

    /** Sets what is asked for headers at each request, credentials among them; default none. */
    public Builder headers(Supplier<Map<String, String>> headers) {
      this.headers = headers;
      return this;
    }

    /** Sets the clock that {@code Retry-After} dates are held against; default the system's. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Returns the destination; nothing is opened yet. */
    public OtlpDestination build() {
      return new OtlpDestination(this);
    }
  }
}
