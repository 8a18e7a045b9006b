package dev.candor.telemetry.exporter.amplitude;

import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.Contact;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventNames;
import dev.candor.telemetry.exporter.HttpDelivery;
import dev.candor.telemetry.exporter.HttpEndpoint;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.JsonBodies;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends events to Amplitude as JSON: to {@code /2/httpapi}, or to {@code /batch}.
 *
 * <p>Amplitude recognises an event by its {@code insert_id} for seven days, so an unanswered body
 * is sent again. It takes its key within the body: {@link #seal} leaves the place empty, and {@link
 * #send} fills it in. Day totals are not taken. {@link #seal} may be called on any thread, {@link
 * #send} by one at a time. Neither throws or logs.
 */
public final class AmplitudeDestination implements Destination {
  /** The name in ledger and settings. */
  public static final String NAME = "amplitude";

  /** The address for larger bodies. */
  static final String BATCH = "/batch";

  private static final Duration DEDUPLICATED = Duration.ofDays(7);
  private static final int REQUESTS_PER_MINUTE = 15;
  private static final String HEAD = "{\"api_key\":\"";
  private static final byte[] HEAD_BYTES = HEAD.getBytes(StandardCharsets.UTF_8);

  private final Limits limits;
  private final String path;
  private final JsonBodies bodies;
  private final AmplitudeMapping mapping;
  private final AmplitudeAnswers answers;
  private final HttpDelivery delivery;
  private final byte[] key;
  private final EventNames names;

  private AmplitudeDestination(Builder builder) {
    int items = builder.batch ? AmplitudeLimits.BATCH_ITEMS : AmplitudeLimits.ITEMS;
    int bytes = builder.batch ? AmplitudeLimits.BATCH_BYTES : AmplitudeLimits.BYTES;
    this.limits =
        new Limits(
            items,
            bytes - AmplitudeLimits.LONGEST_KEY,
            DEDUPLICATED,
            /* deduplicates= */ true,
            REQUESTS_PER_MINUTE,
            /* events= */ true,
            /* counts= */ false);
    this.path = builder.batch ? BATCH : "/2/httpapi";
    this.bodies = new JsonBodies(path, HEAD + "\",\"events\":[", "]}", limits);
    this.mapping = new AmplitudeMapping(builder.pageEvent);
    this.answers = new AmplitudeAnswers(builder.warnings);
    this.delivery = HttpDelivery.builder(builder.endpoint).clock(builder.clock).build();
    this.names = builder.names;
    this.key = builder.key.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Starts a destination at a base address.
   *
   * @param key of the project: at most 128 letters, digits, dashes and underscores
   * @throws IllegalArgumentException as {@link HttpEndpoint#check} says, or if the key has another
   *     form; never quoting it
   */
  public static Builder builder(URI endpoint, String key) {
    if (!AmplitudeLimits.isKey(key)) {
      throw new IllegalArgumentException("the key " + AmplitudeLimits.KEY_RULE);
    }
    return new Builder(HttpEndpoint.check(endpoint), key);
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
    return limits;
  }

  @Override
  public List<Sealed> seal(List<Item> items, SealContext context) {
    List<JsonBodies.Part> parts = new ArrayList<>(items.size());
    IdentityHashMap<Resource, Sender> senders = new IdentityHashMap<>();
    for (SpanData span : OtelData.spans(items, context, names)) {
      Sender sender = senders.computeIfAbsent(span.getResource(), Sender::of);
      byte[] json = mapping.events(span, sender);
      if (json != null) {
        parts.add(new JsonBodies.Part(OtelData.itemId(span), json));
      }
    }
    return bodies.join(parts);
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    byte[] body = withKey(sealed.body());
    if (body.length == 0) {
      return new Dropped(DropReason.FAULT); // these bytes are not ours
    }
    Sealed whole = new Sealed(sealed.path(), sealed.contentType(), body, sealed.itemIds());
    return delivery.send(whole, timeout, answer -> answers.of(sealed, answer));
  }

  /** Sends the key and no events: Amplitude refuses that, and a wrong key in other words. */
  @Override
  public Check check(Duration timeout) {
    String body = HEAD + new String(key, StandardCharsets.UTF_8) + "\"}";
    Sealed request =
        new Sealed(path, "application/json", body.getBytes(StandardCharsets.UTF_8), List.of());
    return delivery.check(request, timeout, AmplitudeAnswers::check);
  }

  @Override
  public Contact contact() {
    return delivery.contact();
  }

  @Override
  public void close() {
    delivery.close();
  }

  /** Shows neither address nor key. */
  @Override
  public String toString() {
    return "AmplitudeDestination[" + host() + "]";
  }

  private byte[] withKey(byte[] body) {
    int head = HEAD_BYTES.length;
    if (body.length < head || !Arrays.equals(body, 0, head, HEAD_BYTES, 0, head)) {
      return new byte[0];
    }
    byte[] whole = new byte[body.length + key.length];
    System.arraycopy(body, 0, whole, 0, head);
    System.arraycopy(key, 0, whole, head, key.length);
    System.arraycopy(body, head, whole, head + key.length, body.length - head);
    return whole;
  }

  /** Collects choices; one thread. */
  public static final class Builder {
    private final URI endpoint;
    private final String key;
    private boolean batch;
    private EventNames names = EventNames.none();
    private String pageEvent = AmplitudeEvents.PAGE_VIEWED;
    private Consumer<String> warnings = text -> {};
    private Clock clock = Clock.systemUTC();

    private Builder(URI endpoint, String key) {
      this.endpoint = endpoint;
      this.key = key;
    }

    /** Uses the batch address: larger bodies and more events of one device; default false. */
    public Builder batch(boolean batch) {
      this.batch = batch;
      return this;
    }

    /** Sets the {@code event_type} of page views; default {@code [Amplitude] Page Viewed}. */
    public Builder pageEvent(String type) {
      this.pageEvent = type;
      return this;
    }

    /** Sets what is told in words that a person must act; at each such answer; default nobody. */
    public Builder warnings(Consumer<String> warnings) {
      this.warnings = warnings;
      return this;
    }

    /** Sets the names that the application gave its events; default none. */
    public Builder names(EventNames names) {
      this.names = names;
      return this;
    }

    /** Sets the clock that {@code Retry-After} dates are held against; default the system's. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Returns the destination; nothing is opened yet. */
    public AmplitudeDestination build() {
      return new AmplitudeDestination(this);
    }
  }
}
