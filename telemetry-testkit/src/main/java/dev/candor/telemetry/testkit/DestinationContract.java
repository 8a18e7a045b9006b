package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.Sealed;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every destination owes the courier, against a real HTTP server. Each exporter module extends
 * this exactly once, and overrides a test only where its vendor's rules differ.
 *
 * <p>Sealing, answers and checks are in the classes that it extends; here are the faults of
 * connections, the end, and the secret.
 */
public abstract class DestinationContract extends ChecksContract {
  private static final int MANY = 10_000;

  /** For subclasses. */
  protected DestinationContract() {}

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

  @Test
  @Tag("P7")
  void send_slowAnswerInTime_isDelivered() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    backend.answerWith(Answer.held(release));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = one(destination);
      CompletableFuture<Outcome> sending =
          CompletableFuture.supplyAsync(() -> destination.send(sealed, TIMEOUT));
      backend.awaitRequests(1, TIMEOUT);

      release.countDown();

      assertThat(sending.get(20, TimeUnit.SECONDS)).isEqualTo(Delivered.all());
    }
  }

  @Test
  @Tag("P7")
  void send_trustedCertificateOfThisName_isDeliveredOnEachConnection() {
    FakeCertificate certificate = FakeCertificate.of("ip:127.0.0.1");
    backend.secure(certificate.server());
    backend.answerNext(Answer.ok().with("Connection", "close"), Answer.ok());

    assertThat(certificate.whileTrusted(this::sendTwo))
        .containsExactly(Delivered.all(), Delivered.all());
  }

  @Test
  @Tag("P7")
  void send_answerLostOverTls_isUncertainOnEachConnection() {
    FakeCertificate certificate = FakeCertificate.of("ip:127.0.0.1");
    backend.secure(certificate.server());
    backend.answerWith(Answer.lost());

    assertThat(certificate.whileTrusted(this::sendTwo))
        .containsExactly(new Uncertain(), new Uncertain());
  }

  @Test
  @Tag("P7")
  void send_certificateOfAnotherName_defersBecauseNothingLeft() {
    FakeCertificate certificate = FakeCertificate.of("dns:elsewhere.invalid");
    backend.secure(certificate.server());

    assertThat(certificate.whileTrusted(this::send)).isInstanceOf(Deferred.class);

    assertThat(backend.connections()).isZero();
  }

  @Test
  @Tag("P7")
  void send_certificateNobodyTrusts_defersBecauseNothingLeft() {
    backend.secure(FakeCertificate.of("ip:127.0.0.1").server());

    assertThat(send()).isInstanceOf(Deferred.class);

    assertThat(backend.connections()).isZero();
  }

  @Test
  @Tag("P7")
  void send_tenThousand_eachArrivesOnceAndNothingIsKept() {
    try (Destination destination = newDestination(backend.uri())) {
      Set<String> ids = new HashSet<>();
      List<WeakReference<Sealed>> bodies = new ArrayList<>();

      for (List<Item> some : slices(items(MANY), 500)) {
        sendAll(destination, some, ids, bodies);
      }

      assertThat(ids).hasSize(MANY);
      System.gc();
      assertThat(bodies).allMatch(body -> body.refersTo(null));
    }
  }

  @Test
  @Tag("P7")
  void send_asManyAtOnceAsItSays_eachArrivesOnce() {
    CountDownLatch release = new CountDownLatch(1);
    backend.answerWith(Answer.held(release));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed sealed = one(destination);
      int many = destination.atOnce(sealed);
      List<CompletableFuture<Outcome>> sending =
          Stream.generate(() -> inTheAir(destination, sealed)).limit(many).toList();
      backend.awaitRequests(many, TIMEOUT);

      release.countDown();

      assertThat(sending).extracting(CompletableFuture::join).containsOnly(Delivered.all());
      assertThat(backend.requests()).hasSize(many);
    }
  }

  @Test
  @Tag("P3")
  void close_whileSendingManyAtOnce_cutsAll() {
    CountDownLatch release = new CountDownLatch(1);
    backend.answerWith(Answer.held(release));
    Destination destination = newDestination(backend.uri());
    Sealed sealed = one(destination);
    int many = destination.atOnce(sealed);
    List<CompletableFuture<Outcome>> sending =
        Stream.generate(() -> inTheAir(destination, sealed)).limit(many).toList();
    backend.awaitRequests(many, TIMEOUT);

    destination.close();

    assertThat(sending).extracting(CompletableFuture::join).containsOnly(new Uncertain());
    release.countDown();
  }

  @Test
  @Tag("P4")
  void send_whateverIsAnswered_tellsTheSecretNowhere() {
    byte[] echo = (SECRET + " is no key").getBytes(StandardCharsets.UTF_8);
    try (Overheard overheard = new Overheard();
        Destination destination = newDestination(backend.uri())) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Answer answer :
          List.of(
              Answer.ok(),
              Answer.body(400, "text/plain", echo),
              Answer.body(500, "application/json", echo),
              Answer.redirect(backend.uri().resolve("/" + SECRET)),
              Answer.reset(),
              Answer.lost(),
              Answer.status(403),
              Answer.retryAfter(429, SECRET))) {
        backend.answerWith(answer);
        outcomes.add(destination.send(one(destination), TIMEOUT));
      }
      backend.down();
      outcomes.add(destination.send(one(destination), TIMEOUT));

      assertThat(outcomes.toString() + overheard.text()).doesNotContain(SECRET, BASIC);
    }
  }

  /** Sends, and compares what arrived with what was sealed. */
  private void sendAll(
      Destination destination,
      List<Item> items,
      Set<String> ids,
      List<WeakReference<Sealed>> bodies) {
    backend.forget();
    List<Sealed> sealed = destination.seal(items, CONTEXT);
    for (Sealed body : sealed) {
      assertThat(destination.send(body, TIMEOUT)).isEqualTo(Delivered.all());
      assertThat(ids).doesNotContainAnyElementsOf(body.itemIds());
      ids.addAll(body.itemIds());
      bodies.add(new WeakReference<>(body));
    }
    assertThat(backend.requests())
        .extracting(ReceivedRequest::body)
        .containsExactlyElementsOf(
            sealed.stream().map(body -> withCredentials(body.body())).toList());
  }

  /** Each on a thread of its own: a common pool may have fewer than are needed. */
  private static CompletableFuture<Outcome> inTheAir(Destination destination, Sealed sealed) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Thread thread =
        new Thread(() -> outcome.complete(destination.send(sealed, Duration.ofMinutes(5))));
    thread.setDaemon(true);
    thread.start();
    return outcome;
  }

  private static List<List<Item>> slices(List<Item> items, int size) {
    return IntStream.range(0, items.size() / size)
        .mapToObj(n -> items.subList(n * size, (n + 1) * size))
        .toList();
  }
}
