package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.registry.Contract;
import dev.candor.telemetry.registry.Omission;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A destination as a span exporter of any OpenTelemetry SDK.
 *
 * <p>Every span whose name no registry declares is dropped; of the others the contract lets pass
 * what is declared, sanitized. This door promises that and nothing else: it asks nobody for
 * consent, stores nothing and keeps no ledger. {@link #export} may be called by several threads; it
 * sends on the caller's, one at a time, and fails unless everything registered was taken. It never
 * throws and logs nothing.
 */
public final class RegisteredSpanExporter implements SpanExporter {
  private final Destination destination;
  private final Supplier<Doorkeeper> doorkeepers;
  private final DoorCounts counts = new DoorCounts();
  private final DoorDelivery delivery;
  private final Clock clock;
  private final List<AutoCloseable> instruments = new ArrayList<>();
  private @Nullable Doorkeeper doorkeeper;
  private boolean closed;

  private RegisteredSpanExporter(Builder builder) {
    this.destination = builder.destination;
    this.doorkeepers = () -> new Doorkeeper(builder.contract.get());
    this.clock = builder.clock;
    this.delivery = new DoorDelivery(destination, counts, builder.exchange, builder.patience);
  }

  /**
   * Starts an exporter.
   *
   * @param destination closed with the exporter
   * @param contract what may pass; asked for at the first span, on the thread that exports
   */
  public static Builder builder(Destination destination, Supplier<Contract> contract) {
    return new Builder(destination, contract);
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    Doorkeeper open = open();
    if (open == null) {
      counts.add(SpanFate.CLOSED, spans.size());
      return CompletableResultCode.ofFailure();
    }
    Map<String, List<Item>> byInstallation = new LinkedHashMap<>();
    boolean all = true;
    for (SpanData span : spans) {
      all &= take(span, open, byInstallation);
    }
    for (Map.Entry<String, List<Item>> group : byInstallation.entrySet()) {
      String id = group.getKey();
      all &= delivery.deliver(group.getValue(), new SealContext(id.isEmpty() ? null : id));
    }
    return all ? CompletableResultCode.ofSuccess() : CompletableResultCode.ofFailure();
  }

  /** Nothing waits between exports. */
  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    synchronized (this) {
      if (closed) {
        return CompletableResultCode.ofSuccess();
      }
      closed = true;
    }
    delivery.close();
    for (AutoCloseable instrument : instruments) {
      try {
        instrument.close();
      } catch (Exception e) {
        // An instrument of the host's that does not end is the host's.
        counts.add(SpanFate.FAULT, 0);
      }
    }
    return CompletableResultCode.ofSuccess();
  }

  /** The destination's name. */
  public String name() {
    return destination.name();
  }

  /** How many spans met this fate. */
  public long spans(SpanFate fate) {
    return counts.of(fate);
  }

  /** How often something of a span was kept back for this reason. */
  public long omissions(Omission reason) {
    return counts.of(reason);
  }

  /** Shows neither address nor credential. */
  @Override
  public String toString() {
    return "RegisteredSpanExporter[" + name() + "]";
  }

  private synchronized @Nullable Doorkeeper open() {
    if (closed) {
      return null;
    }
    if (doorkeeper == null) {
      doorkeeper = doorkeepers.get();
    }
    return doorkeeper;
  }

  /** Tells whether nothing registered was lost. */
  private boolean take(SpanData span, Doorkeeper open, Map<String, List<Item>> byInstallation) {
    try {
      if (!open.knows(span.getName())) {
        counts.add(SpanFate.UNREGISTERED, 1);
        counts.add(Map.of(Omission.NAME, 1));
        return true;
      }
      Doorkeeper.Passage passage = open.admit(GivenSpan.of(span), (reason, name) -> {});
      counts.add(passage.admission().omissions());
      EventItem item = passage.item();
      if (item == null) {
        counts.add(passage.admission().isAdmitted() ? SpanFate.FAULT : SpanFate.INCOMPLETE, 1);
        return false;
      }
      if (isExpired(item)) {
        counts.add(SpanFate.EXPIRED, 1);
        return false;
      }
      String id = passage.admission().installationId();
      byInstallation.computeIfAbsent(id == null ? "" : id, key -> new ArrayList<>()).add(item);
      return true;
    } catch (RuntimeException e) {
      // A span of a class that fails: the host's exporter thread has to live on.
      counts.add(SpanFate.FAULT, 1);
      return false;
    }
  }

  private boolean isExpired(EventItem item) {
    Duration age = Duration.ofMillis(clock.millis() - item.endNanos() / 1_000_000);
    return age.compareTo(destination.limits().age()) > 0;
  }

  private void observe(Meter meter) {
    instruments.add(
        meter
            .counterBuilder("telemetry.spans.handled")
            .setUnit("{span}")
            .buildWithCallback(this::observeSpans));
    instruments.add(
        meter
            .counterBuilder("telemetry.values.omitted")
            .setUnit("{value}")
            .buildWithCallback(this::observeValues));
  }

  private void observeSpans(ObservableLongMeasurement measurement) {
    for (SpanFate fate : SpanFate.values()) {
      measurement.record(spans(fate), labels("fate", fate.wireName()));
    }
  }

  private void observeValues(ObservableLongMeasurement measurement) {
    for (Omission reason : Omission.values()) {
      measurement.record(omissions(reason), labels("reason", reason.wireName()));
    }
  }

  private Attributes labels(String key, String value) {
    return Attributes.of(
        AttributeKey.stringKey("exporter"), name(), AttributeKey.stringKey(key), value);
  }

  /** Collects choices; one thread. */
  public static final class Builder {
    private final Destination destination;
    private final Supplier<Contract> contract;
    private Duration exchange = Duration.ofSeconds(5);
    private Duration patience = Duration.ofSeconds(30);
    private Clock clock = Clock.systemUTC();
    private @Nullable Meter meter;

    private Builder(Destination destination, Supplier<Contract> contract) {
      this.destination = destination;
      this.contract = contract;
    }

    /** Sets the longest time for one exchange with the destination; default 5 s. */
    public Builder timeout(Duration longest) {
      this.exchange = longest;
      return this;
    }

    /** Sets the longest time for one export, tries and pauses together; default 30 s. */
    public Builder patience(Duration longest) {
      this.patience = longest;
      return this;
    }

    /** Sets the clock that the age of spans is held against; default the system's. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /**
     * Sets a meter for {@code telemetry.spans.handled} and {@code telemetry.values.omitted};
     * default none: the counters are there anyway.
     */
    public Builder meter(Meter meter) {
      this.meter = meter;
      return this;
    }

    /** Returns the exporter; nothing is opened yet. */
    public RegisteredSpanExporter build() {
      RegisteredSpanExporter exporter = new RegisteredSpanExporter(this);
      if (meter != null) {
        exporter.observe(meter);
      }
      return exporter;
    }
  }
}
