package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.FakeGa4;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class Ga4CommandsTest {
  private static final String SPAN =
      """
      {"resourceSpans":[{"resource":{"attributes":[
        {"key":"service.name","value":{"stringValue":"lab"}},
        {"key":"host.name","value":{"stringValue":"jane-pc"}}]},
       "scopeSpans":[{"spans":[
        {"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","name":"session.start",
         "startTimeUnixNano":"1700000000000000000","endTimeUnixNano":"1700000001000000000","attributes":[
          {"key":"session.id","value":{"stringValue":"0190a8a0-1234-7abc-8def-0123456789ab"}},
          {"key":"session.start.kind","value":{"stringValue":"%s"}},
          {"key":"note","value":{"stringValue":"jane@example.org"}}]},
        {"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203332",
         "name":"GET /users/jane@example.org",
         "startTimeUnixNano":"1700000000000000000","endTimeUnixNano":"1700000001000000000"}]}]}]}
      """;

  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @TempDir Path folder;

  @Test
  void validate_withoutFile_asksAboutEachBuiltInEvent() {
    TestShell shell = shell().run("ga4", "validate");

    assertThat(shell.err()).isEmpty();
    assertThat(shell.out()).contains("Asked about events: 11, bodies: 1; wrong: 0");
    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(google.events()).isEmpty();
    assertThat(asked()).contains("app_session_begin", "page_view", "acquisition_run");
  }

  @Test
  @Tag("P4")
  void validate_otlpJson_asksAboutRegisteredEventsOnly() throws IOException {
    TestShell shell = shell().run("ga4", "validate", file(SPAN.formatted("cold")).toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out()).contains("left out: 3", "Asked about events: 1");
    assertThat(asked()).contains("app_session_begin", "cold").doesNotContain("jane", "GET");
  }

  @Test
  @Tag("P4")
  void validate_valueBesideTheClosedList_staysHere() throws IOException {
    TestShell shell =
        shell().run("ga4", "validate", file(SPAN.formatted("janes_start")).toString());

    assertThat(shell.out()).contains("left out: 4", "Asked about events: 1");
    assertThat(asked()).contains("app_session_begin").doesNotContain("jane");
  }

  @Test
  void validate_itemsOfAReplay_asksAboutThem() throws IOException {
    TestShell replay =
        new TestShell()
            .run(
                "squid",
                "replay",
                TestShell.ROOT.resolve("hardware-squid/recordings/nospace").toString(),
                "--print");

    TestShell shell = shell().run("ga4", "validate", file(replay.out()).toString());

    assertThat(shell.exit()).as(shell.out() + shell.err()).isEqualTo(ExitCode.OK);
    assertThat(asked()).contains("acquisition_run", "app_session_end");
  }

  @Test
  @Tag("SV-53")
  void validate_messages_arePrintedWithoutTheSecret() {
    google
        .backend()
        .answerWith(
            Answer.body(
                200,
                "application/json",
                ("{\"validationMessages\":[{\"fieldPath\":\"events\",\"validationCode\":"
                        + "\"NAME_INVALID\",\"description\":\"bad\\n"
                        + FakeGa4.SECRET
                        + "\"}]}")
                    .getBytes(StandardCharsets.UTF_8)));

    TestShell shell = shell().run("ga4", "validate");

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out())
        .contains("body 1: NAME_INVALID events: bad <secret>")
        .doesNotContain(FakeGa4.SECRET);
  }

  @Test
  void validate_noAnswer_endsAsMissing() {
    google.backend().answerWith(Answer.reset());

    TestShell shell = shell().run("ga4", "validate");

    assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(shell.err()).contains("no answer from the debug address");
  }

  @Test
  void validate_anotherAnswer_endsAsMissing() {
    google.backend().answerWith(404);

    assertThat(shell().run("ga4", "validate").exit()).isEqualTo(ExitCode.MISSING);
  }

  @Test
  void validate_withoutSettings_namesThem() {
    TestShell shell = new TestShell().run("ga4", "validate");

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("GA_MEASUREMENT_ID must be", "GA_API_SECRET must be");
  }

  @Test
  void validate_faultyAddress_namesSettingAndRule() {
    TestShell shell = shell().with("GA_ENDPOINT", "http://lab.example/jane").run("ga4", "validate");

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("GA_ENDPOINT must be").doesNotContain("jane");
  }

  @Test
  void validate_brokenFile_namesTheLineOnly() throws IOException {
    TestShell shell =
        shell().run("ga4", "validate", file("{\"resourceSpans\":[]}\n{\"jane\":").toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err())
        .contains("line 2, column")
        .contains("must be JSON")
        .doesNotContain("jane");
    assertThat(google.backend().connections()).isZero();
  }

  @Test
  void validate_fileWithoutARegisteredEvent_isNoSuccess() throws IOException {
    String strangers = SPAN.formatted("cold").replace("session.start", "lab.secret");

    TestShell shell = shell().run("ga4", "validate", file(strangers).toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out()).contains("span \"lab.secret\": no registry declares it");
    assertThat(shell.err()).contains("nobody was asked");
    assertThat(google.backend().connections()).isZero();
  }

  @Test
  void validate_noSuchFile_isTold() {
    TestShell shell = shell().run("ga4", "validate", folder.resolve("jane.json").toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("no such file").doesNotContain("jane");
  }

  private TestShell shell() {
    return new TestShell()
        .with("GA_MEASUREMENT_ID", FakeGa4.STREAM)
        .with("GA_API_SECRET", FakeGa4.SECRET)
        .with("GA_ENDPOINT", google.uri().toString());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("events.json"), text);
  }

  private String asked() {
    StringBuilder asked = new StringBuilder();
    google
        .backend()
        .requests()
        .forEach(request -> asked.append(new String(request.body(), StandardCharsets.UTF_8)));
    return asked.toString();
  }
}
