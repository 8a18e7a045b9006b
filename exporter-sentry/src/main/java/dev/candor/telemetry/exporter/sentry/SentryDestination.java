package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.Contact;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventNames;
import dev.candor.telemetry.exporter.HttpAnswer;
import dev.candor.telemetry.exporter.HttpDelivery;
import dev.candor.telemetry.exporter.HttpOutcomes;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.OtlpBodies;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import io.sentry.clientreport.DiscardedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends errors and sessions as envelopes and everything else as spans by OTLP to one Sentry
 * project.
 *
 * <p>It follows Sentry's rules for clients: after any answer a body is not sent again; while a rate
 * limit holds, what it names is given up. What is given up here, when it is sealed or sent, is
 * counted and told to Sentry by the next report. A body without an answer is sent again only if it
 * is an event, which Sentry recognises by its id. What Sentry would answer with 200 and throw away,
 * updates of sessions that began over five days ago, is not sent.
 *
 * <p>It uses {@code io.sentry} as a library of messages: a Sentry that the application runs itself
 * is neither touched nor asked. {@link #seal} may be called on any thread, and so may {@link
 * #send}.
 */
public final class SentryDestination implements Destination {
  /** The name in ledger and settings. */
  public static final String NAME = "sentry";

  static final String SPANS = "/integration/otlp/v1/traces";

  private static final Limits LIMITS =
      new Limits(500, 1_000_000, Duration.ofDays(30), true, 15, true, false);

  /** Requests in the air: one error is a request of its own. */
  private static final int AT_ONCE = 8;

  private static final HttpOutcomes OUTCOMES =
      HttpOutcomes.standard()
          .with(answer -> new Dropped(DropReason.RATE_LIMITED), 429)
          .with(answer -> new Dropped(DropReason.REFUSED), 408, 425, 500, 501, 502, 503, 504);

  private final SentryEnvelopes envelopes = new SentryEnvelopes();
  private final OtlpBodies bodies = new OtlpBodies(LIMITS);
  private final ClientReports reports = new ClientReports();
  private final Clock clock;
  private final EventNames names;
  private final RateLimits limits;
  private final SentrySessionAge ages;
  private final HttpDelivery envelopeDelivery;
  private final HttpDelivery spanDelivery;
  private volatile Contact contact = Contact.none();

  private SentryDestination(SentryDsn dsn, Clock clock, EventNames names) {
    this.names = names;
    this.clock = clock;
    this.limits = new RateLimits(clock);
    this.ages = new SentrySessionAge(envelopes, clock);
    this.envelopeDelivery =
        HttpDelivery.builder(dsn.base())
            .headers(() -> Map.of("X-Sentry-Auth", dsn.envelopeHeader()))
            .clock(clock)
            .build();
    this.spanDelivery =
        HttpDelivery.builder(dsn.base())
            .headers(() -> Map.of("X-Sentry-Auth", dsn.otlpHeader()))
            .clock(clock)
            .build();
  }

  /**
   * Creates a destination; nothing is opened yet.
   *
   * @param dsn the project's DSN
   * @throws IllegalArgumentException naming the rule, never the DSN
   */
  public static SentryDestination create(String dsn, Clock clock) {
    SentryDsn parsed = SentryDsn.parse(dsn);
    if (parsed == null) {
      throw new IllegalArgumentException("a DSN " + SentryDsn.RULE);
    }
    return new SentryDestination(parsed, clock, EventNames.none());
  }

  static SentryDestination create(SentryDsn dsn, Clock clock, EventNames names) {
    return new SentryDestination(dsn, clock, names);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String host() {
    return envelopeDelivery.host();
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  /** Events have an id by which Sentry knows them; sessions and spans are counted again. */
  @Override
  public boolean deduplicates(Sealed sealed) {
    return SentryCategory.of(sealed) == SentryCategory.ERROR;
  }

  /** Updates of a session arrive in their order; errors and spans know none. */
  @Override
  public int atOnce(Sealed sealed) {
    return SentryCategory.of(sealed) == SentryCategory.SESSION ? 1 : AT_ONCE;
  }

  @Override
  public List<Sealed> seal(List<Item> items, SealContext context) {
    SentryBatch batch = new SentryBatch(LIMITS, context.description());
    OtelData.spans(items, context, names).forEach(batch::add);
    List<Sealed> sealed = batch.seal(envelopes, bodies);
    batch.leftOut(items, sealed, reports); // changes no byte
    return sealed;
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    SentryCategory category = SentryCategory.of(sealed);
    List<String> tooOld =
        category == SentryCategory.SESSION ? ages.tooOld(sealed) : List.<String>of();
    if (!tooOld.isEmpty()) {
      reports.add(DiscardReason.WITHHELD, category, tooOld.size());
      return Outcome.givenUp(sealed, tooOld, DropReason.EXPIRED);
    }
    if (limits.isLimited(category)) {
      reports.add(DiscardReason.LIMITED, category, sealed.itemIds().size());
      return new Dropped(DropReason.RATE_LIMITED);
    }
    long begun = System.nanoTime();
    HttpDelivery delivery = category == SentryCategory.SPAN ? spanDelivery : envelopeDelivery;
    Outcome outcome = delivery.send(sealed, timeout, answer -> outcome(sealed, answer));
    contact = delivery.contact();
    DiscardReason lost = lost(sealed, outcome);
    if (lost != null) {
      reports.add(lost, category, sealed.itemIds().size());
    } else if (outcome instanceof Delivered) {
      report(timeout.minusNanos(System.nanoTime() - begun));
    }
    return outcome;
  }

  /**
   * Why a body is given up after it was sent; null if it is not. What 429 and a partial success
   * refuse the server has counted.
   */
  private @Nullable DiscardReason lost(Sealed sealed, Outcome outcome) {
    if (outcome instanceof Outcome.Uncertain) {
      return deduplicates(sealed) ? null : DiscardReason.UNANSWERED;
    }
    boolean refused =
        outcome instanceof Dropped dropped && dropped.reason() != DropReason.RATE_LIMITED;
    // What cannot be halved is given up by whoever sends.
    boolean tooLarge = outcome instanceof Outcome.Split && sealed.itemIds().size() == 1;
    return refused || tooLarge ? DiscardReason.REFUSED : null;
  }

  /**
   * Sends an envelope with an item of a type that Sentry skips, and a request without spans. Sentry
   * may take a wrong key until it has looked it up, so that only a second check tells.
   */
  @Override
  public Check check(Duration timeout) {
    long begun = System.nanoTime();
    Check errors = envelopeDelivery.check(SentryEnvelopes.nothing(), timeout, SentryChecks::errors);
    Duration left = timeout.minusNanos(System.nanoTime() - begun);
    return errors.result() == Check.Result.OK
        ? spanDelivery.check(OtlpBodies.empty(SPANS), left, SentryChecks::spans)
        : errors;
  }

  @Override
  public Contact contact() {
    return contact;
  }

  @Override
  public void close() {
    envelopeDelivery.close();
    spanDelivery.close();
  }

  /** Shows neither DSN nor key. */
  @Override
  public String toString() {
    return "SentryDestination[" + host() + "]";
  }

  private Outcome outcome(Sealed sealed, HttpAnswer answer) {
    limits.read(answer);
    Outcome outcome = OUTCOMES.of(answer);
    if (outcome instanceof Outcome.Uncertain) {
      // Any other failure of the server is an answer too.
      return new Dropped(DropReason.REFUSED);
    }
    if (outcome instanceof Outcome.Deferred) {
      // Credentials, address, or something in between that answers in Sentry's place.
      return new Dropped(DropReason.UNAUTHORIZED);
    }
    return outcome instanceof Delivered && SentryCategory.of(sealed) == SentryCategory.SPAN
        ? OtlpBodies.delivered(sealed, answer)
        : outcome;
  }

  /** Tells what was given up, when the way is known to be open. Told once, heard or not. */
  private void report(Duration left) {
    if (left.isNegative()) {
      return;
    }
    Instant now = clock.instant();
    List<DiscardedEvent> discarded = reports.take(now);
    if (!discarded.isEmpty()) {
      Sealed report = envelopes.report(Date.from(now), discarded);
      Outcome unused =
          envelopeDelivery.send(
              report,
              left,
              answer -> {
                limits.read(answer);
                return Delivered.all();
              });
    }
  }
}
