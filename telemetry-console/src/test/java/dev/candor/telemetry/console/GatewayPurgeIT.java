package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.outbox.Batch;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.StoredItem;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.TestItems;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code candor gateway purge} on a store that holds items older than the days given, and newer.
 */
@Timeout(120)
class GatewayPurgeIT {
  private static final String TOKEN = "not-a-real-token-0";
  private static final int OLD = 3;
  private static final int ALL = 5;
  private static final String WOULD = "3 items older than 5 days would be deleted.";
  private static final String DONE = "3 items older than 5 days are deleted.";

  @TempDir Path folder;
  private Path config;

  @BeforeEach
  void fill() throws IOException {
    config =
        Files.writeString(
            folder.resolve("gateway.yaml"),
            "listen: 127.0.0.1:0\ndata: stores\npaths: {store: {}}\n");
    FakeClock clock = FakeClock.at(Instant.now().minus(Duration.ofDays(10)));
    try (Outbox outbox = store(clock)) {
      outbox.append(items(0, OLD));
      clock.advance(Duration.ofDays(10));
      outbox.append(items(OLD, ALL));
    }
  }

  private Outbox store(Clock clock) {
    return Outbox.openRelay(folder.resolve("stores/store"), Outbox.Limits.defaults(), clock);
  }

  private static Batch items(int from, int to) {
    return new Batch(
        1,
        IntStream.range(from, to)
            .mapToObj(
                i -> new Batch.Entry(TestItems.event(i), /* sendable= */ false, /* keep= */ true))
            .toList(),
        List.of());
  }

  private List<String> stored() {
    try (Outbox outbox = store(Clock.systemUTC())) {
      return outbox.items(0, 100).stream().map(StoredItem::item).map(item -> item.id()).toList();
    }
  }

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> TestItems.event(i).id()).toList();
  }

  private String purge(String... more) {
    String[] words = {"gateway", "purge", "--config", config.toString(), "--days", "5"};
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    TestShell shell = new TestShell().with("CANDOR_GATEWAY_TOKEN", TOKEN).run(all);
    assertThat(shell.exit()).as(shell.err()).isEqualTo(ExitCode.OK);
    return shell.out();
  }

  @Test
  void purge_dryRun_saysHowManyAndDeletesNothing() {
    String said = purge("--dry-run");

    assertThat(said).contains(WOULD);
    assertThat(stored()).containsExactlyElementsOf(ids(0, ALL));
  }

  @Test
  void purge_oldAndNewItems_deletesTheOldOnes() {
    String said = purge();

    assertThat(said).contains(DONE);
    assertThat(stored()).containsExactlyElementsOf(ids(OLD, ALL));
    assertThat(purge("--dry-run")).contains("0 items older than 5 days would be deleted.");
  }

  @Test
  @Tag("posix")
  void purge_besideARunningGateway_deletesTheOldOnesAndTheGatewayTakesMore() throws Exception {
    try (UpProcess gateway =
        UpProcess.start(
                Map.of("CANDOR_GATEWAY_TOKEN", TOKEN), "gateway", "--config", config.toString())
            .until("gateway.ready")) {
      assertThat(purge("--dry-run")).contains(WOULD);
      assertThat(purge()).contains(DONE);

      WayProbe event = new WayProbe(/* toDestination= */ true, Clock.systemUTC());
      String port = gateway.out().replaceAll("(?s).*\"port\":(\\d+).*", "$1");
      URI store = URI.create("http://127.0.0.1:" + port + "/store");
      assertThat(event.send(store, TOKEN, /* counts= */ false)).isEqualTo(200);
    }

    assertThat(stored()).hasSize(ALL - OLD + 1).containsAll(ids(OLD, ALL));
  }
}
