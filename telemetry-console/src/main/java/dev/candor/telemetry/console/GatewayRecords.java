package dev.candor.telemetry.console;

import dev.candor.telemetry.gateway.ItemIds;
import dev.candor.telemetry.outbox.Outbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a gateway that has stopped did for one vendor.
 *
 * @param entry its ledger, and what the Collector sent past it
 * @param sent the bodies as they were sent
 * @param ids how it rebuilds ids
 */
record GatewayRecords(Account.Entry entry, List<SentBody> sent, ItemIds ids) {
  /** Copies the list. */
  GatewayRecords {
    sent = List.copyOf(sent);
  }

  /**
   * Reads its stores.
   *
   * @param past events that the Collector sent to this vendor without it
   */
  static GatewayRecords read(String vendor, Path data, long past, Clock clock) {
    try (Outbox outbox = Outbox.openRelay(data.resolve(vendor), Outbox.Limits.defaults(), clock)) {
      Account.Entry own =
          outbox.ledger().destinations().stream()
              .filter(ledger -> ledger.destination().equals(vendor))
              .map(Account.Entry::of)
              .findFirst()
              .orElseThrow(() -> CommandFailure.failed("the gateway has no ledger for " + vendor));
      return new GatewayRecords(plus(own, past), SentBody.read(outbox), ItemIds.of(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Account.Entry plus(Account.Entry own, long past) {
    return new Account.Entry(
        own.destination(),
        own.offered() + past,
        own.delivered() + past,
        own.uncertain(),
        own.queued(),
        own.expired(),
        own.purged(),
        own.dropped());
  }

  String vendor() {
    return entry.destination();
  }

  /** Our name of each event that arrived at the Collector, by the id that it has behind it. */
  Map<String, String> names(Arrived arrived) {
    Map<String, String> names = new HashMap<>();
    arrived.spans().forEach(span -> names.put(ids.event(span.id()), span.name()));
    return names;
  }

  /** All bodies of all of them. */
  static List<SentBody> bodies(List<GatewayRecords> records) {
    List<SentBody> bodies = new ArrayList<>();
    records.forEach(one -> bodies.addAll(one.sent()));
    return bodies;
  }
}
