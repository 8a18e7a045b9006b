package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code candor preview}: what a vendor would get of a file of OTLP/JSON. */
@Tag("P5")
class PreviewCommandTest {
  private static final String SESSION = "0190a8a0-1234-7abc-8def-0123456789ab";
  private static final String SPAN =
      """
      {"resourceSpans":[{"resource":{"attributes":[
        {"key":"service.name","value":{"stringValue":"lab"}},
        {"key":"host.name","value":{"stringValue":"janes-laptop"}}]},
       "scopeSpans":[{"spans":[
        {"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","name":"session.start",
         "startTimeUnixNano":"1795000000000000000","endTimeUnixNano":"1795000001000000000",
         "attributes":[{"key":"session.id","value":{"stringValue":"%s"}},
          {"key":"url.full","value":{"stringValue":"https://x/jane"}}]},
        {"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203332","name":"GET /users/jane",
         "startTimeUnixNano":"1795000000000000000","endTimeUnixNano":"1795000001000000000"}]}]}]}
      """
          .formatted(SESSION);
  private static final String LAB =
      """
      file_format: definition/2
      attributes:
        - {key: lab.count, type: int, annotations: {candor: {kind: integer}}}
      spans:
        - {type: lab.run, kind: internal, name: {note: lab.run}, attributes: [{ref: lab.count}, {ref: session.id}]}
      """;

  @TempDir Path folder;

  private TestShell preview(String vendor, String json, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("spans.json"), json);
    String[] words = new String[more.length + 4];
    words[0] = "preview";
    words[1] = "--to";
    words[2] = vendor;
    words[3] = file.toString();
    System.arraycopy(more, 0, words, 4, more.length);
    return new TestShell().run(words);
  }

  @ParameterizedTest
  @CsvSource({"ga4, app_session_begin", "amplitude, session_start", "sentry, sid"})
  void preview_aRegisteredEvent_isOneLineOfJsonForEachVendor(String vendor, String word)
      throws IOException {
    TestShell shell = preview(vendor, SPAN);

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out().lines()).hasSize(1);
    JsonNode body = new ObjectMapper().readTree(shell.out());
    assertThat(body.toString()).contains(word).doesNotContain("jane", "preview");
  }

  @Test
  void preview_whatNoRegistryDeclares_isToldOnStandardError() throws IOException {
    TestShell shell = preview("ga4", SPAN);

    assertThat(shell.err())
        .contains("left out: span \"GET /users/jane\": no registry declares it (1)")
        .contains("left out: key \"url.full\" of \"session.start\": no registry declares it (1)")
        .contains("left out: key \"host.name\" of \"session.start\": no registry declares it (1)");
  }

  @ParameterizedTest
  @CsvSource({
    "ga4,       run_done, run_count",
    "amplitude, Run done, Run count",
    "sentry,    Run done, run.count"
  })
  void preview_anEventWithVendorNames_hasThem(String vendor, String event, String key)
      throws IOException {
    String names =
        "annotations: {candor: {vendor_names: {%s: {event: %s, attributes: {lab.count: %s}}}}}, kind"
            .formatted(vendor, event, key);
    Path registry =
        Files.writeString(
            folder.resolve("lab.yaml"), LAB.replace("lab.run, kind", "lab.run, " + names));
    String json =
        SPAN.replace("\"name\":\"session.start\"", "\"name\":\"lab.run\"")
            .replace(
                "{\"key\":\"url.full\",\"value\":{\"stringValue\":\"https://x/jane\"}}",
                "{\"key\":\"lab.count\",\"value\":{\"intValue\":\"3\"}}");

    TestShell shell = preview(vendor, json, "--registry", registry.toString());

    assertThat(shell.out()).contains(event, key).doesNotContain("lab.count");
  }

  @Test
  void preview_vendorNameThatDoesNotFit_isLeftOutAndTold() throws IOException {
    Path registry =
        Files.writeString(
            folder.resolve("lab.yaml"),
            LAB.replace(
                "lab.run, kind",
                "lab.run, annotations: {candor: {vendor_names: {ga4: {event: Run done}}}}, kind"));

    TestShell shell = preview("ga4", SPAN, "--registry", registry.toString());

    assertThat(shell.err())
        .contains("1 names that a registry gives for ga4 break its rules and are left out")
        .doesNotContain("Run done");
  }

  @Test
  void preview_anApplicationsEvent_needsItsRegistry() throws IOException {
    String json =
        SPAN.replace("\"session.start\"", "\"lab.run\"")
            .replace(
                "{\"key\":\"url.full\",\"value\":{\"stringValue\":\"https://x/jane\"}}",
                "{\"key\":\"lab.count\",\"value\":{\"intValue\":\"3\"}}");
    Path registry = Files.writeString(folder.resolve("lab.yaml"), LAB);

    assertThat(preview("amplitude", json).out()).isEmpty();
    assertThat(preview("amplitude", json, "--registry", registry.toString()).out())
        .contains("lab.run", "3");
  }

  @Test
  void preview_aSpanForSentry_isReadable() throws IOException {
    String json =
        SPAN.replace("\"session.start\"", "\"lab.run\"")
            .replace("url.full", "lab.count")
            .replace("{\"stringValue\":\"https://x/jane\"}", "{\"intValue\":\"3\"}");
    Path registry = Files.writeString(folder.resolve("lab.yaml"), LAB);

    TestShell shell = preview("sentry", json, "--registry", registry.toString());

    JsonNode span =
        new ObjectMapper().readTree(shell.out()).at("/resourceSpans/0/scopeSpans/0/spans/0");
    assertThat(span.path("traceId").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(span.path("startTimeUnixNano").asText()).isEqualTo("1795000000000000000");
    assertThat(span.path("attributes").toString()).contains("lab.count", "\"intValue\":\"3\"");
  }

  @Test
  void preview_severalRequests_areAllRead() throws IOException {
    String second = SPAN.replace("b7ad6b716920333", "b7ad6b716920334");

    TestShell shell = preview("amplitude", SPAN + "{\"resourceMetrics\":[]}\n" + second);

    assertThat(shell.out()).contains("b7ad6b7169203331", "b7ad6b7169203341");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "line 1, column 10: must be JSON | {\"jane\": jane}",
        "must be JSON with unique keys | {\"resourceSpans\":[],\"resourceSpans\":[]}",
        "line 1: must be an object with 'resourceSpans' | {\"jane\":1}",
        "line 1: must be an object with 'resourceSpans' | [1]",
        "'resourceSpans' must be a list | {\"resourceSpans\":{}}",
        "resourceSpans[0]: 'scopeSpans' must be a list | {\"resourceSpans\":[{\"scopeSpans\":1}]}",
        "spans[0]: 'name' must be a text | {\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":1}]}]}]}",
        "spans[0]: 'traceId' must be 32 | {\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":\"jane\",\"traceId\":\"jane\"}]}]}]}",
      })
  void preview_brokenFile_isToldByPlaceAndRule(String rule, String json) throws IOException {
    TestShell shell = preview("ga4", json);

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains(rule).doesNotContain("jane");
    assertThat(shell.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"key\":1}", "{\"key\":\"a\",\"value\":{\"intValue\":\"jane\"}}"})
  void preview_brokenAttribute_isToldByPlace(String pair) throws IOException {
    TestShell shell =
        preview(
            "ga4",
            SPAN.replace("{\"key\":\"service.name\",\"value\":{\"stringValue\":\"lab\"}}", pair));

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err())
        .contains("resourceSpans[0].resource.attributes[0]")
        .doesNotContain("jane");
  }

  @Test
  void preview_unknownVendor_namesTheOnesThatAreThere() throws IOException {
    TestShell shell = preview("jane", SPAN);

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("amplitude, ga4, sentry").doesNotContain("jane");
  }

  @Test
  void preview_namesThatSteerATerminal_arePrintedHarmless() throws IOException {
    TestShell shell = preview("ga4", SPAN.replace("GET /users/jane", "a\\u001b[2J"));

    assertThat(shell.err()).contains("span \"a?[2J\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "[]", "{\"resourceSpans\":[]}", "{\"resourceMetrics\":[]}"})
  void preview_fileWithoutAnEvent_saysSo(String json) throws IOException {
    TestShell shell = preview("sentry", json);

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("no registered event");
  }

  @Test
  void preview_endlessNesting_isToldByItsRule() throws IOException {
    TestShell shell = preview("ga4", "{\"resourceSpans\":" + "[".repeat(100_000));

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("at most 1,000 levels");
  }

  @Test
  void preview_faultyRegistry_isToldByFileLineAndRule() throws IOException {
    Path registry =
        Files.writeString(
            folder.resolve("lab.yaml"),
            LAB.replace("type: int", "type: jane").replace("lab.run,", "J,"));

    TestShell shell = preview("ga4", SPAN, "--registry", registry.toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("lab.yaml:3: attributes[0]").doesNotContain("jane");
    assertThat(shell.err()).contains("'candor registry check' lists them");
  }

  @Test
  void preview_noFile_saysSo() {
    TestShell shell = new TestShell().run("preview", "--to", "ga4", "no-such.json");

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("give a file of OTLP/JSON");
  }
}
