package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.EventNames;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.FakeSentry;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event and every edge as the bytes that Sentry gets. */
class SentryGoldenTest {
  /** Writes the files instead with {@code -Dcandor.update}. */
  private static final boolean UPDATE = System.getProperty("candor.update") != null;

  static final Path FOLDER =
      Path.of(System.getProperty("candor.root"), "exporter-sentry/src/test/resources/golden");

  private static final SealContext CONTEXT = new SealContext(Samples.INSTALLATION);

  private final FakeClock clock = FakeClock.create();

  @RegisterExtension final FakeSentry sentry = new FakeSentry(clock);

  /** One file. */
  private record Case(String name, EventItem item, SealContext context) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.concat(
        Samples.schemas().stream()
            .map(schema -> new Case("event-" + schema.name(), Samples.of(schema), CONTEXT)),
        edges().stream());
  }

  private static List<Case> edges() {
    List<Case> edges = new ArrayList<>();
    edge(edges, "error-uncaught", Samples.error(Map.of("app.error.origin", "uncaught")));
    edge(
        edges,
        "error-python",
        Samples.error(
            Map.of(
                "app.error.language", "python",
                "app.error.origin", "logged",
                "error.type", "squid.abc.CameraError",
                "app.error.count", 7L,
                "exception.stacktrace", Samples.PYTHON_TRACE)));
    edge(edges, "error-type-only", Samples.error(Map.of("exception.stacktrace", "unknown")));
    edge(
        edges,
        "error-trace-of-another-form",
        Samples.error(Map.of("exception.stacktrace", "\n??\n")));
    edge(edges, "error-60-frames", Samples.error(Map.of("exception.stacktrace", deep(60))));
    edge(
        edges,
        "error-recursion",
        Samples.error(Map.of("exception.stacktrace", "a.B" + "\n  at a.C.again:3 *".repeat(40))));
    edge(edges, "error-51-crumbs", Samples.error(Map.of("app.error.trail", trail(51))));
    edge(
        edges,
        "error-with-configuration",
        Samples.error(
            Map.of(
                "config.snapshot.camera_type",
                "toupcam",
                "config.snapshot.zoom",
                Double.NaN,
                "config.snapshot.pixels",
                1L << 60,
                "config.snapshot.note",
                "é".repeat(2_000),
                "device.connect.stage",
                "prior")));
    edge(edges, "error-with-too-many-settings", Samples.error(settings(100)));
    edges.add(
        new Case(
            "edge-error-without-installation", Samples.error(Map.of()), new SealContext(null)));
    edge(edges, "error-resource-at-its-limits", resource(hostile()));
    edge(edges, "error-resource-empty", resource(Map.of()));
    edge(edges, "session-crash", Samples.session("crash", 90));
    edge(edges, "session-unfinished", Samples.session("unfinished", 86_400));
    edge(edges, "session-exit", Samples.session("exit", 0));
    edge(edges, "session-of-1970", at(Samples.session("exit", 1), 0));
    edge(edges, "session-of-2200", at(Samples.session("exit", 1), 7_258_118_400L));
    edge(
        edges,
        "span-named-by-the-application",
        Samples.item(
            "file.print", Purpose.USAGE, Map.of("file.print.pages", 7L, "file.print.ink", 0.5)));
    edge(
        edges,
        "span-at-its-limits",
        Samples.item(
            "imaging.run",
            Purpose.USAGE,
            Map.of(
                "imaging.run.note",
                "",
                "imaging.run.share",
                Double.POSITIVE_INFINITY,
                "imaging.run.images",
                Long.MAX_VALUE,
                "sentry.release",
                "forged@1")));
    return edges;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void seal_case_isAsRecorded(Case one) throws IOException {
    String text = text(sealed(one));
    Path file = FOLDER.resolve(one.name() + ".txt");
    if (UPDATE) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }

    assertThat(file)
        .as("run the tests of exporter-sentry with -Dcandor.update to write it again")
        .exists()
        .hasContent(text);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void send_caseWhenItHappens_isTakenByAStrictSentry(Case one) {
    clock.set(Instant.EPOCH.plusNanos(one.item().endNanos()));
    try (SentryDestination destination = SentryDestination.create(sentry.dsn(), clock)) {
      for (Sealed sealed : destination.seal(List.of(one.item()), one.context())) {
        assertThat(destination.send(sealed, Duration.ofSeconds(20)))
            .as(() -> String.join("; ", sentry.faults()))
            .isEqualTo(Delivered.all());
      }
    }
    assertThat(sentry.names()).isNotEmpty();
  }

  private static final EventNames NAMES =
      EventNames.of(
          "sentry",
          List.of(
              new VendorName("sentry", "file.print", "", "Print file"),
              new VendorName("sentry", "file.print", "file.print.pages", "print.pages")),
          SentryMapping::fitsEvent,
          SentryMapping::fitsAttribute);

  private static List<Sealed> sealed(Case one) {
    try (SentryDestination destination =
        SentryDestination.create(
            SentryDsn.parse("http://key@localhost/1"), FakeClock.create(), NAMES)) {
      return destination.seal(List.<Item>of(one.item()), one.context());
    }
  }

  private static String text(List<Sealed> bodies) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Sealed sealed : bodies) {
      text.append(sealed.path()).append('\n');
      text.append(
          sealed.contentType().endsWith("protobuf")
              ? ExportTraceServiceRequest.parseFrom(sealed.body()).toString()
              : new String(sealed.body(), StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  private static void edge(List<Case> edges, String name, EventItem item) {
    edges.add(new Case("edge-" + name, item, CONTEXT));
  }

  private static EventItem resource(Map<String, String> resource) {
    return Samples.with(Samples.error(Map.of()), Samples.ID, resource);
  }

  private static Map<String, String> hostile() {
    Map<String, String> resource = new TreeMap<>();
    resource.put("service.name", "a/b\\c\td");
    resource.put("service.version", "9".repeat(300));
    resource.put("deployment.environment.name", "None");
    resource.put("release", "reserved");
    resource.put("user", "reserved");
    resource.put("empty", "  ");
    resource.put("line", "one\ntwo");
    resource.put("key with blanks", "x");
    resource.put("k".repeat(32) + "1", "first of two with one key");
    resource.put("k".repeat(32) + "2", "second");
    resource.put("long", "\uD83D\uDD2C".repeat(201));
    return resource;
  }

  private static EventItem at(EventItem item, long second) {
    return EventItem.of(
        item.id(),
        item.name(),
        item.purpose(),
        second * 1_000_000_000L,
        (second + 1) * 1_000_000_000L,
        Status.UNSET,
        item.attributes(),
        item.resource());
  }

  private static String deep(int frames) {
    return "a.Deep\n"
        + IntStream.range(0, frames)
            .mapToObj(i -> "  at a.B.m" + i + ":" + (i + 1) + (i % 2 == 0 ? " *" : ""))
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, Object> settings(int number) {
    return IntStream.range(0, number)
        .boxed()
        .collect(Collectors.toMap(i -> "settings.report.key" + i, i -> "v".repeat(100)));
  }

  private static String trail(int steps) {
    return IntStream.range(0, steps).mapToObj(i -> "step_" + i).collect(Collectors.joining(","));
  }
}
