package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.testkit.ByteScan;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person types about themselves stays here, and goes with a no. */
class SelfDescriptionTest {
  private static final SelfDescription CANARIES =
      SelfDescription.of("axolotlscope", "quaggainstitute", "thylacinelab", "moarooftop")
          .approvedFor(Set.of("otlp"));
  private static final ByteScan SCAN =
      ByteScan.of("axolotlscope", "quaggainstitute", "thylacinelab", "moarooftop");

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  private final FakeClock clock = FakeClock.create();
  private final List<TelemetryRuntime> runtimes = new ArrayList<>();
  @TempDir Path temporary;

  @AfterEach
  void close() {
    runtimes.forEach(TelemetryRuntime::close);
  }

  @Test
  @Tag("SQ-14")
  void instrument_restart_isKept() {
    keptOverARestart(SelfDescription.of("Lab 201 Squid", null, null, null), "instrument");
  }

  @Test
  @Tag("SQ-15")
  void institution_restart_isKept() {
    keptOverARestart(SelfDescription.of(null, "Stanford", null, null), "institution");
  }

  @Test
  @Tag("SQ-16")
  void lab_restart_isKept() {
    keptOverARestart(SelfDescription.of(null, null, "Prakash \"Lab\"", null), "lab");
  }

  @Test
  @Tag("SQ-17")
  void location_restart_isKept() {
    keptOverARestart(SelfDescription.of(null, null, null, "Zürich 𝛼"), "location");
  }

  @Test
  @Tag("SQ-38")
  void describe_fourFields_takesThePlaceOfWhatWas() throws IOException {
    TelemetryRuntime runtime = answered(ConsentPreset.COUNTS);
    assertThat(runtime.consent().selfDescription()).isEqualTo(SelfDescription.none());

    assertThat(runtime.consent().describe(CANARIES)).isEqualTo(CANARIES);
    assertThat(start().consent().selfDescription()).isEqualTo(CANARIES);
    SelfDescription less = SelfDescription.of("axolotlscope", null, null, null);
    assertThat(runtime.consent().describe(less)).isEqualTo(less);
    assertThat(Files.readString(file()))
        .isEqualTo("{\"format\":1,\"instrument\":\"axolotlscope\",\"destinations\":[]}\n");
    assertThat(runtime.consent().describe(null)).isEqualTo(less);
    assertThat(runtime.consent().describe(SelfDescription.none()))
        .isEqualTo(SelfDescription.none());
    assertThat(file()).doesNotExist();
  }

  @Test
  @Tag("posix")
  void describe_file_isItsOwnersOnly() throws IOException {
    answered(ConsentPreset.EVERYTHING).consent().describe(CANARIES);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  @Tag("P1")
  void describe_beforeAnAnswer_keepsNothing() {
    TelemetryRuntime runtime = start();

    assertThat(runtime.consent().describe(CANARIES)).isEqualTo(SelfDescription.none());
    assertThat(runtime.consent().selfDescription()).isEqualTo(SelfDescription.none());
    assertThat(folder()).doesNotExist();
    runtime.consent().set(ConsentPreset.EVERYTHING);
    assertThat(runtime.consent().selfDescription()).isEqualTo(SelfDescription.none());
  }

  @Test
  @Tag("P1")
  void describe_afterANo_leavesOneFile() throws IOException {
    TelemetryRuntime runtime = answered(ConsentPreset.NO);

    assertThat(runtime.consent().describe(CANARIES)).isEqualTo(SelfDescription.none());

    try (Stream<Path> files = Files.walk(folder())) {
      assertThat(files.filter(Files::isRegularFile).map(folder()::relativize).map(Path::toString))
          .containsExactly("consent.json");
    }
  }

  @Test
  @Tag("P4")
  void describe_everythingSent_isInNoBodyAndNoOtherFile() throws IOException {
    List<String> logged = new ArrayList<>();
    try (CapturedWords words = new CapturedWords(logged)) {
      assertThat(words.getLevel()).isEqualTo(Level.ALL);
      TelemetryRuntime runtime = answered(ConsentPreset.EVERYTHING);
      runtime.consent().describe(CANARIES);
      Calls.all(runtime.telemetry());
      LabRuntime.deliver(runtime);
      backend.answerWith(503);
      runtime.telemetry().record(new Lab.Complaint(Text.of("it waits")));
      LabRuntime.store(runtime);

      assertThat(backend.spans()).isNotEmpty();
      assertThat(backend.points()).isNotEmpty();
      backend.requests().forEach(one -> SCAN.assertNothingIn("body", one.body()));
      backend.requests().forEach(one -> SCAN.assertNothingIn("head", bytes(one.headers())));
      assertThat(folder().resolve("data/outbox.db")).exists();
      SCAN.assertNothingIn(folder().resolve("data"));
      assertThat(SCAN.in(folder()))
          .extracting(ByteScan.Hit::where)
          .containsOnly(file().getFileName().toString());
      SCAN.assertNothingIn("status", bytes(runtime.status()));
      SCAN.assertNothingIn("history", bytes(runtime.consent().history()));
      SCAN.assertNothingIn("answer", bytes(runtime.consent().selfDescription()));
    }
    SCAN.assertNothingIn("log", bytes(logged));
  }

  @Test
  @Tag("P3")
  void no_afterDescribe_leavesNoByteOfIt() throws IOException {
    TelemetryRuntime runtime = answered(ConsentPreset.EVERYTHING);
    runtime.consent().describe(CANARIES);
    assertThat(SCAN.in(folder())).isNotEmpty();

    runtime.consent().set(ConsentPreset.NO);

    assertThat(file()).doesNotExist();
    SCAN.assertNothingIn(folder());
    assertThat(runtime.consent().selfDescription()).isEqualTo(SelfDescription.none());
    runtime.consent().set(ConsentPreset.EVERYTHING);
    assertThat(runtime.consent().selfDescription()).isEqualTo(SelfDescription.none());
  }

  @Test
  @Tag("P3")
  void no_purposeByPurpose_deletesWithTheLast() {
    TelemetryRuntime runtime = answered(ConsentPreset.EVERYTHING);
    runtime.consent().describe(CANARIES);
    for (Purpose purpose : Purpose.values()) {
      assertThat(file()).exists();
      runtime.consent().set(purpose, Switches.OFF);
    }

    SCAN.assertNothingIn(folder());
  }

  @Test
  @Tag("P3")
  void no_whileForbidden_deletesWhatAnotherRunLeft() {
    answered(ConsentPreset.EVERYTHING).consent().describe(CANARIES);
    TelemetryRuntime forbidden =
        TelemetryRuntime.start(
            LabRuntime.options(folder(), clock).environment(Map.of("DO_NOT_TRACK", "1")).build());
    runtimes.add(forbidden);
    assertThat(forbidden.consent().selfDescription()).isEqualTo(SelfDescription.none());
    assertThat(forbidden.consent().describe(SelfDescription.none()))
        .isEqualTo(SelfDescription.none());
    assertThat(file()).exists();

    forbidden.consent().set(ConsentPreset.NO);

    SCAN.assertNothingIn(folder());
  }

  @Test
  @Tag("P3")
  void interruptedNo_nextStart_finishesIt() throws IOException {
    TelemetryRuntime first = answered(ConsentPreset.EVERYTHING);
    first.consent().describe(CANARIES);
    // What kills leave: of a writer its new file, of a withdrawal the answer alone.
    Files.copy(file(), PrivateFiles.fresh(file()));
    first.close();
    new ConsentStore(TestSettings.in(folder(), clock, Map.of())).answer(before -> AnswerRules.OFF);
    assertThat(SCAN.in(folder())).isNotEmpty();

    start();

    SCAN.assertNothingIn(folder());
  }

  @Test
  void counts_afterEverything_keepsIt() {
    TelemetryRuntime runtime = answered(ConsentPreset.EVERYTHING);
    runtime.consent().describe(CANARIES);

    for (Purpose purpose : Purpose.values()) {
      runtime.consent().set(purpose, new Switches(true, Send.NOTHING));
    }

    assertThat(runtime.consent().selfDescription()).isEqualTo(CANARIES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"format\":2}",
        "{\"format\":1,\"lab\":7}",
        "{\"format\":1,\"lab\":\"a\",\"lab\":\"b\"}",
        "{\"format\":1,\"lab\":\"a\\nb\"}",
        "{\"format\":1,\"destinations\":[1]}",
        "{\"format\":1,\"destinations\":\"otlp\"}",
        "{\"format\":1,\"more\":\"a\"}",
        "{\"format\":1} {}",
        "{\"format\":1,\"lab\":\"axolotlscope"
      })
  @Tag("P3")
  void faultyFile_isNoneAndSetAside_untilANo(String content) throws IOException {
    TelemetryRuntime runtime = answered(ConsentPreset.COUNTS);
    Files.writeString(file(), content);

    assertThat(runtime.consent().selfDescription()).isEqualTo(SelfDescription.none());
    assertThat(file()).doesNotExist();
    Path aside = file().resolveSibling("self-description.json.faulty-" + clock.millis());
    assertThat(aside).hasContent(content);
    assertThat(runtime.consent().describe(CANARIES)).isEqualTo(CANARIES);

    runtime.consent().set(ConsentPreset.NO);
    assertThat(aside).doesNotExist();
    SCAN.assertNothingIn(folder());
  }

  @Test
  void hugeFile_isFaulty() throws IOException {
    TelemetryRuntime runtime = answered(ConsentPreset.COUNTS);
    Files.writeString(file(), " ".repeat(1 << 17) + "{\"format\":1}");

    assertThat(runtime.consent().selfDescription()).isEqualTo(SelfDescription.none());
    assertThat(file()).doesNotExist();
  }

  @Test
  @Tag("P9")
  void unwritableOrUndeletable_isSurvived() throws IOException {
    TelemetryRuntime runtime = answered(ConsentPreset.COUNTS);
    Files.createDirectories(file().resolve("in/the/way"));

    assertThat(runtime.consent().describe(CANARIES)).isEqualTo(SelfDescription.none());
    runtime.consent().set(ConsentPreset.NO);

    assertThat(runtime.consent().answer().isOff()).isTrue();
    SCAN.assertNothingIn(folder());
  }

  private void keptOverARestart(SelfDescription description, String field) {
    TelemetryRuntime first = answered(ConsentPreset.EVERYTHING);
    assertThat(first.consent().describe(description)).isEqualTo(description);
    first.close();

    assertThat(start().consent().selfDescription()).isEqualTo(description);
    assertThat(file()).content().contains("\"" + field + "\"").doesNotContain("null");
  }

  private TelemetryRuntime answered(ConsentPreset preset) {
    TelemetryRuntime runtime = start();
    runtime.consent().set(preset);
    return runtime;
  }

  private TelemetryRuntime start() {
    TelemetryRuntime runtime = LabRuntime.start(folder(), clock, backend);
    runtimes.add(runtime);
    return runtime;
  }

  private Path folder() {
    return temporary.resolve("candor");
  }

  private Path file() {
    return folder().resolve("self-description.json");
  }

  private static byte[] bytes(Object shown) {
    return shown.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
