package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every destination owes the courier, against a real HTTP server. Each exporter module extends
 * this exactly once, and overrides a test only where its vendor's rules differ.
 */
@Timeout(60)
public abstract class DestinationContract {
  /** The credential that {@link #newDestination} must give the destination. */
  protected static final String SECRET = "not-a-real-key";

  /** The same as the user of Basic authentication, without a password. */
  private static final String BASIC =
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

  /** For subclasses. */
  protected DestinationContract() {}

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

  /** Whether bodies are compressed; false only where the vendor does not say that it takes gzip. */
  protected boolean compresses() {
    return true;
  }

  /** The body that arrives, for vendors that take their credentials within it; else the sealed. */
  protected byte[] withCredentials(byte[] sealed) {
    return sealed;
  }

  /** What an answer means that says 200 and then nothing that can be read. */
  protected Outcome ofUnreadableSuccess() {
    return Delivered.all();
  }

  @Test
  void limits_andName_areUsable() {
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.name()).matches("[a-z0-9-]+");
      assertThat(destination.host()).isEqualTo("127.0.0.1");
      assertThat(destination.limits().items()).isPositive();
      assertThat(destination.limits().bytes()).isPositive();
      assertThat(destination.limits().age()).isPositive();
    }
  }

  @Test
  @Tag("P5")
  void seal_sameInput_sameBytes() {
    try (Destination one = newDestination(backend.uri());
        Destination other = newDestination(URI.create("https://other.invalid"))) {
      List<Sealed> first = one.seal(items(20), CONTEXT);

      assertThat(one.seal(items(20), CONTEXT)).isEqualTo(first);
      assertThat(other.seal(items(20), CONTEXT)).isEqualTo(first);
    }
  }

  @Test
  @Tag("P5")
  void seal_manyThreads_sameBytes() {
    try (Destination destination = newDestination(backend.uri())) {
      List<Sealed> alone = destination.seal(items(50), CONTEXT);

      List<CompletableFuture<List<Sealed>>> together =
          java.util.stream.IntStream.range(0, 8)
              .mapToObj(
                  n -> CompletableFuture.supplyAsync(() -> destination.seal(items(50), CONTEXT)))
              .toList();

      assertThat(together).allSatisfy(made -> assertThat(made.join()).isEqualTo(alone));
    }
  }

  @Test
  void seal_nothing_isNothing() {
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.seal(List.of(), CONTEXT)).isEmpty();
    }
  }

  @Test
  @Tag("P1")
  void seal_opensNothingAndStartsNoThread() {
    URI listening = backend.uri();
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (Destination destination = newDestination(listening)) {
      destination.seal(items(3), CONTEXT);

      assertThat(backend.connections()).isZero();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> !before.contains(thread))
          .extracting(Thread::getName)
          .filteredOn(name -> !name.startsWith("ForkJoinPool"))
          .isEmpty();
    }
  }

  @Test
  void seal_many_keepsLimitsAndEveryItemOnce() {
    try (Destination destination = newDestination(backend.uri())) {
      int count = Math.min(2000, destination.limits().items() + 1);
      List<Item> items = items(count);

      List<Sealed> bodies = destination.seal(items, CONTEXT);

      Set<String> ids = new HashSet<>();
      for (Sealed sealed : bodies) {
        assertThat(sealed.itemIds()).hasSizeBetween(1, destination.limits().items());
        assertThat(sealed.body()).hasSizeLessThanOrEqualTo(destination.limits().bytes());
        assertThat(ids).doesNotContainAnyElementsOf(sealed.itemIds());
        ids.addAll(sealed.itemIds());
      }
      assertThat(ids).containsExactlyInAnyOrderElementsOf(items.stream().map(Item::id).toList());
    }
  }

  @Test
  void seal_oversize_isInNoBody() {
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.seal(oversize(), CONTEXT)).isEmpty();
    }
  }

  @Test
  @Tag("P5")
  void send_ok_deliversTheSealedBytesWithTheSecret() {
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = one(destination);

      assertThat(destination.send(sealed, TIMEOUT)).isEqualTo(Delivered.all());

      ReceivedRequest request = backend.requests().get(0);
      assertThat(request.body()).isEqualTo(withCredentials(sealed.body()));
      assertThat(request.header("content-encoding")).isEqualTo(compresses() ? "gzip" : "");
      assertThat(Arrays.equals(request.wire(), sealed.body())).isEqualTo(!compresses());
      assertThat(text(sealed.body())).doesNotContain(SECRET);
      assertThat(request.headers() + request.path() + text(request.body()))
          .containsAnyOf(SECRET, BASIC);
      assertThat(request.header("user-agent")).doesNotContain("Java");
    }
  }

  @Test
  @Tag("P5")
  protected void send_again_sendsTheSameBytes() {
    backend.answerNext(Answer.status(503));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = one(destination);

      destination.send(sealed, TIMEOUT);
      destination.send(sealed, TIMEOUT);

      assertThat(backend.bodySha256()).hasSize(2);
      assertThat(new HashSet<>(backend.bodySha256())).hasSize(1);
    }
  }

  @Test
  protected void send_unavailable_defers() {
    backend.answerWith(503);

    assertThat(send()).isEqualTo(new Deferred(Duration.ZERO, Scope.DESTINATION));
  }

  @Test
  protected void send_retryAfterSeconds_defersAsLong() {
    backend.answerWith(Answer.retryAfter(429, "7"));

    assertThat(send()).isEqualTo(new Deferred(Duration.ofSeconds(7), Scope.DESTINATION));
  }

  @Test
  protected void send_retryAfterDate_defersUntilThen() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            clock.instant().plusSeconds(90).atOffset(ZoneOffset.UTC));
    backend.answerWith(Answer.retryAfter(503, date));

    assertThat(send()).isEqualTo(new Deferred(Duration.ofSeconds(90), Scope.DESTINATION));
  }

  @Test
  protected void send_retryAfterForEver_isBounded() {
    backend.answerWith(Answer.retryAfter(429, "999999999999999999999"));

    assertThat(send()).isEqualTo(new Deferred(Duration.ofDays(1), Scope.DESTINATION));
  }

  @Test
  protected void send_keyRefused_losesNothing() {
    backend.answerWith(401);

    assertThat(send())
        .isInstanceOfSatisfying(
            Deferred.class,
            deferred -> {
              assertThat(deferred.scope()).isEqualTo(Scope.DESTINATION);
              assertThat(deferred.after()).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
            });
  }

  @Test
  void send_malformed_isDropped() {
    backend.answerWith(400);

    assertThat(send()).isEqualTo(new Dropped(Outcome.DropReason.INVALID));
  }

  @Test
  void send_tooLarge_isSplit_andDroppedWhenAlone() {
    backend.answerWith(413);
    try (Destination destination = newDestination(backend.uri())) {
      Sealed two = destination.seal(items(2), CONTEXT).get(0);

      assertThat(destination.send(two, TIMEOUT)).isEqualTo(new Split());
      assertThat(destination.send(one(destination), TIMEOUT))
          .isEqualTo(new Dropped(Outcome.DropReason.TOO_LARGE));
    }
  }

  @Test
  void send_redirect_isNotFollowed() {
    try (LoopbackBackend elsewhere = new LoopbackBackend()) {
      backend.answerWith(Answer.redirect(elsewhere.uri()));

      assertThat(send()).isInstanceOf(Deferred.class);

      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void send_portalPage_isNotDelivered() {
    backend.answerWith(
        Answer.body(200, "text/html; charset=utf-8", "<p>log in".getBytes(StandardCharsets.UTF_8)));

    assertThat(send()).isInstanceOf(Deferred.class);
  }

  @Test
  @Tag("P7")
  void send_nobodyListens_defersBecauseNothingLeft() {
    backend.down();

    assertThat(send()).isEqualTo(new Deferred(Duration.ZERO, Scope.DESTINATION));
  }

  @Test
  @Tag("P7")
  void send_unknownHost_defersBecauseNothingLeft() {
    try (Destination destination = newDestination(URI.create("https://telemetry.invalid"))) {
      assertThat(destination.send(one(destination), TIMEOUT)).isInstanceOf(Deferred.class);
    }
  }

  @Test
  @Tag("P7")
  void send_answerLostAfterAcceptance_isUncertainAndSentOnce() {
    backend.answerWith(Answer.lost());

    assertThat(send()).isEqualTo(new Uncertain());

    assertThat(backend.requests()).hasSize(1);
  }

  @Test
  @Tag("P7")
  void send_reset_isUncertainAndTriedOnce() {
    backend.answerWith(Answer.reset());

    assertThat(send()).isEqualTo(new Uncertain());

    assertThat(backend.connections()).isEqualTo(1);
  }

  @Test
  @Tag("P7")
  void send_noAnswerInTime_isUncertain() {
    CountDownLatch release = new CountDownLatch(1);
    backend.answerWith(Answer.held(release));
    backend.answerNext(Answer.ok());
    try (Destination destination = newDestination(backend.uri())) {
      // Connected before, so that a loaded machine waits for the answer and for nothing else.
      destination.send(one(destination), TIMEOUT);

      assertThat(destination.send(one(destination), IMPATIENT)).isEqualTo(new Uncertain());
    } finally {
      release.countDown();
    }
  }

  @Test
  @Tag("P9")
  void send_endlessAnswer_endsWithItsStatus() {
    backend.answerWith(Answer.endless());

    assertThat(send()).isEqualTo(ofUnreadableSuccess());
  }

  @Test
  @Tag("P9")
  void send_gzipBomb_isNotUnpacked() {
    backend.answerWith(Answer.gzipBomb());

    assertThat(send()).isEqualTo(Delivered.all());
  }

  @Test
  @Tag("P9")
  void send_interrupted_returnsAndKeepsTheFlag() {
    CountDownLatch release = new CountDownLatch(1);
    backend.answerWith(Answer.held(release));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = one(destination);
      Thread.currentThread().interrupt();

      Outcome outcome = destination.send(sealed, TIMEOUT);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(outcome).isInstanceOfAny(Deferred.class, Uncertain.class);
    } finally {
      release.countDown();
    }
  }

  @Test
  @Tag("P3")
  void send_afterClose_opensNothing() {
    Destination destination = newDestination(backend.uri());
    Sealed sealed = one(destination);
    destination.close();
    destination.close();

    assertThat(destination.send(sealed, TIMEOUT)).isInstanceOf(Deferred.class);

    assertThat(backend.connections()).isZero();
  }

  @Test
  @Tag("P3")
  void close_whileSending_cuts() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    backend.answerWith(Answer.held(release));
    Destination destination = newDestination(backend.uri());
    Sealed sealed = one(destination);
    CompletableFuture<Outcome> sending =
        CompletableFuture.supplyAsync(() -> destination.send(sealed, Duration.ofMinutes(5)));
    backend.awaitRequests(1, TIMEOUT);

    destination.close();

    assertThat(sending.get(20, TimeUnit.SECONDS)).isEqualTo(new Uncertain());
    release.countDown();
  }

  @Test
  @Tag("P4")
  void toString_showsNoSecret() {
    try (Destination destination = newDestination(backend.uri())) {
      assertThat(destination.toString() + one(destination)).doesNotContain(SECRET);
    }
  }

  private Outcome send() {
    try (Destination destination = newDestination(backend.uri())) {
      return destination.send(one(destination), TIMEOUT);
    }
  }

  private Sealed one(Destination destination) {
    return destination.seal(items(1), CONTEXT).get(0);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
