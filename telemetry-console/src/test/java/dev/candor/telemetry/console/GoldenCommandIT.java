package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor collector test} with the real Collector. */
@Tag("P4")
class GoldenCommandIT {
  private static final Path EXAMPLES = TestShell.ROOT.resolve("docs/examples");
  private static final Path REGISTRY = EXAMPLES.resolve("lab.yaml");

  @TempDir Path folder;

  @BeforeEach
  void base() throws IOException {
    Files.copy(EXAMPLES.resolve("golden/base.json"), folder.resolve("base.json"));
  }

  @Test
  void test_casesOfAllKinds_tellsWhichFailedAndWhereButNoValue() throws IOException {
    Map<String, String> cases =
        Map.of(
            "1-passes.json", "\"in\": {}, \"out\": {}",
            "2-differs.json",
                "\"in\": {}, \"out\": {\"@span/attributes/imaging.run.mode\": {\"stringValue\": \"smith-lab\"}}",
            "3-nothing.json", "\"in\": {\"@span/name\": \"smith-lab\"}, \"out\": {}",
            "4-something.json", "\"in\": {}, \"out\": null",
            "5-missing.json", "\"in\": {}, \"out\": {\"@span/traceState\": \"smith-lab\"}",
            "6-no-place.json", "\"in\": {\"/smith-lab/0/x\": 1}, \"out\": {}",
            "7-refused.json", "\"in\": {\"/resourceSpans\": \"smith-lab\"}, \"out\": {}",
            "8-no-out.json", "\"in\": {}");
    for (Map.Entry<String, String> each : cases.entrySet()) {
      write(each.getKey(), "{\"proves\": \"x\", \"base\": \"run\", " + each.getValue() + "}");
    }
    write("9-no-json.json", "smith-lab");

    TestShell shell = test("--registry", REGISTRY.toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out().lines())
        .containsExactly(
            "ok     1-passes.json",
            "FAILED 2-differs.json",
            "       /resourceSpans/0/scopeSpans/0/spans/0/attributes/0/value/stringValue: differs",
            "FAILED 3-nothing.json",
            "       nothing arrived",
            "FAILED 4-something.json",
            "       nothing may arrive, and something did",
            "FAILED 5-missing.json",
            "       /resourceSpans/0/scopeSpans/0/spans/0/traceState: did not arrive",
            "FAILED 6-no-place.json",
            "       a change names a place that its base does not have",
            "FAILED 7-refused.json",
            "       the Collector answered 400",
            "FAILED 8-no-out.json",
            "       'out' must be an object, or null if nothing arrives",
            "FAILED 9-no-json.json",
            "       must be one JSON object",
            "9 cases, 8 failed");
  }

  @Test
  void test_show_printsWhatWasExpectedAndWhatArrived() throws IOException {
    write(
        "case.json",
        "{\"proves\": \"x\", \"base\": \"run\", \"in\": {}, \"out\": {\"@span/attributes/imaging.run.mode\": {\"stringValue\": \"manual\"}}}");

    TestShell shell = test("--show", "--registry", REGISTRY.toString());

    assertThat(shell.out()).contains("expected \"manual\"", "arrived  \"select_wells\"");
  }

  @Test
  void test_filesThatWereGenerated_areTestedAsTheyAre() throws IOException {
    Path out = folder.resolve("generated");
    new TestShell()
        .run("collector", "generate", "--out", out.toString(), "--registry", REGISTRY.toString());
    write("case.json", "{\"proves\": \"x\", \"base\": \"run\", \"in\": {}, \"out\": {}}");

    assertThat(test("--config", out.resolve("base.yaml").toString()).exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void test_withoutRegistry_theShippedBaseKnowsNoRun() throws IOException {
    write("case.json", "{\"proves\": \"x\", \"base\": \"run\", \"in\": {}, \"out\": null}");

    assertThat(test().exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void test_overlayWithADestination_isRefused() throws IOException {
    Path out = folder.resolve("generated");
    new TestShell().run("collector", "generate", "--out", out.toString());
    write("case.json", "{\"proves\": \"x\", \"base\": \"run\", \"in\": {}, \"out\": null}");

    TestShell shell =
        test(
            "--config",
            out.resolve("base.yaml").toString(),
            "--config",
            out.resolve("dest-otlp.yaml").toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(shell.err()).contains("dest-otlp.yaml has an exporter").hasLineCount(1);
  }

  @Test
  void test_noCases_isRefused() throws IOException {
    TestShell shell = test();

    assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(shell.err()).contains("holds no case");
  }

  @Test
  void test_noFolderOrBothWays_isRefused() {
    TestShell none = new TestShell().run("collector", "test", folder.resolve("none").toString());
    TestShell both = test("--config", REGISTRY.toString(), "--registry", REGISTRY.toString());

    assertThat(none.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(both.exit()).isEqualTo(ExitCode.USAGE);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private TestShell test(String... options) {
    String[] words = new String[options.length + 3];
    words[0] = "collector";
    words[1] = "test";
    words[2] = folder.toString();
    System.arraycopy(options, 0, words, 3, options.length);
    return new TestShell().with("CANDOR_SERVICES", "lab").run(words);
  }
}
