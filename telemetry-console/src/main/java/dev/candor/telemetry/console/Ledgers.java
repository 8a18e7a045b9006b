package dev.candor.telemetry.console;

import dev.candor.telemetry.TelemetryStatus;
import dev.candor.telemetry.otel.OtlpDestination;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts the account of a demo together from what each part of the way says of itself. */
final class Ledgers {
  /** The engine's word for an event whose purpose is switched off. */
  private static final String NOT_AGREED = "not_agreed";

  private Ledgers() {}

  static Account account(
      String answer,
      long told,
      TelemetryStatus status,
      List<SentBody> all,
      Arrived arrived,
      List<VendorAccount> vendors,
      Account.Search search) {
    List<SentBody> sent = all.stream().filter(body -> body.isFor(OtlpDestination.NAME)).toList();
    TreeMap<String, Long> lost = new TreeMap<>(status.losses());
    Long notAgreed = lost.remove(NOT_AGREED);
    List<Account.Entry> destinations =
        status.destinations().stream().map(Account.Entry::of).toList();
    Account.Sealed sealed = sealed(sent);
    // Every term comes from its own place: none is what the others leave over.
    long offered =
        destinations.stream()
            .filter(entry -> entry.destination().equals(OtlpDestination.NAME))
            .mapToLong(Account.Entry::offered)
            .sum();
    long countedOnly = answer.equals("counts") ? counted(arrived) : 0;
    return new Account(
        answer,
        told,
        countedOnly + (notAgreed == null ? 0 : notAgreed),
        lost,
        new TreeMap<>(status.scrubbed()),
        offered - sealed.totals(),
        destinations,
        sealed,
        delivery(sent, arrived),
        Health.of(arrived),
        vendors,
        search);
  }

  /**
   * What each vendor's fake wrote down, with our names as the Collector passed them on.
   *
   * @param behind the gateway by which vendors were reached, for each; none if they were reached
   *     straight
   */
  static List<VendorAccount> vendors(
      Set<DemoVendor> vendors,
      Path records,
      List<SentBody> sent,
      Arrived arrived,
      List<GatewayRecords> behind) {
    Map<String, String> names = new HashMap<>();
    arrived.spans().forEach(span -> names.put(span.id(), span.name()));
    // What the Collector itself sends to a vendor keeps its id, and is in no body of ours.
    Set<String> loose = behind.isEmpty() ? Set.of() : Set.copyOf(names.keySet());
    behind.stream().limit(1).forEach(one -> names.putAll(one.names(arrived)));
    return vendors.stream()
        .map(
            vendor ->
                VendorRecords.read(
                    vendor.word(),
                    records.resolve(vendor.word() + ".json"),
                    names,
                    loose,
                    sent.stream().filter(body -> body.isFor(vendor.word())).toList()))
        .toList();
  }

  /** Events that the totals of the day know of: each event counts once in its own counter. */
  private static long counted(Arrived arrived) {
    return arrived.totals().stream()
        .filter(total -> total.metric().endsWith(".count") && total.unit().equals("{event}"))
        .mapToLong(total -> (long) total.value())
        .sum();
  }

  private static Account.Sealed sealed(List<SentBody> sent) {
    return new Account.Sealed(
        sent.size(),
        ids(sent, true).size(),
        ids(sent, false).size(),
        sent.stream().mapToLong(body -> body.bytes().length).sum());
  }

  private static Account.Delivery delivery(List<SentBody> sent, Arrived arrived) {
    Set<String> events = ids(sent, true);
    Set<String> totals = ids(sent, false);
    Set<String> arrivedEvents =
        arrived.spans().stream().map(Arrived.Span::id).collect(Collectors.toSet());
    Set<String> arrivedTotals =
        arrived.totals().stream()
            .map(total -> String.valueOf(total.resource().get("candor.report.id")))
            .collect(Collectors.toSet());
    return new Account.Delivery(
        arrivedEvents.size(),
        arrivedTotals.size(),
        without(events, arrivedEvents),
        without(totals, arrivedTotals),
        changed(sent, arrived));
  }

  /** Events that arrived with other values than they were sealed with. */
  private static long changed(List<SentBody> sent, Arrived arrived) {
    Map<String, SentSpans.Values> sealed = new HashMap<>();
    sent.stream()
        .filter(SentBody::holdsEvents)
        .forEach(body -> sealed.putAll(SentSpans.read(body.bytes())));
    return arrived.spans().stream()
        .filter(
            span ->
                !new SentSpans.Values(span.attributes(), span.resource())
                    .equals(sealed.get(span.id())))
        .count();
  }

  private static Set<String> ids(List<SentBody> sent, boolean events) {
    return sent.stream()
        .filter(body -> body.holdsEvents() == events)
        .flatMap(body -> body.about().itemIds().stream())
        .collect(Collectors.toSet());
  }

  private static long without(Set<String> all, Set<String> arrived) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(arrived);
    return rest.size();
  }
}
