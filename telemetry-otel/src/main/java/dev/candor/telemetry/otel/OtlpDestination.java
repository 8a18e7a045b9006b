package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.Contact;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.HttpAnswer;
import dev.candor.telemetry.exporter.HttpDelivery;
import dev.candor.telemetry.exporter.HttpEndpoint;
import dev.candor.telemetry.exporter.HttpOutcomes;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.OtlpBodies;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static final String TRACES = "/v1/traces";
  private static final String METRICS = "/v1/metrics";

  // Our Collector refuses more, compressed or not.
  private static final Limits LIMITS =
      new Limits(512, 1 << 20, Duration.ofDays(30), false, 15, true, true);

  private static final HttpOutcomes OUTCOMES = HttpOutcomes.standard();

  private final OtlpBodies bodies = new OtlpBodies(LIMITS);
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
    List<CountItem> counts =
        items.stream().filter(CountItem.class::isInstance).map(CountItem.class::cast).toList();
    List<Sealed> sealed = new ArrayList<>(bodies.traces(TRACES, OtelData.spans(items, context)));
    sealed.addAll(bodies.metrics(METRICS, counts));
    return sealed;
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    return delivery.send(sealed, timeout, answer -> outcome(sealed, answer));
  }

  /** Sends a request without spans and one without metrics; OTLP allows both. */
  @Override
  public Check check(Duration timeout) {
    long begun = System.nanoTime();
    Check traces = delivery.check(OtlpBodies.empty(TRACES), timeout, Check::of);
    Duration left = timeout.minusNanos(System.nanoTime() - begun);
    return traces.result() == Check.Result.OK
        ? delivery.check(OtlpBodies.empty(METRICS), left, Check::of)
        : traces;
  }

  @Override
  public Contact contact() {
    return delivery.contact();
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
    return outcome instanceof Delivered ? OtlpBodies.delivered(sealed, answer) : outcome;
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
