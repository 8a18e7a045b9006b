package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.console.VendorAccount.Row;
import dev.candor.telemetry.outbox.SealedBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of a fake's records, right ones and others. */
@Tag("P8")
class VendorRecordsTest {
  private static final String FIRST = "a".repeat(48);
  private static final String SECOND = "b".repeat(48);
  private static final Map<String, String> NAMES = Map.of(FIRST, "app.error", SECOND, "page.view");

  @TempDir Path folder;

  @Test
  void things_withIds_areTheEventsOfTheseIds() throws IOException {
    VendorAccount account =
        read(request("", thing("shown", FIRST), thing("part", FIRST + "-1"), thing("b", "bbbb")));

    assertThat(account.rows())
        .containsExactly(
            row("app.error", "part"), row("app.error", "shown"), row("page.view", "b"));
    assertThat(account.agreesWith(ledger(2, 0))).isTrue();
  }

  @Test
  void things_withoutIds_areTheEventsAtTheirPlaceInTheBody() throws IOException {
    VendorAccount account = read(request("hash", thing("x", ""), thing("y", "")));

    assertThat(account.rows()).containsExactly(row("app.error", "x"), row("page.view", "y"));
  }

  @Test
  void things_withoutIdsInAnUnknownBody_areForeign() throws IOException {
    VendorAccount account = read(request("other", thing("x", ""), thing("y", "")));

    assertThat(account.foreign()).isEqualTo(2);
    assertThat(account.items()).isZero();
    assertThat(account.agreesWith(ledger(0, 0))).isFalse();
  }

  @Test
  void thing_shownAgain_isRepeatedAndNoSecondEvent() throws IOException {
    VendorAccount account = read(request("", thing("x", FIRST)), request("", thing("x", FIRST)));

    assertThat(account.items()).isOne();
    assertThat(account.repeated()).isOne();
    assertThat(account.agreesWith(ledger(1, 0))).isFalse();
  }

  @Test
  void request_refused_isCountedByItsFaults() throws IOException {
    VendorAccount account = read("{\"sha256\":\"\",\"faults\":[\"a b\",\"c\"],\"shown\":[]}");

    assertThat(account.refusedRequests()).isOne();
    assertThat(account.faults()).isEqualTo(Map.of("a b", 1L, "c", 1L));
  }

  @Test
  void ledger_uncertain_mayHaveArrivedOrNot() throws IOException {
    VendorAccount account = read(request("", thing("x", FIRST)));

    assertThat(account.agreesWith(ledger(1, 1))).isTrue();
    assertThat(account.agreesWith(ledger(0, 1))).isTrue();
    assertThat(account.agreesWith(ledger(0, 0))).isFalse();
    assertThat(account.agreesWith(ledger(2, 0))).isFalse();
  }

  @Test
  void vendor_thatWasNeverAsked_holdsNothing() {
    VendorAccount account =
        VendorRecords.read("ga4", folder.resolve("none.json"), NAMES, Set.of(), List.of());

    assertThat(account.requests() + account.items()).isZero();
  }

  private VendorAccount read(String... requests) throws IOException {
    Path file =
        Files.writeString(folder.resolve("ga4.json"), "[" + String.join(",", requests) + "]");
    SealedBody about =
        new SealedBody(
            1,
            "ga4",
            "/mp/collect",
            "application/json",
            "hash",
            List.of(FIRST, SECOND),
            "delivered",
            1,
            0,
            Instant.EPOCH);
    return VendorRecords.read(
        "ga4", file, NAMES, Set.of(), List.of(new SentBody(about, new byte[0])));
  }

  private static String request(String hash, String... things) {
    return "{\"sha256\":\"%s\",\"faults\":[],\"shown\":[%s]}"
        .formatted(hash, String.join(",", things));
  }

  private static String thing(String name, String id) {
    return "{\"name\":\"%s\",\"id\":\"%s\",\"parameters\":[\"p\"]}".formatted(name, id);
  }

  private static Row row(String ours, String theirs) {
    return new Row(ours, theirs, 1, List.of("p"));
  }

  private static Account.Entry ledger(long delivered, long uncertain) {
    return new Account.Entry(
        "ga4", delivered + uncertain, delivered, uncertain, 0, 0, 0, new TreeMap<>());
  }
}
