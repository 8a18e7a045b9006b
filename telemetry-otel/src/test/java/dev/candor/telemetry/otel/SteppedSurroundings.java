package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.outbox.Courier;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.SendPolicy;
import dev.candor.telemetry.outbox.SteppedCourier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No threads: a recorder starts, stores and ends within the call that asks for it, and the courier
 * moves when it is told to. One thread.
 */
class SteppedSurroundings extends Surroundings {
  private final Destination destination;
  private final List<Outbox> opened = new ArrayList<>();
  private @Nullable SteppedCourier courier;
  private boolean dead;

  SteppedSurroundings(Destination destination) {
    this.destination = destination;
  }

  /** The courier of the store that was opened last, if any. */
  @Nullable SteppedCourier courier() {
    return courier;
  }

  /** From now on nothing is done any more, whatever is asked. */
  void die() {
    dead = true;
    if (courier != null) {
      courier.close();
    }
  }

  /** Closes what a death left open. */
  void bury() {
    opened.forEach(Outbox::close);
  }

  @Override
  List<Destination> destinations(EngineSettings settings, Vocabulary vocabulary) {
    return List.of(destination);
  }

  @Override
  Courier courier(
      Outbox outbox, List<Destination> destinations, SendPolicy policy, EngineSettings settings) {
    opened.add(outbox);
    courier = new SteppedCourier(outbox, destination, policy, settings.clock());
    return courier;
  }

  @Override
  void run(String name, Runnable work) {
    if (!dead) {
      work.run();
    }
  }

  @Override
  void runLater(String name, Duration pause, Runnable work) {
    // Later is the next start: what cannot be done at once stays undone until then.
  }

  @Override
  Drive drive(Recorder recorder) {
    return new Stepped(recorder);
  }

  /** Calls the recorder's stages at once. */
  private final class Stepped implements Drive {
    private final Recorder recorder;
    private boolean started;
    private boolean finished;

    Stepped(Recorder recorder) {
      this.recorder = recorder;
    }

    @Override
    public void start() {
      if (!dead) {
        started = true;
        recorder.begin();
        wake();
      }
    }

    @Override
    public void wake() {
      if (finished || (!started && !dead)) {
        return;
      }
      if (dead) {
        finished = true;
        recorder.abandon();
      } else if (recorder.isOpen()) {
        recorder.turn();
      } else {
        finished = true;
        recorder.finish();
      }
    }

    @Override
    public boolean isOwnThread() {
      return false;
    }
  }
}
