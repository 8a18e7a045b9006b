package dev.candor.telemetry.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A Collector as it should be: one request after the other, and what is not taken comes again. */
final class GoodSender implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final URI uri;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger served = new AtomicInteger();
  private final Thread thread = new Thread(this::work, "good-sender");
  private volatile boolean ended;

  GoodSender(URI uri) {
    this.uri = uri;
    thread.start();
  }

  /** How many requests of one event each were taken. */
  int served() {
    return served.get();
  }

  private void work() {
    for (int number = 1; !ended; number++) {
      boolean taken = isTaken(number);
      while (!taken && !ended) {
        LockSupport.parkNanos(PAUSE_NANOS);
        taken = isTaken(number);
      }
      served.addAndGet(taken ? 1 : 0);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean isTaken(int number) {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(uri)
                      .timeout(PATIENCE)
                      .header("Authorization", "Bearer " + TestGateway.TOKEN)
                      .header("Content-Type", "application/x-protobuf")
                      .POST(
                          BodyPublishers.ofByteArray(
                              TestRequests.spans(1, number, 1).toByteArray()))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false; // no answer: it comes again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Finishes the request at hand. */
  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
