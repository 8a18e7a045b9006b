package dev.candor.telemetry.testkit;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the contract stands on: a backend, a clock, items, and what subclasses say of their vendor.
 */
@Timeout(60)
abstract class DestinationUnderTest {
  /** The credential that {@link #newDestination} must give the destination. */
  protected static final String SECRET = "not-a-real-key";

  /** The same as the user of Basic authentication, without a password. */
  static final String BASIC =
      Base64.getEncoder().encodeToString((SECRET + ":").getBytes(StandardCharsets.UTF_8));

  /** Long enough for a loaded machine; nothing here waits for it to pass. */
  protected static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** Short, for answers that never come. */
  protected static final Duration IMPATIENT = Duration.ofMillis(700);

  /** What bodies are sealed with. */
  protected static final SealContext CONTEXT =
      new SealContext("6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10");

  /** The backend that the destination is pointed at. */
  @RegisterExtension protected final LoopbackBackend backend = new LoopbackBackend();

  /** What is written to logs and streams during a test. */
  @RegisterExtension protected final NoiseCheck noise = new NoiseCheck();

  /** The clock that {@link #newDestination} must give the destination. */
  protected final FakeClock clock = FakeClock.create();

  /**
   * Creates the destination under test, pointed at {@code endpoint} and holding {@link #SECRET}.
   */
  protected abstract Destination newDestination(URI endpoint);

  /** Items that the destination can express; {@link TestItems} by default. */
  protected List<Item> items(int count) {
    return TestItems.events(count);
  }

  /** One item that alone is larger than the destination takes, or an empty list. */
  protected List<Item> oversize() {
    return List.of();
  }

  /** Whether it cuts what is long, so that {@link #oversize} fits after all. */
  protected boolean cuts() {
    return false;
  }

  /** Whether bodies are compressed; false only where the vendor does not say that it takes gzip. */
  protected boolean compresses() {
    return true;
  }

  /** The body that arrives, for vendors that take their credentials within it; else the sealed. */
  protected byte[] withCredentials(byte[] sealed) {
    return sealed;
  }

  /**
   * How the vendor says that it does not want the second of three items, and what that means; by
   * default it has no words for it, and refuses the whole.
   */
  protected Refusal refusalOfTheSecond(Sealed three) {
    return new Refusal(Answer.status(400), new Dropped(DropReason.INVALID));
  }

  /** What an answer means that says 200 and then nothing that can be read. */
  protected Outcome ofUnreadableSuccess() {
    return Delivered.all();
  }

  /**
   * What becomes of a body after an answer of this status: the usual, unless the vendor wants
   * nothing sent again that was answered.
   */
  protected Outcome afterAnswer(int status, Outcome usual) {
    return usual;
  }

  final Outcome send() {
    try (Destination destination = newDestination(backend.uri())) {
      return destination.send(one(destination), TIMEOUT);
    }
  }

  /** Sends two, one after the other, by one destination. */
  final List<Outcome> sendTwo() {
    try (Destination destination = newDestination(backend.uri())) {
      return List.of(
          destination.send(one(destination), TIMEOUT), destination.send(one(destination), TIMEOUT));
    }
  }

  final Sealed one(Destination destination) {
    return destination.seal(items(1), CONTEXT).get(0);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** An answer and what it means. */
  public record Refusal(Answer answer, Outcome outcome) {}
}
