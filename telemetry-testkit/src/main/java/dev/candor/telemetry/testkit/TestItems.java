package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Items for tests; equal arguments give equal items. */
public final class TestItems {
  private static final long START = 1_795_000_000_000_000_000L;
  private static final TreeMap<String, String> RESOURCE =
      new TreeMap<>(Map.of("service.name", "lab", "service.version", "1.4.2"));

  private TestItems() {}

  /** The event of this number, one second after the one before. */
  public static EventItem event(int number) {
    return event(number, Map.of("imaging.run.channels", (long) number));
  }

  /** The event of this number with other attributes. */
  public static EventItem event(int number, Map<String, Object> attributes) {
    return event(number, "imaging.run", attributes);
  }

  /** The event of this number under another name. */
  public static EventItem event(int number, String name, Map<String, Object> attributes) {
    long start = START + number * 1_000_000_000L;
    return EventItem.of(
        "%032x%016x".formatted(number + 1, number + 1),
        name,
        Purpose.USAGE,
        start,
        start + 500_000_000L,
        Status.OK,
        attributes,
        RESOURCE);
  }

  /** Who reports, with every attribute of the resource that an engine tells. */
  public static Map<String, String> resource(String environment, String runtime, String hash) {
    return Map.ofEntries(
        Map.entry("service.name", "lab"),
        Map.entry("service.version", "1.4.2"),
        Map.entry("deployment.environment.name", environment),
        Map.entry("app.runtime.kind", runtime),
        Map.entry("os.type", "linux"),
        Map.entry("host.arch", "amd64"),
        Map.entry("process.runtime.version", "17.0.15"),
        Map.entry("telemetry.sdk.name", "candor"),
        Map.entry("telemetry.sdk.language", "java"),
        Map.entry("telemetry.sdk.version", "0.1.0"),
        Map.entry("candor.registry.hash", hash));
  }

  /** Events numbered from 0. */
  public static List<Item> events(int count) {
    return IntStream.range(0, count).<Item>mapToObj(TestItems::event).toList();
  }

  /** The day's totals of this number: a counter, a sum of decimals and a histogram. */
  public static CountItem counts(int number) {
    TreeMap<String, Object> attributes = new TreeMap<>(Map.of("activity.outcome", "completed"));
    return new CountItem(
        "%032x".formatted(number + 1),
        Purpose.USAGE,
        LocalDate.of(2026, 11, 17),
        List.of(
            new CountItem.Point(
                "imaging.run.count", "{event}", attributes, 3, 3, true, List.of(), List.of()),
            new CountItem.Point(
                "imaging.run.area", "mm2", attributes, 3, 1.5, false, List.of(), List.of()),
            new CountItem.Point(
                "imaging.run.duration",
                "s",
                attributes,
                3,
                12.5,
                false,
                List.of(1.0, 10.0),
                List.of(1L, 1L, 1L))),
        RESOURCE);
  }
}
