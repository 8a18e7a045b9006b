package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.candor.telemetry.scrub.Carrier;
import dev.candor.telemetry.scrub.ErrorText;
import dev.candor.telemetry.scrub.Finding;
import dev.candor.telemetry.scrub.Sanitizer;
import dev.candor.telemetry.scrub.SanitizerFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code candor sanitize}, the door for anyone's corpus. */
@Tag("P4")
class SanitizeCommandTest {
  private static final List<String> CARRIERS = Cases.CARRIERS;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("CARRIERS")
  void sanitize_eachCarrier_takesTheMailAddressAndLeavesCleanTextAlone(String carrier) {
    TestShell shell =
        sanitize(
            new Cases()
                .add("dirty", carrier, "note", "ask jane.smith@example.org now")
                .add("clean", carrier, "", "30 fps @ 2048x2048"));

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.err()).isEmpty();
    assertThat(Cases.outs(shell))
        .containsExactly(entry("dirty", "ask <email> now"), entry("clean", "30 fps @ 2048x2048"));
  }

  @Test
  void sanitize_file_isReadAsStandardInputIs() throws IOException {
    Cases cases = new Cases().add("a", "log_body", "", "from 192.0.2.7");
    Path file = Files.write(folder.resolve("cases.jsonl"), cases.bytes());

    TestShell shell = new TestShell().run("sanitize", file.toString());

    assertThat(shell.out()).isEqualTo(sanitize(cases).out());
  }

  @Test
  void sanitize_key_goesInTogetherWithTheText() {
    TestShell shell =
        sanitize(
            new Cases()
                .add("labelled", "attribute_value", "user.dob", "1973-04-12")
                .add("bare", "attribute_value", "", "1973-04-12"));

    assertThat(Cases.outs(shell).get("labelled")).doesNotContain("1973");
    assertThat(Cases.outs(shell)).containsEntry("bare", "1973-04-12");
  }

  @Test
  void sanitize_valuesOfThisMachine_areKnown() {
    TestShell shell =
        new TestShell()
            .with("LOGNAME", "qwertz-jones")
            .piping(new Cases().add("a", "log_body", "", "seen qwertz-jones there").bytes())
            .run("sanitize");

    assertThat(Cases.outs(shell).get("a")).doesNotContain("qwertz").contains("seen", "there");
  }

  @Test
  void sanitize_noMachine_knowsNoValueOfIt() {
    TestShell shell =
        new TestShell()
            .with("LOGNAME", "qwertz-jones")
            .piping(new Cases().add("a", "log_body", "", "seen qwertz-jones there").bytes())
            .run("sanitize", "--no-machine");

    assertThat(Cases.outs(shell)).containsEntry("a", "seen qwertz-jones there");
  }

  @Test
  void sanitize_tracebackOfPython_isRebuiltFromFramesWithItsMessageAsText() {
    String text =
        "Traceback (most recent call last):\n  File \"/home/jane/x/main.py\", line 3, in run\n"
            + "    raise ValueError(smith)\nValueError: no image\nfor user: jsmith";

    assertThat(stackOf(text))
        .isEqualTo("ValueError\n  at main.run:3 *\nno image\nfor user: <user>");
  }

  @Test
  void sanitize_stackTraceOfJava_isRebuiltFromFrames() {
    String text =
        "java.io.IOException: disk is full\n\tat org.example.Store.write(Store.java:12)\n"
            + "Caused by: org.example.Full: /home/jane\n\tat org.example.Disk.write(Disk.java:7)\n"
            + "\t... 1 more";

    assertThat(stackOf(text))
        .isEqualTo(
            "java.io.IOException\n  at org.example.Store.write:12 *\ncaused by org.example.Full\n"
                + "  at org.example.Disk.write:7 *\n"
                + "  at org.example.Store.write:12 *\ndisk is full\n<path>");
  }

  @Test
  void sanitize_keyAloneOnALineOfAMessage_isNotTakenForAType() {
    String tail = "kQ7vTn2xRw9LmZ4cJb8HsD";
    String text =
        "java.io.IOException: refused for\nSG.%s.%sA1b2C3d4\n\tat org.example.Mail.send(Mail.java:9)"
            .formatted(tail, tail);

    assertThat(stackOf(text)).doesNotContain(tail).contains("at org.example.Mail.send:9");
  }

  @Test
  void sanitize_noStackTrace_isSanitizedAsText() {
    assertThat(stackOf("in /home/jane/a b.tif at noon")).doesNotContain("jane").endsWith("noon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crash", "nospace"})
  @Tag("MY-10")
  void sanitize_tracebackInARecordedLog_isFramesWithoutPathsAndMessages(String recording)
      throws IOException {
    Path log =
        TestShell.ROOT.resolve(
            "hardware-squid/recordings/%s/state/squid/log/main_hcs.log".formatted(recording));

    CaseSanitizer sanitizer = CaseSanitizer.ofThisMachine(new TestShell().shell());
    String text = Files.readString(log);
    String rebuilt = sanitizer.sent(new CorpusCase("1", Carrier.EXCEPTION_STACKTRACE, "", text));

    assertThat(rebuilt).matches(ErrorText::matches, "of the grammar");
    assertThat(rebuilt).contains("\n  at ").doesNotContain("/", "\\", "home");
  }

  @Test
  void sanitize_byteOrderMark_isSkipped() {
    TestShell shell =
        sanitize(
            new Cases()
                .line("\ufeff{\"id\":1,\"carrier\":\"log_body\",\"key\":\"\",\"text\":\"a\"}"));

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void sanitize_ids_goBackAsTheyCame() {
    TestShell shell =
        sanitize(
            new Cases()
                .line("{\"id\":17,\"carrier\":\"log_body\",\"key\":\"\",\"text\":\"a\"}")
                .line(
                    "{\"id\":\"\\u00e9\\\"\\n\",\"carrier\":\"log_body\",\"key\":null,\"text\":\"\"}"));

    assertThat(shell.out().lines())
        .containsExactly("{\"id\":17,\"out\":\"a\"}", "{\"id\":\"\\u00E9\\\"\\n\",\"out\":\"\"}");
  }

  @Test
  void sanitize_otherFields_areIgnoredAndBlankLinesToo() {
    String deep = "[".repeat(90_000) + "1".repeat(2000) + "]".repeat(90_000);

    TestShell shell =
        sanitize(
            new Cases()
                .line("")
                .line(
                    "{\"secrets\":[{\"text\":\"b\"}],\"carrier\":\"log_body\",\"deep\":%s,\"text\":\"a\",\"id\":\"1\",\"key\":\"\"}"
                        .formatted(deep))
                .line("  \r"));

    assertThat(shell.err()).isEmpty();
    assertThat(Cases.outs(shell)).containsExactly(entry("1", "a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          smith-lab                                                                  | one JSON object
          ["smith-lab"]                                                              | one JSON object
          {"id":"1","carrier":"log_body","key":"","text":"smith-lab"                 | one JSON object
          {"id":"1","carrier":"log_body","key":"","text":"smith-lab"}{}              | nothing else
          {"carrier":"log_body","key":"","text":"smith-lab"}                         | 'id' is missing
          {"id":"1","key":"","text":"smith-lab"}                                     | 'carrier' is missing
          {"id":"1","carrier":"log_body","text":"smith-lab"}                         | 'key' is missing
          {"id":"1","carrier":"log_body","key":"smith-lab"}                          | 'text' is missing
          {"id":"","carrier":"log_body","key":"","text":"smith-lab"}                 | 'id' must be a text
          {"id":1.5,"carrier":"log_body","key":"","text":"smith-lab"}                | 'id' must be a text
          {"id":{"a":1},"carrier":"log_body","key":"","text":"smith-lab"}            | 'id' must be a text
          {"id":"1","carrier":"smith-lab","key":"","text":""}                        | must be one of attribute_value
          {"id":"1","carrier":7,"key":"","text":"smith-lab"}                         | 'carrier' must be a text
          {"id":"1","carrier":"log_body","key":[],"text":"smith-lab"}                | 'key' must be a text
          {"id":"1","carrier":"log_body","key":"","text":null,"x":"smith-lab"}       | 'text' must be a text
          {"id":"1","carrier":"log_body","key":"","text":"smith-lab","text":"a"}     | 'text' stands twice
          {"id":"1","carrier":"log_body","key":"","text":"smith-lab\\ud83d"}         | half of a surrogate pair
          {"id":"1","carrier":"log_body","key":"\\ude00smith-lab","text":""}         | half of a surrogate pair
          {"id":"first","carrier":"log_body","key":"","text":"smith-lab"}            | was used by a line before
          """)
  void sanitize_brokenLine_isToldByNumberAndRuleAndTheRestGoesOn(String line, String rule) {
    TestShell shell =
        sanitize(
            new Cases()
                .add("first", "log_body", "", "a")
                .line(line)
                .add("last", "log_body", "", "b"));

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).startsWith("candor: line 2: ").contains(rule).hasLineCount(1);
    assertThat(shell.err()).doesNotContain("smith-lab");
    assertThat(Cases.outs(shell).keySet()).containsExactly("first", "last");
  }

  @Test
  void sanitize_brokenUtf8_isToldByNumber() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int[] broken :
        List.of(new int[] {0xff}, new int[] {0xc0, 0xaf}, new int[] {0xed, 0xa0, 0x80})) {
      bytes.writeBytes("{\"id\":\"".getBytes(StandardCharsets.UTF_8));
      for (int b : broken) {
        bytes.write(b);
      }
      bytes.writeBytes(
          "\",\"carrier\":\"log_body\",\"key\":\"\",\"text\":\"\"}\n"
              .getBytes(StandardCharsets.UTF_8));
    }

    TestShell shell = new TestShell().piping(bytes.toByteArray()).run("sanitize");

    assertThat(shell.out()).isEmpty();
    assertThat(shell.err().lines())
        .containsExactly(
            "candor: line 1: must be UTF-8",
            "candor: line 2: must be UTF-8",
            "candor: line 3: must be UTF-8");
  }

  @Test
  void sanitize_lineOfTenMegabytes_isReadOverAndTheRestGoesOn() {
    TestShell shell =
        sanitize(
            new Cases()
                .add("long", "log_body", "", "smith-lab ".repeat(1 << 20))
                .add("longest", "log_body", "", "x".repeat((1 << 20) - 60))
                .add("last", "log_body", "", "b"));

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err().strip())
        .isEqualTo("candor: line 1: must not be longer than 1048576 bytes");
    assertThat(Cases.outs(shell).keySet()).containsExactly("longest", "last");
  }

  @Test
  void sanitize_noFile_isOneLineThatSaysWhatToDo() {
    TestShell shell = new TestShell().run("sanitize", folder.resolve("smith-lab").toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).hasLineCount(1).contains("no such file").doesNotContain("smith-lab");
  }

  @Test
  void sanitize_sanitizerFails_outIsNull() {
    CaseSanitizer broken =
        new CaseSanitizer(
            new Sanitizer() {
              @Override
              public List<Finding> find(String key, String value, Carrier carrier) {
                throw new SanitizerFault();
              }

              @Override
              public String sanitize(String key, String value, Carrier carrier) {
                throw new SanitizerFault();
              }
            });

    assertThat(broken.out(new CorpusCase("1", Carrier.LOG_BODY, "", "text"))).isNull();
  }

  private static String stackOf(String text) {
    return Cases.outs(sanitize(new Cases().add("a", "exception.stacktrace", "", text))).get("a");
  }

  private static TestShell sanitize(Cases cases) {
    return new TestShell().piping(cases.bytes()).run("sanitize");
  }
}
