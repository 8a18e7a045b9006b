package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.testkit.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The use of this module as its README shows it, from the first item to the receipt. */
class UseTest {
  @TempDir Path folder;

  @Test
  void sample_itemsAreDelivered_andAWithdrawalLeavesAReceipt() {
    FakeClock clock = FakeClock.create();
    FakeDestination destination = new FakeDestination("otlp");
    SendPolicy policy = new Samples.Answer(Send.EVERYTHING);
    Batch batch = Samples.events(1, 0, 30, clock);
    long nextGrant = 2;

    // region: use
    Outbox outbox = Outbox.open(folder, Outbox.Limits.defaults(), clock);
    outbox.destinations(List.of("otlp")); // who is offered items from now on
    outbox.append(batch); // one transaction; what is stored survives kill -9

    Courier courier = Courier.create(outbox, List.of(destination), policy, clock);
    courier.start();
    courier.wake(); // there is something new
    outbox.closeDays(true); // day totals now, not at midnight
    boolean delivered = courier.flush(Duration.ofSeconds(20));

    PurgeReceipt receipt = outbox.withdraw(nextGrant); // fence, delete, wipe
    // endregion

    courier.close();
    assertThat(delivered).isTrue();
    assertThat(destination.sentIds()).hasSize(30);
    assertThat(receipt.complete()).isTrue();
    assertThat(outbox.append(batch).refused()).isEqualTo(30);
    outbox.close();
  }
}
