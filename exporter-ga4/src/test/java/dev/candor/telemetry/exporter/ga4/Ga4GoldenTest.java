package dev.candor.telemetry.exporter.ga4;

import static dev.candor.telemetry.exporter.ga4.Ga4Items.RESOURCE;
import static dev.candor.telemetry.exporter.ga4.Ga4Items.START;
import static dev.candor.telemetry.exporter.ga4.Ga4Items.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.EventNames;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Google gets, byte by byte; written again with {@code -Dcandor.update}. */
class Ga4GoldenTest {
  static final Path FOLDER =
      Path.of(System.getProperty("candor.root", ".."))
          .resolve("exporter-ga4/src/test/resources/golden");
  private static final long HOUR = 3_600_000_000_000L;
  private static final String FACE = "\uD83D\uDD2C";

  /** What an application calls its events; of the last three Google takes none. */
  private static final EventNames NAMES =
      EventNames.of(
          "ga4",
          List.of(
              new VendorName("ga4", "file.print", "", "document_printed"),
              new VendorName("ga4", "file.print", "file.print.pages", "pages_printed"),
              new VendorName("ga4", "file.scan", "file.scan.pages", "pages_scanned"),
              new VendorName("amplitude", "file.scan", "", "Document Scanned"),
              new VendorName("ga4", "file.copy", "", "document_printed"),
              new VendorName("ga4", "file.copy", "file.copy.pages", "user_id"),
              new VendorName("ga4", "file.fax", "", "page_view")),
          Ga4Names::fitsEvent,
          Ga4Names::fitsParameter);

  private final Ga4Destination destination =
      Ga4Destination.builder("G-TEST123", "s").names(NAMES).build();

  @ParameterizedTest
  @MethodSource("cases")
  @Tag("SV-29")
  @Tag("SV-30")
  @Tag("SV-31")
  @Tag("SV-33")
  void bodies_areTheGoldenOnes(String name) throws IOException {
    List<Item> items = all().get(name);
    String text =
        destination.seal(items, new SealContext(Ga4Items.INSTALLATION)).stream()
            .map(Ga4GoldenTest::text)
            .collect(Collectors.joining("\n", "", "\n"));
    Path file = FOLDER.resolve(name + ".json");

    if (System.getProperty("candor.update") != null) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }

    assertThat(file)
        .as("run the tests of exporter-ga4 with -Dcandor.update to write the golden files again")
        .hasContent(text);
    assertThat(text).doesNotContain(Ga4Items.INSTALLATION, Ga4Items.SESSION);
  }

  static Stream<String> cases() {
    return all().keySet().stream();
  }

  private static Map<String, List<Item>> all() {
    Map<String, List<Item>> cases = new LinkedHashMap<>();
    Ga4Items.ofEverySchema("CandorEvents", "SquidEvents")
        .forEach((name, item) -> cases.put(name, List.of(item)));
    names(cases);
    values(cases);
    times(cases);
    requests(cases);
    return cases;
  }

  private static void names(Map<String, List<Item>> cases) {
    cases.put(
        "names-of-the-application",
        Stream.of("print", "scan", "copy", "fax")
            .<Item>map(
                what ->
                    event(
                        "file." + what,
                        Map.of("file." + what + ".pages", 7L, "file." + what + ".ink", 0.5)))
            .toList());
    cases.put(
        "names-collide",
        List.of(event("lab.test", Map.of("a.b", 1L, "a_b", 2L, "a-b", 3L, "a..b", 4L))));
    cases.put(
        "names-long",
        List.of(
            event(
                "lab." + "very_long_".repeat(5),
                Map.of("k".repeat(41), 1L, "k".repeat(40) + "x", 2L, "k".repeat(40), 3L))));
    cases.put(
        "names-odd",
        List.of(event("9.lives", Map.of("", 1L, "42", 2L, "größe", 3L, "a b\tc", 4L, "$", 5L))));
    cases.put(
        "names-of-google",
        List.of(
            event("error", Map.of()),
            event("Session.Start", Map.of()),
            event("ga.x", Map.of()),
            event("_hidden", Map.of()),
            event("page_view", Map.of()),
            event("query.id.7", Map.of())));
    cases.put(
        "parameters-of-google",
        List.of(
            event(
                "lab.test",
                Map.of(
                    "value",
                    3L,
                    "currency",
                    "none",
                    "level",
                    "high",
                    "engagement.time.msec",
                    99L,
                    "firebase.x",
                    1L,
                    "_x",
                    2L,
                    "user.id",
                    "u",
                    "app.version",
                    "9.9",
                    "lib.version",
                    "9.9",
                    "items",
                    5L))));
  }

  private static void values(Map<String, List<Item>> cases) {
    cases.put(
        "values-long",
        List.of(
            event(
                "lab.test",
                Map.of(
                    "fits", "v".repeat(100),
                    "cut", "v".repeat(101),
                    "character", "v".repeat(99) + FACE,
                    "characters", FACE.repeat(60))),
            event("page.view", Map.of("page.name", "p".repeat(400)))));
    cases.put(
        "values-numbers",
        List.of(
            event(
                "lab.test",
                Map.of(
                    "nan",
                    Double.NaN,
                    "infinite",
                    Double.NEGATIVE_INFINITY,
                    "tiny",
                    Double.MIN_VALUE,
                    "whole",
                    3.0,
                    "largest",
                    1L << 53,
                    "larger",
                    (1L << 53) + 1,
                    "least",
                    Long.MIN_VALUE,
                    "negative",
                    -7L))));
    cases.put(
        "values-none",
        List.of(event("lab.test", Map.of("empty", "", "blank", " \t", "no", false, "zero", 0L))));
    cases.put(
        "values-odd",
        List.of(
            event(
                "lab.test",
                Map.of("half", "a\uD83D", "other", "\uDD2Cb", "quote", "\"\\\n\u0000<&>"))));
    Map<String, Object> many = new TreeMap<>();
    IntStream.range(0, 40).forEach(n -> many.put("key.%02d".formatted(n), (long) n));
    cases.put("parameters-many", List.of(event("lab.test", many)));
  }

  private static void times(Map<String, List<Item>> cases) {
    cases.put(
        "times",
        List.of(
            event("lab.first", 1_000, 1_000, Map.of(), RESOURCE),
            event("lab.hour", START, START + HOUR, Map.of(), RESOURCE),
            event("lab.longer", START, START + HOUR + 1_000_000, Map.of(), RESOURCE),
            event("lab.future", START * 2, START * 2, Map.of(), RESOURCE),
            event("lab.last", Long.MAX_VALUE, Long.MAX_VALUE, Map.of(), RESOURCE),
            event("session", START, START + 100 * HOUR, Map.of(), RESOURCE)));
    cases.put("times-none", List.of(event("lab.never", 0, 0, Map.of(), RESOURCE)));
    cases.put(
        "sessions",
        List.of(
            Ga4Items.withoutSession("lab.none", START, START, Map.of(), RESOURCE),
            event("lab.random", Map.of("session.id", "6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d11")),
            event("lab.text", Map.of("session.id", "run 7"))));
  }

  private static void requests(Map<String, List<Item>> cases) {
    EventItem ours = event("lab.test", Map.of());
    cases.put(
        "reporters",
        List.of(
            ours,
            event("lab.other", START, START, Map.of(), Map.of("service.name", "other")),
            event("lab.again", Map.of()),
            event(
                "lab.registry",
                START,
                START,
                Map.of(),
                Map.of("service.name", "other", "candor.registry.hash", "cd".repeat(32))),
            event(
                "lab.long",
                START,
                START,
                Map.of(),
                Map.of("service.name", "n".repeat(37), "os.type", "other"))));
    cases.put(
        "twenty-six",
        IntStream.range(0, 26).<Item>mapToObj(n -> event("lab.n" + n, Map.of())).toList());
  }

  private static String text(Sealed sealed) {
    return new String(sealed.body(), StandardCharsets.UTF_8);
  }
}
