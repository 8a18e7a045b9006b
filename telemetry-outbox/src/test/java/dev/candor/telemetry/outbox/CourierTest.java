package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.Scope;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CourierTest extends OutboxTestBase {
  private static final Duration LONG = Duration.ofSeconds(20);
  private final FakeDestination otlp = new FakeDestination("otlp");
  private final List<Courier> couriers = new ArrayList<>();

  private CourierThreads courier(SqliteOutbox outbox, FakeDestination... destinations) {
    CourierThreads courier =
        new CourierThreads(outbox, List.<Destination>of(destinations), answer, clock, SETTINGS);
    couriers.add(courier);
    return courier;
  }

  @AfterEach
  void stopAll() {
    couriers.forEach(Courier::close);
  }

  @Test
  @Tag("SV-42")
  void flush_everythingIsDelivered() {
    SqliteOutbox outbox = openFor(otlp.items(10));
    Courier courier = courier(outbox, otlp);
    courier.start();
    courier.start();
    outbox.append(Samples.events(1, 0, 100, clock));

    assertThat(courier.flush(LONG)).isTrue();

    assertThat(otlp.sentIds()).hasSize(100).doesNotHaveDuplicates();
    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(100);
  }

  @Test
  @Tag("posix")
  void lock_isForTheOwnerOnly_andPassesOn() throws Exception {
    open();
    Path file = folder().resolve("courier.lock");
    CourierLock first = new CourierLock(file);
    CourierLock second = new CourierLock(file);

    assertThat(first.take()).isTrue();
    assertThat(first.take()).isTrue();
    assertThat(second.take()).isFalse();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    first.close();
    assertThat(first.take()).isFalse();
    assertThat(second.take()).isTrue();
    second.close();
  }

  @Test
  @Tag("SV-78")
  void flush_liftsPacing() {
    FakeDestination far = new FakeDestination("far").items(1);
    far.host = "collector.example";
    SqliteOutbox outbox = openFor(far);
    outbox.append(Samples.events(1, 0, 50, clock));
    Courier courier = courier(outbox, far);
    courier.start();

    assertThat(courier.flush(LONG)).isTrue();
  }

  @Test
  void flush_destinationDefers_saysThatSomethingIsOwed() {
    SqliteOutbox outbox = openFor(otlp);
    otlp.answer(new Deferred(Duration.ofHours(1), Scope.BODY));
    outbox.append(Samples.events(1, 0, 5, clock));
    Courier courier = courier(outbox, otlp);
    courier.start();

    assertThat(courier.flush(LONG)).isFalse();
    clock.advance(Duration.ofHours(1));
    assertThat(courier.flush(LONG)).isTrue();
  }

  @Test
  void flush_lastBodySettledWhileItLooks_saysThatNothingIsOwed() {
    AtomicBoolean owed = new AtomicBoolean(true);

    boolean delivered =
        CourierThreads.settled(
            owed::get,
            () -> {
              owed.set(false); // the courier settles it, and then has nothing to do
              return true;
            },
            () -> false);

    assertThat(delivered).isTrue();
  }

  @Test
  void wake_newItems_areSentWithoutAFlush() {
    SqliteOutbox outbox = openFor(otlp);
    Courier courier = courier(outbox, otlp);
    courier.start();
    outbox.append(Samples.events(1, 0, 5, clock));
    courier.wake();

    await().atMost(LONG).until(() -> ledger(outbox, "otlp").delivered() == 5);
  }

  @Test
  @Tag("P9")
  void slowDestination_holdsUpNobody() {
    FakeDestination slow = new FakeDestination("slow");
    CountDownLatch done = new CountDownLatch(1);
    slow.always =
        body -> {
          try {
            done.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Delivered.all();
        };
    SqliteOutbox outbox = openFor(slow, otlp);
    courier(outbox, slow, otlp).start();
    outbox.append(Samples.events(1, 0, 5, clock));

    await().atMost(LONG).until(() -> ledger(outbox, "otlp").delivered() == 5);

    done.countDown();
  }

  @Test
  @Tag("P3")
  void suspendedAnswer_nothingIsSent() {
    answer.all(Send.NOTHING);
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 5, clock));
    Courier courier = courier(outbox, otlp);
    courier.start();

    assertThat(courier.flush(LONG)).isTrue();

    assertThat(otlp.sent).isEmpty();
    assertThat(ledger(outbox, "otlp").queued()).isEqualTo(5);
  }

  @Test
  @Tag("P7")
  void twoCouriersInOneProcess_oneSends_theOtherTakesOver() {
    SqliteOutbox outbox = openFor(otlp);
    FakeDestination second = new FakeDestination("otlp");
    Courier first = courier(outbox, otlp);
    first.start();
    outbox.append(Samples.events(1, 0, 5, clock));
    assertThat(first.flush(LONG)).isTrue();
    Courier other = courier(outbox, second);
    other.start();
    outbox.append(Samples.events(1, 5, 10, clock));
    first.wake();
    assertThat(other.flush(LONG)).isTrue();
    assertThat(second.sent).isEmpty();

    first.stop(Duration.ofSeconds(5));
    outbox.append(Samples.events(1, 10, 15, clock));
    other.wake();

    await().atMost(LONG).until(() -> second.sentIds().size() == 5);
    assertThat(otlp.sentIds()).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  @Tag("P7")
  void stop_exchangeStillOpen_isUncertain() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    otlp.always =
        body -> {
          entered.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Delivered.all();
        };
    SqliteOutbox outbox = openFor(otlp);
    outbox.append(Samples.events(1, 0, 5, clock));
    Courier courier = courier(outbox, otlp);
    courier.start();
    entered.await();

    courier.stop(Duration.ofMillis(50));

    await().atMost(LONG).until(() -> ledger(outbox, "otlp").uncertain() == 5);
    assertThat(courier.flush(Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void create_foreignOutbox_isRefused() {
    Outbox foreign =
        (Outbox)
            Proxy.newProxyInstance(
                Outbox.class.getClassLoader(),
                new Class<?>[] {Outbox.class},
                (proxy, method, arguments) -> null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Courier.create(foreign, List.of(), answer, clock));
  }

  @Test
  void create_noDestination_flushIsDoneAtOnce() {
    try (Courier courier = Courier.create(open(), List.of(), answer, clock)) {
      courier.start();

      assertThat(courier.flush(LONG)).isTrue();
    }
  }
}
