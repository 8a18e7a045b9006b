package dev.candor.telemetry.exporter.amplitude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.CandorEvents;
import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.EventNames;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.squid.SquidEvents;
import dev.candor.telemetry.testkit.FakeAmplitude;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each event is at Amplitude, held against files; {@code -Dcandor.update} writes them. */
class AmplitudeGoldenTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("candor.root", ".."), "exporter-amplitude")
          .resolve("src/test/resources/golden");
  private static final SealContext CONTEXT =
      new SealContext("6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10");

  /** What an application calls its events; of the last three Amplitude takes none. */
  private static final EventNames NAMES =
      EventNames.of(
          "amplitude",
          List.of(
              new VendorName("amplitude", "file.print", "", "Document Printed"),
              new VendorName("amplitude", "file.print", "file.print.pages", "Pages"),
              new VendorName("amplitude", "file.scan", "file.scan.pages", "Pages"),
              new VendorName("ga4", "file.scan", "", "document_scanned"),
              new VendorName("amplitude", "file.copy", "", "Document Printed"),
              new VendorName("amplitude", "file.copy", "file.copy.pages", "$set"),
              new VendorName("amplitude", "file.fax", "", "page.view")),
          AmplitudeEvents::fitsEvent,
          AmplitudeProperties::fits);

  private static final String PILE = "\uD83D\uDCA9";

  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("built-in.jsonl", CatalogItems.of(CandorEvents.class)),
        Arguments.of("squid.jsonl", CatalogItems.of(SquidEvents.class)),
        Arguments.of("named-by-the-application.jsonl", named()),
        Arguments.of("edges.jsonl", edges()));
  }

  @ParameterizedTest
  @Tag("P12")
  @Tag("SV-41")
  @MethodSource("files")
  void seal_eachItem_isWhatTheFileSays(String file, List<EventItem> items) throws IOException {
    List<String> lines = new ArrayList<>();
    items.forEach(item -> lines.add(item.name() + " " + body(item)));

    Path golden = GOLDEN.resolve(file);
    if (System.getProperty("candor.update") != null) {
      Files.createDirectories(GOLDEN);
      Files.write(golden, lines);
    }

    assertThat(lines).isEqualTo(Files.readAllLines(golden));
  }

  @ParameterizedTest
  @MethodSource("files")
  void send_eachItem_isTakenByAStrictAmplitude(String file, List<EventItem> items) {
    try (AmplitudeDestination destination =
        AmplitudeDestination.builder(amplitude.uri(), FakeAmplitude.KEY).names(NAMES).build()) {
      for (EventItem item : items) {
        for (Sealed sealed : destination.seal(List.of(item), CONTEXT)) {
          assertThat(destination.send(sealed, Duration.ofSeconds(20)))
              .isEqualTo(Outcome.Delivered.all());
        }
      }
    }

    assertThat(amplitude.backend().requests()).isNotEmpty().allMatch(request -> request.taken());
    assertThat(amplitude.cut()).isZero();
  }

  @Test
  void seal_noInstallation_isInNoBody() {
    try (AmplitudeDestination destination = destination()) {
      List<Item> items = List.of(CatalogItems.item("imaging.run", Map.of()));

      assertThat(destination.seal(items, new SealContext(null))).isEmpty();
      assertThat(destination.seal(items, new SealContext("abcd"))).isEmpty();
      assertThat(destination.seal(items, new SealContext("Unknown"))).isEmpty();
    }
  }

  @Test
  void seal_counts_areInNoBody() {
    try (AmplitudeDestination destination = destination()) {
      assertThat(
              destination.seal(List.of(dev.candor.telemetry.testkit.TestItems.counts(1)), CONTEXT))
          .isEmpty();
    }
  }

  private static List<EventItem> named() {
    return Stream.of("print", "scan", "copy", "fax")
        .map(
            what ->
                CatalogItems.item(
                    "file." + what,
                    new TreeMap<>(
                        Map.of("file." + what + ".pages", 7L, "file." + what + ".ink", 0.5))))
        .toList();
  }

  private static List<EventItem> edges() {
    return List.of(
        attribute("text", "x".repeat(1_024)),
        attribute("text", "x".repeat(1_025)),
        attribute("text", "x".repeat(1_023) + PILE),
        attribute("text", ""),
        attribute("number", 1L << 53),
        attribute("number", (1L << 53) + 1),
        attribute("number", Long.MIN_VALUE),
        attribute("number", Double.NaN),
        attribute("number", Double.NEGATIVE_INFINITY),
        attribute("number", 0.1),
        attribute("k".repeat(1_030), "long key"),
        CatalogItems.item(
            "imaging.run", new TreeMap<>(Map.of("duration_ms", 1L, "service.name", "spoofed"))),
        CatalogItems.item(
            "imaging.run",
            new TreeMap<>(Map.of("k".repeat(1_030) + "a", 1L, "k".repeat(1_030) + "b", 2L))),
        attribute("$set", "reserved"),
        attribute("[Amplitude] Page Title", "reserved"),
        attribute("quote\"\\\n", "control\u0000\u2028 text\"\\"),
        CatalogItems.item("$identify", Map.of()),
        CatalogItems.item("[Amplitude] Start Session", Map.of()),
        CatalogItems.item("e".repeat(1_030), Map.of()),
        CatalogItems.item(" ", Map.of()),
        outOfSession("none", Map.of()),
        outOfSession("not a UUID", Map.of("session.id", "abc")),
        outOfSession(
            "a UUID of chance", Map.of("session.id", "6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10")),
        at(0),
        at(1),
        at(253_402_300_799_999L),
        CatalogItems.item("page.view", Map.of("page.name", "")),
        CatalogItems.item("app.error", Map.of("app.error.trail", "one")));
  }

  private static EventItem attribute(String key, Object value) {
    return CatalogItems.item("imaging.run", Map.of(key, value));
  }

  private static EventItem outOfSession(String why, Map<String, Object> attributes) {
    TreeMap<String, Object> all = new TreeMap<>(attributes);
    all.put("session", why);
    return CatalogItems.item("imaging.run", all);
  }

  private static EventItem at(long millis) {
    EventItem item = CatalogItems.item("imaging.run", Map.of());
    // Beyond the year 2262 nanoseconds have no room.
    long nanos = Math.min(millis, Long.MAX_VALUE / 1_000_000) * 1_000_000;
    return EventItem.of(
        item.id(),
        item.name(),
        item.purpose(),
        nanos,
        nanos,
        item.status(),
        item.attributes(),
        item.resource());
  }

  private static String body(EventItem item) {
    try (AmplitudeDestination destination = destination()) {
      List<Sealed> bodies = destination.seal(List.of(item), CONTEXT);
      return bodies.isEmpty()
          ? "left out"
          : new String(bodies.get(0).body(), StandardCharsets.UTF_8);
    }
  }

  private static AmplitudeDestination destination() {
    return AmplitudeDestination.builder(URI.create("https://amplitude.invalid"), "key")
        .names(NAMES)
        .build();
  }
}
