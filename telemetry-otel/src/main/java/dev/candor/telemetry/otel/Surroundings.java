package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.outbox.Courier;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.Retries;
import dev.candor.telemetry.outbox.SendPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What the engine does not do by itself: threads, destinations, the courier, the answer on disk.
 * Tests bring their own, to let one thread drive several runtimes step by step.
 */
class Surroundings {
  /** What drives one recorder. */
  interface Drive {
    /** Begins to call the recorder's stages. */
    void start();

    /** Ends a pause: there is work, or the end. */
    void wake();

    /** Tells whether the calling thread is the one that calls the recorder's stages. */
    boolean isOwnThread();
  }

  ConsentStore consent(EngineSettings settings) {
    return new ConsentStore(settings);
  }

  List<Destination> destinations(EngineSettings settings, Vocabulary vocabulary) {
    return Destinations.of(settings, vocabulary);
  }

  /** The courier of an open store, not yet started. */
  Courier courier(
      Outbox outbox, List<Destination> destinations, SendPolicy policy, EngineSettings settings) {
    Retries retries = new Retries(settings.retryAttempts(), settings.retryBackoff());
    return Courier.create(outbox, destinations, policy, settings.clock(), retries);
  }

  /** Runs work once, on a thread of its own. */
  void run(String name, Runnable work) {
    thread(name, work).start();
  }

  /** Runs work once, on a thread of its own that first waits. */
  void runLater(String name, Duration pause, Runnable work) {
    long end = System.nanoTime() + pause.toNanos();
    thread(
            name,
            () -> {
              for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
              }
              work.run();
            })
        .start();
  }

  /** Makes a thread that runs a recorder to its end. */
  Drive drive(Recorder recorder) {
    Thread thread = thread("candor-recorder", recorder);
    return new Drive() {
      @Override
      public void start() {
        thread.start();
      }

      @Override
      public void wake() {
        LockSupport.unpark(thread);
      }

      @Override
      public boolean isOwnThread() {
        return Thread.currentThread() == thread;
      }
    };
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
