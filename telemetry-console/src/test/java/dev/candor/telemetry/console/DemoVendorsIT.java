package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One demo that also sends to the strict fakes of three vendors. */
class DemoVendorsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path out;
  @TempDir static Path browser;
  private static TestShell shell;
  private static Account account;
  private static HeadlessBrowser.Seen opened;

  @BeforeAll
  static void demo() {
    shell =
        new TestShell()
            .run(
                "demo",
                "--headless",
                "--out",
                out.toString(),
                "--answer",
                "everything",
                "--dest",
                "ga4,amplitude,sentry");
    account = Account.read(out.resolve("ledger.json"));
  }

  @Test
  @Tag("P8")
  void demo_threeVendors_endsAsPromised() {
    assertThat(shell.out()).doesNotContain("NOT AS PROMISED");
    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(account.balances()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("P8")
  void vendor_numbersOfFakeLedgerAndCollector_areTheSame(DemoVendor vendor) {
    VendorAccount shown = shown(vendor);
    Account.Entry ledger = account.entry(vendor.word()).orElseThrow();

    assertThat(shown.items()).isEqualTo(account.arrived().spans()).isPositive();
    assertThat(ledger.delivered() + ledger.uncertain()).isEqualTo(shown.items());
    assertThat(ledger.offered() - shown.items())
        .as("totals, which vendors do not take")
        .isEqualTo(account.arrived().totals())
        .isEqualTo(ledger.dropped().get("other_kind"));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("P7")
  void vendor_eachEvent_isThereOnceAndRefusedNever(DemoVendor vendor) {
    VendorAccount shown = shown(vendor);

    assertThat(shown.repeated() + shown.foreign() + shown.refusedRequests()).isZero();
    assertThat(shown.rows().stream().map(VendorAccount.Row::ours).distinct())
        .containsExactlyElementsOf(namesThatArrived().keySet());
  }

  @Test
  void ga4_eachEvent_isShownAsOftenAsItArrivedUnderItsName() {
    Map<String, Long> counts = new TreeMap<>();
    shown(DemoVendor.GA4).rows().forEach(row -> counts.merge(row.ours(), row.count(), Long::sum));

    assertThat(counts).isEqualTo(namesThatArrived());
    assertThat(shown(DemoVendor.GA4).rows("app.error"))
        .singleElement()
        .satisfies(row -> assertThat(row.theirs()).isEqualTo("app_error"));
  }

  @Test
  void report_numbersAndNames_areThoseOfTheFakes() throws IOException {
    String page = Files.readString(out.resolve("report.html"));

    for (DemoVendor vendor : DemoVendor.values()) {
      Map<String, Long> counts = new TreeMap<>();
      for (JsonNode request : JSON.readTree(out.resolve("vendors/" + vendor + ".json").toFile())) {
        for (JsonNode thing : request.path("shown")) {
          counts.merge(thing.path("name").asText(), 1L, Long::sum);
        }
      }
      assertThat(counts)
          .isNotEmpty()
          .allSatisfy((name, count) -> assertThat(page).containsPattern(cell(name, count)));
      assertThat(page)
          .contains(
              "<li class=\"\"><b>%d</b><span>at %s</span></li>"
                  .formatted(shown(vendor).items(), vendor),
              "Destination " + vendor,
              "0 refused; the ledger says the same");
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("linux")
  void report_inABrowser_showsWhatTheVendorGotAndItsLedger(DemoVendor vendor) throws Exception {
    HeadlessBrowser.Seen seen = report();
    Account.Entry ledger = account.entry(vendor.word()).orElseThrow();

    assertThat(seen.table("At " + vendor))
        .isNotEmpty()
        .isEqualTo(
            shown(vendor).rows().stream()
                .map(
                    row ->
                        List.of(
                            row.ours(),
                            row.theirs(),
                            String.valueOf(row.count()),
                            String.join(", ", row.parameters())))
                .toList());
    assertThat(seen.dom())
        .contains(
            "<h3 id=\"dest-%s\">Destination %s</h3>".formatted(vendor, vendor),
            "<p class=\"sum\">" + LedgerPicture.sum(ledger) + "</p>");
  }

  @Test
  @Tag("linux")
  void report_inABrowser_asksForNothingAndHasNoFault() throws Exception {
    assertThat(report().requests()).isEmpty();
    assertThat(report().console()).isEmpty();
  }

  @Test
  void crashFree_atSentry_isThatOfTheTotals() throws IOException {
    Health ours = account.health();
    String page = Files.readString(out.resolve("report.html"));

    assertThat(ours.sessions()).isGreaterThan(ours.crashed());
    assertThat(ours.crashed()).isPositive();
    assertThat(Health.shownBy(shown(DemoVendor.SENTRY))).contains(ours);
    assertThat(page).contains("At sentry", ours.crashFree());
    assertThat(shell.out()).containsPattern("crash-free sessions at sentry +" + ours.crashFree());
  }

  @Test
  void terminal_namesAndNumbers_areThoseOfTheReport() {
    assertThat(shell.out())
        .contains("Our event", "app_error x", "session exited x", "$identify x")
        .containsPattern("events at sentry +" + account.arrived().spans());
  }

  @ParameterizedTest
  @EnumSource
  @Tag("P4")
  void vendor_allBytesThatCame_areSearchedForIdentities(DemoVendor vendor) throws IOException {
    List<Path> requests = files(out.resolve("vendors").resolve(vendor.word()));

    assertThat(requests).hasSize((int) shown(vendor).requests()).isNotEmpty();
    long searched = Files.size(out.resolve("arrived.jsonl"));
    for (Path file : files(out.resolve("sent"))) {
      searched += Files.size(file);
    }
    for (DemoVendor each : DemoVendor.values()) {
      for (Path file : files(out.resolve("vendors").resolve(each.word()))) {
        searched += Files.size(file);
      }
    }
    assertThat(account.search().bytes()).isEqualTo(searched);
    assertThat(account.search().found()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("P5")
  void preview_ofWhatArrived_isByteForByteWhatWasSent(DemoVendor vendor, @TempDir Path folder)
      throws IOException {
    Map<String, String> events = eventsThatArrived();
    Collection<SentBody> kinds = largestOfEachKind(vendor, events);

    for (SentBody body : kinds) {
      Path file = folder.resolve("events.json");
      Files.write(file, body.about().itemIds().stream().map(events::get).toList());
      TestShell preview = new TestShell().run("preview", "--to", vendor.word(), file.toString());

      assertThat(preview.err()).isEmpty();
      assertThat(preview.out().strip()).isEqualTo(body.line());
    }
    assertThat(kinds).isNotEmpty();
  }

  /** The report as a browser shows it; opened once. */
  private static HeadlessBrowser.Seen report() throws IOException, InterruptedException {
    if (opened == null) {
      opened = HeadlessBrowser.open(out.resolve("report.html"), browser);
    }
    return opened;
  }

  private static String cell(String name, long count) {
    return "[>\\s]" + Pattern.quote(name + " ×" + count) + "[<,]";
  }

  private static VendorAccount shown(DemoVendor vendor) {
    return account.vendors().stream()
        .filter(one -> one.vendor().equals(vendor.word()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Long> namesThatArrived() {
    Map<String, Long> names = new TreeMap<>();
    Arrived.read(out.resolve("arrived.jsonl"))
        .spans()
        .forEach(span -> names.merge(span.name(), 1L, Long::sum));
    return names;
  }

  /** Of the bodies that travel alike, with one event or with several, the largest. */
  private static Collection<SentBody> largestOfEachKind(
      DemoVendor vendor, Map<String, String> events) {
    Map<String, SentBody> kinds = new TreeMap<>();
    for (SentBody body : SentBody.read(out.resolve("data"), Clock.systemUTC())) {
      // The end of the program's own session is told when the Collector is gone.
      if (body.isFor(vendor.word()) && events.keySet().containsAll(body.about().itemIds())) {
        kinds.merge(
            body.about().path() + (body.about().itemIds().size() > 1),
            body,
            (one, other) ->
                one.about().itemIds().size() < other.about().itemIds().size() ? other : one);
      }
    }
    return kinds.values();
  }

  /** The requests that arrived, cut to single events, by id. */
  private static Map<String, String> eventsThatArrived() throws IOException {
    Map<String, String> events = new TreeMap<>();
    for (String line : Files.readAllLines(out.resolve("arrived.jsonl"))) {
      for (JsonNode group : JSON.readTree(line).path("resourceSpans")) {
        for (JsonNode scope : group.path("scopeSpans")) {
          for (JsonNode span : scope.path("spans")) {
            events.put(
                span.path("traceId").asText() + span.path("spanId").asText(),
                "{\"resourceSpans\":[{\"resource\":%s,\"scopeSpans\":[{\"spans\":[%s]}]}]}"
                    .formatted(group.path("resource"), span));
          }
        }
      }
    }
    return events;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return List.copyOf(new TreeSet<>(files.filter(Files::isRegularFile).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
