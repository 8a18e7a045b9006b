package dev.candor.telemetry.otel;

import dev.candor.telemetry.Consent;
import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ConsentPrompt;
import dev.candor.telemetry.ConsentQuestion;
import dev.candor.telemetry.ConsentRecord;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SelfDescription;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The answer as applications see and change it. */
final class OtelConsent implements Consent {
  private final ConsentStore store;
  private final SelfDescriptionFile description;
  private final Supplier<ConsentQuestion> question;
  private final Changes changes;
  private final Object asking = new Object();

  OtelConsent(
      ConsentStore store,
      SelfDescriptionFile description,
      Supplier<ConsentQuestion> question,
      Changes changes) {
    this.store = store;
    this.description = description;
    this.question = question;
    this.changes = changes;
  }

  /** What must follow a change. */
  interface Changes {
    /** Looks at the answer again and acts on it. */
    void recheck();

    /** Waits until a change has been carried out, within bounds. */
    void settle();
  }

  @Override
  public ConsentAnswer answer() {
    try {
      changes.recheck();
    } catch (RuntimeException e) {
      Warnings.fault("answer");
    }
    return store.answer();
  }

  @Override
  public ConsentAnswer askIfUnknown(ConsentPrompt prompt) {
    synchronized (asking) {
      if (answer().state() == State.UNKNOWN) {
        Optional<ConsentPreset> given = ask(prompt);
        if (given.isPresent()) {
          return set(given.get());
        }
      }
      return store.answer();
    }
  }

  private Optional<ConsentPreset> ask(@Nullable ConsentPrompt prompt) {
    try {
      Optional<ConsentPreset> given = prompt == null ? null : prompt.ask(question.get());
      return given == null ? Optional.empty() : given;
    } catch (Throwable e) {
      Warnings.once("the consent prompt failed; nobody has answered");
      return Optional.empty();
    }
  }

  @Override
  public ConsentAnswer set(@Nullable ConsentPreset preset) {
    if (preset == null) {
      return answer();
    }
    EnumMap<Purpose, Switches> all = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      all.put(purpose, Switches.of(preset));
    }
    return change(before -> all);
  }

  @Override
  public ConsentAnswer set(@Nullable Purpose purpose, @Nullable Switches switches) {
    if (purpose == null || switches == null) {
      return answer();
    }
    return change(
        before -> {
          EnumMap<Purpose, Switches> next = new EnumMap<>(before);
          next.put(purpose, switches);
          return next;
        });
  }

  private ConsentAnswer change(UnaryOperator<Map<Purpose, Switches>> step) {
    try {
      store.answer(step);
      forgetIfRefused();
      changes.recheck();
      changes.settle();
    } catch (RuntimeException e) {
      Warnings.fault("change of the answer");
    }
    return store.answer();
  }

  @Override
  public List<ConsentRecord> history() {
    return store.history();
  }

  @Override
  public SelfDescription describe(@Nullable SelfDescription given) {
    if (given != null && !answer().isOff()) {
      description.replace(given);
      // A no that another process gave in the meantime may have found nothing to delete yet.
      answer();
      forgetIfRefused();
    }
    return selfDescription();
  }

  @Override
  public SelfDescription selfDescription() {
    return answer().isOff() ? SelfDescription.none() : description.read();
  }

  /** Deletes what the person typed if they said no. */
  void forgetIfRefused() {
    if (store.isRefused()) {
      description.destroy();
    }
  }
}
