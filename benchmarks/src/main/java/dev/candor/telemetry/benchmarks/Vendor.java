package dev.candor.telemetry.benchmarks;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.amplitude.AmplitudeDestination;
import dev.candor.telemetry.exporter.ga4.Ga4Destination;
import dev.candor.telemetry.exporter.sentry.SentryDestination;
import dev.candor.telemetry.testkit.TestItems;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A destination at a loopback address, and the items that it gets. */
public enum Vendor {
  /** 80 bodies of 25 events. */
  GA4(2_000),
  /** 5 bodies of 400 events. */
  AMPLITUDE(2_000),
  /** 200 bodies of one error with 20 calls. */
  SENTRY(200);

  private static final String SESSION = "018f0000-0000-7000-8000-000000000000";

  /** Past the last of {@link TestItems}: nothing is sent to Google before it happens. */
  private static final Clock AFTER =
      Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

  private final int count;

  Vendor(int count) {
    this.count = count;
  }

  int count() {
    return count;
  }

  Destination at(URI uri) {
    return switch (this) {
      case GA4 -> Ga4Destination.builder("G-TEST123", "key").endpoint(uri).clock(AFTER).build();
      case AMPLITUDE -> AmplitudeDestination.builder(uri, "key").build();
      case SENTRY ->
          SentryDestination.create("http://key@" + uri.getAuthority() + "/7", Clock.systemUTC());
    };
  }

  /** As the destination says of its bodies. */
  int atOnce() {
    try (Destination destination = at(URI.create("http://127.0.0.1:9"))) {
      SealContext context = new SealContext("6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10");
      return destination.atOnce(destination.seal(items().subList(0, 1), context).get(0));
    }
  }

  List<Item> items() {
    return IntStream.range(0, count)
        .<Item>mapToObj(number -> this == SENTRY ? error(number) : event(number))
        .toList();
  }

  private static EventItem event(int number) {
    return TestItems.event(
        number,
        Map.of(
            "imaging.run.channels",
            (long) number,
            "imaging.run.mode",
            "select_wells",
            "imaging.run.area",
            number + 0.5,
            "imaging.run.focused",
            true,
            "session.id",
            SESSION));
  }

  private static EventItem error(int number) {
    StringBuilder calls = new StringBuilder("java.lang.IllegalStateException");
    for (int line = 1; line <= 20; line++) {
      calls.append("\n\tat org.example.lab.Stage").append(line % 7).append(".move(Stage.java:");
      calls.append(line).append(')');
    }
    return TestItems.event(
        number,
        "app.error",
        Map.of(
            "error.type",
            "java.lang.IllegalStateException",
            "exception.stacktrace",
            calls.toString(),
            "app.error.language",
            "java",
            "app.error.origin",
            "handled",
            "app.error.trail",
            "open,move,focus",
            "session.id",
            SESSION));
  }
}
