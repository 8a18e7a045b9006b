package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.outbox.Increment;
import dev.candor.telemetry.scrub.SanitizerFault;
import dev.candor.telemetry.spi.CoreEvents;
import dev.candor.telemetry.spi.EventSchema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one item and its counts of one event, or counts why not. Recorder thread only; nothing an
 * event does gets out of here as an exception.
 */
final class EventRecorder {
  private static final List<Double> BOUNDS =
      List.of(0.01, 0.1, 1.0, 10.0, 60.0, 300.0, 1800.0, 7200.0);
  private static final long LAST_SECOND = Long.MAX_VALUE / 1_000_000_000 - 1;

  private final Vocabulary vocabulary;
  private final ConsentAnswer answer;
  private final Scrubbing scrubbing;
  private final AttributeCollector.Secrets secrets;
  private final Supplier<String> ids;
  private final Clock clock;
  private final Tally losses;
  private final Tally scrubbed;
  private final Consumer<Recorded> out;
  private final ErrorContexts contexts;
  private final Set<String> expired = new HashSet<>();

  /**
   * Creates a recorder.
   *
   * @param secrets hashes values
   * @param ids makes ids of items
   * @param out takes what was recorded
   */
  EventRecorder(
      RecorderParts parts,
      ConsentAnswer answer,
      Scrubbing scrubbing,
      AttributeCollector.Secrets secrets,
      Supplier<String> ids,
      Consumer<Recorded> out) {
    this.vocabulary = parts.vocabulary();
    this.clock = parts.settings().clock();
    this.losses = parts.losses();
    this.scrubbed = parts.scrubbed();
    this.answer = answer;
    this.scrubbing = scrubbing;
    this.secrets = secrets;
    this.ids = ids;
    this.contexts = new ErrorContexts(Purpose.DIAGNOSTICS, answer);
    this.out = out;
  }

  /**
   * Records an event.
   *
   * @param type the record's class
   * @param event the record, or null where an activity ended without a result
   */
  void record(Class<?> type, @Nullable Event event, Occurrence occurrence) {
    Vocabulary.Word<?> word = vocabulary.word(type);
    if (word == null) {
      losses.add(Loss.UNLISTED);
      return;
    }
    EventSchema schema = word.encoder().schema();
    if (!LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isBefore(schema.expires())) {
      losses.add(Loss.EXPIRED);
      if (expired.add(schema.name())) {
        Warnings.once("event " + schema.name() + " is expired and no longer recorded");
      }
      return;
    }
    Switches switches = answer.of(schema.purpose());
    if (!switches.counts()) {
      losses.add(Loss.NOT_AGREED);
      return;
    }
    AttributeCollector collector =
        new AttributeCollector(schema, vocabulary, scrubbing, secrets, scrubbed);
    if (event != null && !encode(word, event, collector)) {
      return;
    }
    if (event != null) {
      contexts.keep(schema, event, occurrence.sessionId(), collector.attributes());
    }
    out.accept(recorded(word, schema, switches, collector, occurrence));
  }

  private boolean encode(Vocabulary.Word<?> word, Event event, AttributeCollector collector) {
    try {
      word.encode(event, collector);
      return true;
    } catch (SanitizerFault e) {
      losses.add(Loss.FAULT);
    } catch (Throwable e) {
      losses.add(Loss.MISUSE);
    }
    return false;
  }

  private Recorded recorded(
      Vocabulary.Word<?> word,
      EventSchema schema,
      Switches switches,
      AttributeCollector collector,
      Occurrence occurrence) {
    SortedMap<String, String> resource = occurrence.resource(word.registryHash());
    TreeMap<String, Object> labels = new TreeMap<>(collector.labels());
    TreeMap<String, Object> attributes = new TreeMap<>(collector.attributes());
    if (word.encoder().type() == CoreEvents.AppError.class) {
      contexts.addTo(occurrence.sessionId(), attributes);
    }
    attributes.put("session.id", occurrence.sessionId());
    Signal.Outcome outcome = occurrence.outcome();
    if (outcome != null) {
      attributes.put("activity.outcome", WireNames.of(outcome));
      labels.put("activity.outcome", WireNames.of(outcome));
    }
    String errorType = occurrence.errorType();
    if (errorType != null) {
      attributes.put("error.type", errorType);
    }
    String id = occurrence.itemId();
    EventItem item =
        new EventItem(
            id == null ? ids.get() : id,
            schema.name(),
            schema.purpose(),
            nanos(occurrence.start()),
            nanos(occurrence.end()),
            occurrence.status(),
            attributes,
            resource);
    List<Increment> counts = counts(schema, switches, collector, occurrence, labels, resource);
    return new Recorded(item, counts, switches, id != null);
  }

  private static List<Increment> counts(
      EventSchema schema,
      Switches switches,
      AttributeCollector collector,
      Occurrence occurrence,
      SortedMap<String, Object> labels,
      SortedMap<String, String> resource) {
    List<AttributeCollector.Measure> measures = new ArrayList<>();
    String name = schema.name();
    measures.add(new AttributeCollector.Measure(name + ".count", "{event}", 1, true, false));
    measures.addAll(collector.measures());
    String duration = name + ".duration";
    // A component of this very name is what is measured then, not the time from start to end.
    boolean own = schema.attributes().stream().anyMatch(one -> one.key().equals(duration));
    if (occurrence.timed() && !own) {
      double seconds = (nanos(occurrence.end()) - nanos(occurrence.start())) / 1e9;
      measures.add(new AttributeCollector.Measure(duration, "s", seconds, false, true));
    }
    LocalDate day =
        LocalDate.ofEpochDay(Math.floorDiv(nanos(occurrence.end()), 86_400_000_000_000L));
    return measures.stream()
        .map(
            measure ->
                new Increment(
                    schema.purpose(),
                    day,
                    measure.metric(),
                    measure.unit(),
                    labels,
                    measure.value(),
                    measure.whole(),
                    measure.histogram() ? BOUNDS : List.of(),
                    switches.send() != Send.NOTHING,
                    resource))
        .toList();
  }

  // Times come from callers; what nanoseconds since 1970 cannot express is held at the border.
  private static long nanos(Instant at) {
    long second = Math.max(0, Math.min(at.getEpochSecond(), LAST_SECOND));
    return second * 1_000_000_000 + (second == at.getEpochSecond() ? at.getNano() : 0);
  }
}
