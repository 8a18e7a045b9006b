package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One demo whose application sends to vendors, and one whose application knows a Collector. */
class DemoThroughCollectorIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is another for each installation: ids, its hashes, and the time of what is told now. */
  private static final Set<String> DIFFERENT =
      Set.of(
          "session_id",
          "insert_id",
          "time",
          "timestamp_micros",
          "client_id",
          "device_id",
          "user_id",
          "config_snapshot_hash",
          "config.snapshot.hash");

  @TempDir static Path folder;
  private static TestShell shell;
  private static Account straight;
  private static Account through;

  @BeforeAll
  static void demos() {
    run("straight");
    shell = run("through", "--through", "collector");
    straight = Account.read(folder.resolve("straight/ledger.json"));
    through = Account.read(folder.resolve("through/ledger.json"));
  }

  private static TestShell run(String name, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "demo",
                "--headless",
                "--out",
                folder.resolve(name).toString(),
                "--answer",
                "everything",
                "--dest",
                "ga4,amplitude,sentry"));
    words.addAll(List.of(more));
    return new TestShell().run(words.toArray(String[]::new));
  }

  @Test
  @Tag("P7")
  @Tag("P8")
  void demo_throughCollector_endsAsPromised() {
    assertThat(shell.out()).doesNotContain("NOT AS PROMISED");
    assertThat(shell.err()).isEmpty();
    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(through.balances()).isTrue();
    assertThat(through.search().found()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("P8")
  void vendor_namesNumbersAndParameters_areThoseOfTheStraightWay(DemoVendor vendor) {
    assertThat(rows(through, vendor)).isNotEmpty().isEqualTo(rows(straight, vendor));
    assertThat(shown(through, vendor).items()).isEqualTo(shown(straight, vendor).items());
  }

  @ParameterizedTest
  @EnumSource(names = {"GA4", "AMPLITUDE"})
  @Tag("P8")
  void vendor_values_areThoseOfTheStraightWay(DemoVendor vendor) throws IOException {
    assertThat(values("through", vendor)).isNotEmpty().isEqualTo(values("straight", vendor));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("P8")
  void ledger_ofEachVendor_isTheGatewaysAndNotTheApplications(DemoVendor vendor) {
    Account.Entry entry = through.entry(vendor.word()).orElseThrow();

    assertThat(entry.offered()).isEqualTo(through.arrived().spans());
    assertThat(entry.delivered() + entry.uncertain()).isEqualTo(entry.offered());
    assertThat(through.destinations()).hasSize(1 + DemoVendor.values().length);
  }

  @Test
  void report_hasALedgerForEachDestination() throws IOException {
    String page = Files.readString(folder.resolve("through/report.html"));

    for (DemoVendor vendor : DemoVendor.values()) {
      assertThat(page).contains("Destination " + vendor);
    }
    assertThat(page).contains("0 refused; the ledger says the same");
  }

  /**
   * Spans that a Collector itself sends to Sentry have no release and no environment of Sentry's.
   */
  private static List<String> rows(Account account, DemoVendor vendor) {
    return shown(account, vendor).rows().stream()
        .map(
            row ->
                "%s %s %d %s"
                    .formatted(
                        row.ours(),
                        row.theirs(),
                        row.count(),
                        row.parameters().stream()
                            .filter(name -> !name.startsWith("sentry."))
                            .toList()))
        .toList();
  }

  private static VendorAccount shown(Account account, DemoVendor vendor) {
    return account.vendors().stream()
        .filter(one -> one.vendor().equals(vendor.word()))
        .findFirst()
        .orElseThrow();
  }

  /** Every event that the vendor got, without what is another at each run, sorted. */
  private static List<String> values(String run, DemoVendor vendor) throws IOException {
    List<String> values = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve(run).resolve("vendors/" + vendor))) {
      for (Path file : files.toList()) {
        String request = Files.readString(file, StandardCharsets.UTF_8);
        JsonNode body = JSON.readTree(request.substring(request.indexOf("\n\n") + 2));
        for (JsonNode event : body.path("events")) {
          values.add(sorted(event).toString());
        }
      }
    }
    Collections.sort(values);
    return values;
  }

  private static JsonNode sorted(JsonNode node) {
    if (!node.isObject()) {
      return node;
    }
    ObjectNode sorted = JSON.createObjectNode();
    TreeSet<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    names.removeAll(DIFFERENT);
    names.forEach(name -> sorted.set(name, sorted(node.get(name))));
    return sorted;
  }
}
