package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.outbox.SteppedCourier;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process of an installation: the whole runtime without threads, and what it was told. */
final class SteppedProcess {
  private final ConsentModel model;
  private final Supplier<SteppedSurroundings> surroundings;
  private final Starter starter;
  private final Consumer<SteppedProcess> heard;
  private ConsentModel.Start start = ConsentModel.Start.PLAIN;
  private @Nullable SteppedSurroundings around;
  private @Nullable OtelRuntime runtime;
  private ConsentModel.@Nullable Known known;

  /** Starts a runtime. */
  @FunctionalInterface
  interface Starter {
    OtelRuntime start(ConsentModel.Start start, Surroundings surroundings);
  }

  /**
   * Creates it; nothing runs yet.
   *
   * @param heard told each time that it has looked at the answer
   */
  SteppedProcess(
      ConsentModel model,
      Supplier<SteppedSurroundings> surroundings,
      Starter starter,
      Consumer<SteppedProcess> heard) {
    this.model = model;
    this.surroundings = surroundings;
    this.starter = starter;
    this.heard = heard;
  }

  ConsentModel.Start start() {
    return start;
  }

  /** What it knows, or null if it does not run. */
  ConsentModel.@Nullable Known known() {
    return known;
  }

  boolean isRecording() {
    return runtime != null && recording() != null;
  }

  @Nullable Recording recording() {
    return runtime == null ? null : ((OtelTelemetry) runtime.telemetry()).recording();
  }

  /** What it takes to be in force. */
  Map<Purpose, Switches> inForce() {
    Recording open = recording();
    return open == null ? Map.of() : open.answer().purposes();
  }

  /** The runtime; it starts if it does not run. */
  OtelRuntime running() {
    if (runtime == null) {
      around = surroundings.get();
      runtime = starter.start(start, around);
      hear();
    }
    return runtime;
  }

  private void hear() {
    known = model.known(start).atMost(inForce());
    heard.accept(this);
  }

  /** Ends in order, and starts with something else. */
  void restart(ConsentModel.Start next) {
    end();
    start = next;
    running();
  }

  /** Ends in order. */
  void end() {
    if (runtime != null) {
      runtime.close();
      gone();
    }
  }

  /** Ends without a word. */
  void die() {
    if (runtime != null) {
      around.die();
      runtime.close();
      gone();
    }
  }

  // What is left of a death stays open until the history is over, as after a kill.
  private void gone() {
    runtime = null;
    around = null;
    known = null;
  }

  /** The person answers here; the model is told first. */
  void answer(Map<Purpose, Switches> said) {
    OtelRuntime here = running();
    model.answer(start, said);
    if (said.size() == 1) {
      said.forEach(here.consent()::set);
    } else {
      here.consent().set(preset(said));
    }
    hear();
  }

  private static ConsentPreset preset(Map<Purpose, Switches> said) {
    for (ConsentPreset preset : ConsentPreset.values()) {
      if (said.values().stream().allMatch(Switches.of(preset)::equals)) {
        return preset;
      }
    }
    throw new AssertionError("no such preset");
  }

  /** Looks at the answer, as its recorder does twice a second. */
  void look() {
    running().recheck();
    hear();
  }

  void record(Event event) {
    running().telemetry().record(event);
  }

  /** Stores what is queued. */
  void store() {
    running();
    Recording open = recording();
    if (open != null) {
      open.recorder().turn();
    }
  }

  /** Stores what is queued, closes the day's counts and sends what is due. */
  void flush() {
    running();
    Recording open = recording();
    if (open != null) {
      open.recorder().flush();
      SteppedCourier courier = around.courier();
      if (courier != null) {
        courier.flush(Duration.ZERO);
      }
    }
  }

  /** Lets the courier do one thing. */
  void carry() {
    running();
    if (recording() != null && around.courier() != null) {
      around.courier().step();
    }
  }
}
