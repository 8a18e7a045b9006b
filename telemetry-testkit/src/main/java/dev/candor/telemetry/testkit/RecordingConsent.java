package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Consent;
import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Authority;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ConsentPrompt;
import dev.candor.telemetry.ConsentQuestion;
import dev.candor.telemetry.ConsentRecord;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.EventSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer in memory; every change is a new grant. Any thread. */
final class RecordingConsent implements Consent {
  // The time of an answer means nothing here.
  private static final Instant SOME_TIME = Instant.parse("2026-11-17T12:00:00Z");

  private final CatalogIndex catalogs;
  private final Recordings recordings;
  private final List<ConsentRecord> history = new ArrayList<>();
  private ConsentAnswer answer = ConsentAnswer.unknown();
  private SelfDescription description = SelfDescription.none();

  RecordingConsent(CatalogIndex catalogs, Recordings recordings) {
    this.catalogs = catalogs;
    this.recordings = recordings;
  }

  synchronized void reset(@Nullable ConsentPreset preset) {
    history.clear();
    answer = ConsentAnswer.unknown();
    description = SelfDescription.none();
    if (preset != null) {
      set(preset);
    }
  }

  boolean allows(Purpose purpose) {
    Switches switches = answer().of(purpose);
    return switches.counts() || switches.storesItems();
  }

  @Override
  public synchronized ConsentAnswer answer() {
    return answer;
  }

  @Override
  public ConsentAnswer askIfUnknown(ConsentPrompt prompt) {
    if (prompt == null) {
      throw recordings.misuse("a prompt must not be null");
    }
    if (answer().state() == State.ANSWERED) {
      return answer();
    }
    Optional<ConsentPreset> given = prompt.ask(question());
    return given.isPresent() ? set(given.get()) : answer();
  }

  @Override
  public ConsentAnswer set(ConsentPreset preset) {
    Map<Purpose, Switches> purposes = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      purposes.put(purpose, Switches.of(preset));
    }
    return answered(purposes);
  }

  @Override
  public ConsentAnswer set(Purpose purpose, Switches switches) {
    Map<Purpose, Switches> purposes = new EnumMap<>(answer().purposes());
    purposes.put(purpose, switches);
    return answered(purposes);
  }

  @Override
  public synchronized List<ConsentRecord> history() {
    return List.copyOf(history);
  }

  @Override
  public synchronized SelfDescription describe(SelfDescription given) {
    if (given == null) {
      throw recordings.misuse("a self-description must not be null");
    }
    if (!answer.isOff()) {
      description = given.isEmpty() ? SelfDescription.none() : given;
    }
    return description;
  }

  @Override
  public synchronized SelfDescription selfDescription() {
    return description;
  }

  private synchronized ConsentAnswer answered(Map<Purpose, Switches> purposes) {
    answer = new ConsentAnswer(State.ANSWERED, Authority.PERSON, answer.grant() + 1, purposes);
    history.add(new ConsentRecord(SOME_TIME, answer));
    if (answer.isOff()) {
      description = SelfDescription.none();
    }
    return answer;
  }

  private ConsentQuestion question() {
    return new ConsentQuestion(
        "test",
        1,
        List.of("127.0.0.1"),
        catalogs.schemas().stream().map(RecordingConsent::item).toList());
  }

  private static ConsentQuestion.Item item(EventSchema schema) {
    return new ConsentQuestion.Item(
        schema.name(),
        schema.purpose(),
        schema.brief(),
        schema.why(),
        schema.attributes().stream().map(AttributeSchema::key).toList());
  }
}
