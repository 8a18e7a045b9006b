package dev.candor.telemetry.exporter.ga4;

import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.Contact;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventNames;
import dev.candor.telemetry.exporter.HttpAnswer;
import dev.candor.telemetry.exporter.HttpDelivery;
import dev.candor.telemetry.exporter.HttpEndpoint;
import dev.candor.telemetry.exporter.HttpOutcomes;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.JsonBodies;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to a web stream of Google Analytics 4 by the Measurement Protocol.
 *
 * <p>Google answers 204 to everything and has no key by which it would know an event again: what
 * breaks a rule is in no body, and a body that was answered, or may have arrived, is never sent
 * again. Totals of counts are not taken. {@link #seal} may be called on any thread, and so may
 * {@link #send}. Neither throws.
 */
public final class Ga4Destination implements Destination {
  /** The name in ledger and settings. */
  public static final String NAME = "ga4";

  /** Where Google collects. */
  public static final URI GLOBAL = URI.create("https://www.google-analytics.com");

  /** Where Google collects within the European Union. */
  public static final URI EUROPE = URI.create("https://region1.google-analytics.com");

  /** A host that no one can have, below which pages have addresses. */
  public static final URI NOWHERE = URI.create("https://app.invalid");

  private static final String COLLECT = "/mp/collect";
  private static final String DEBUG = "/debug/mp/collect";
  private static final String STRICT = "{\"validation_behavior\":\"ENFORCE_RECOMMENDATIONS\",";

  private static final String NOBODYS =
      STRICT
          + "\"client_id\":\"1234567890.1\",\"events\":[{\"name\":\"candor_check\","
          + "\"params\":{\"session_id\":\"1\",\"engagement_time_msec\":1}}]}";

  // Google asks that no request goes a second time, and would not know it again.
  private static final HttpOutcomes OUTCOMES =
      HttpOutcomes.standard()
          .with(answer -> new Uncertain(), 408, 502, 503, 504)
          .with(answer -> new Dropped(DropReason.REFUSED), 425, 429);

  private static final AttributeKey<String> INSTALLATION =
      AttributeKey.stringKey(OtelData.INSTALLATION_ID);

  private final HttpDelivery delivery;
  private final Ga4Mapping mapping;
  private final Ga4Ahead ahead;
  private final Duration patience;
  private final EventNames names;
  private final @Nullable Ga4Log log;

  private Ga4Destination(Builder builder) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("measurement_id", builder.measurementId);
    query.put("api_secret", builder.secret);
    this.delivery =
        HttpDelivery.builder(builder.endpoint).query(() -> query).uncompressed().build();
    this.mapping = new Ga4Mapping(builder.pages);
    this.ahead = new Ga4Ahead(builder.clock);
    this.patience = builder.patience;
    this.names = builder.names;
    this.log = builder.debug ? new Ga4Log() : null;
  }

  /**
   * Starts a destination.
   *
   * @param measurementId the web stream's id, such as {@code G-XXXXXXXXXX}
   * @param secret one of the stream's secrets for the Measurement Protocol
   */
  public static Builder builder(String measurementId, String secret) {
    return new Builder(measurementId, secret);
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
    return Ga4Limits.ALL;
  }

  /** Every event has a time of its own, and no order of arrival means anything to Google. */
  @Override
  public int atOnce(Sealed sealed) {
    return Ga4Limits.AT_ONCE;
  }

  @Override
  public List<Sealed> seal(List<Item> items, SealContext context) {
    // Several resources may be one reporter to Google.
    IdentityHashMap<Resource, String> heads = new IdentityHashMap<>();
    Map<String, List<JsonBodies.Part>> groups = new LinkedHashMap<>();
    for (SpanData span : OtelData.spans(items, context, names)) {
      // Google takes nothing without an identity, and none is made up.
      String installation = span.getResource().getAttribute(INSTALLATION);
      Ga4Event event = installation == null ? null : mapping.map(span);
      if (event != null) {
        String head =
            heads.computeIfAbsent(span.getResource(), who -> Ga4Json.head(who, installation));
        groups
            .computeIfAbsent(head, key -> new ArrayList<>())
            .add(new JsonBodies.Part(OtelData.itemId(span), Ga4Json.event(event)));
      }
    }
    List<Sealed> bodies = new ArrayList<>();
    groups.forEach(
        (head, parts) ->
            bodies.addAll(new JsonBodies(COLLECT, head, Ga4Json.TAIL, Ga4Limits.ALL).join(parts)));
    return bodies;
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    List<String> early = ahead.items(sealed);
    if (!early.isEmpty()) {
      return Outcome.givenUp(sealed, early, DropReason.INVALID);
    }
    if (log != null) {
      log.asked(validate(sealed, timeout));
    }
    Outcome outcome = delivery.send(sealed, shorter(timeout), Ga4Destination::outcome);
    if (log != null) {
      log.sent(sealed, outcome);
    }
    return outcome;
  }

  /**
   * Asks Google's debug address about a body, by its strictest rules. Nothing is recorded there.
   *
   * @param timeout for the whole exchange
   */
  public Ga4Verdict validate(Sealed sealed, Duration timeout) {
    byte[] strict = STRICT.getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[strict.length + sealed.body().length - 1];
    System.arraycopy(strict, 0, body, 0, strict.length);
    System.arraycopy(sealed.body(), 1, body, strict.length, sealed.body().length - 1);
    HttpAnswer[] seen = {null};
    delivery.send(
        new Sealed(DEBUG, sealed.contentType(), body, sealed.itemIds()),
        shorter(timeout),
        answer -> {
          seen[0] = answer;
          return Delivered.all();
        });
    return seen[0] == null ? Ga4Verdict.none() : Ga4Verdict.of(seen[0]);
  }

  /** Asks the debug address about an event of no installation. It does not look at the secret. */
  @Override
  public Check check(Duration timeout) {
    Sealed body =
        new Sealed(DEBUG, "application/json", NOBODYS.getBytes(StandardCharsets.UTF_8), List.of());
    return delivery.check(body, timeout, Ga4Verdict::check);
  }

  @Override
  public Contact contact() {
    return delivery.contact();
  }

  @Override
  public void close() {
    delivery.close();
  }

  /** Shows neither stream nor secret. */
  @Override
  public String toString() {
    return "Ga4Destination[" + host() + "]";
  }

  /**
   * After an answer nothing waits: what would is given up, and kept for a person to offer again.
   */
  private static Outcome outcome(HttpAnswer answer) {
    Outcome outcome = OUTCOMES.of(answer);
    return outcome instanceof Deferred ? new Dropped(DropReason.UNAUTHORIZED) : outcome;
  }

  private Duration shorter(Duration timeout) {
    return timeout.compareTo(patience) < 0 ? timeout : patience;
  }

  /** Collects choices; one thread. */
  public static final class Builder {
    private final String measurementId;
    private final String secret;
    private URI endpoint = GLOBAL;
    private String pages = NOWHERE.toString();
    private Duration patience = Duration.ofSeconds(2);
    private boolean debug;
    private EventNames names = EventNames.none();
    private Clock clock = Clock.systemUTC();

    private Builder(String measurementId, String secret) {
      this.measurementId = measurementId;
      this.secret = secret;
    }

    /**
     * Sets the base address; default {@link #GLOBAL}.
     *
     * @throws IllegalArgumentException as {@link HttpEndpoint#check} says
     */
    public Builder endpoint(URI endpoint) {
      this.endpoint = HttpEndpoint.check(endpoint);
      return this;
    }

    /** Sets the address below which pages stand in reports; default {@link #NOWHERE}. */
    public Builder pages(URI base) {
      String text = base.toString();
      this.pages = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      return this;
    }

    /** Sets the longest time for one exchange; default 2 s. */
    public Builder patience(Duration longest) {
      this.patience = longest;
      return this;
    }

    /** Asks the debug address about each body before it is sent, and logs codes; default no. */
    public Builder debug(boolean isOn) {
      this.debug = isOn;
      return this;
    }

    /** Sets the names that the application gave its events; default none. */
    public Builder names(EventNames names) {
      this.names = names;
      return this;
    }

    /** Sets the clock that times of events are held against; default the system's. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Returns the destination; nothing is opened yet. */
    public Ga4Destination build() {
      return new Ga4Destination(this);
    }
  }
}
