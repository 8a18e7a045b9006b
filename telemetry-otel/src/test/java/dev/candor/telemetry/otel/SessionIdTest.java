package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.ByteScan;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The id of a session belongs to one run of the program. */
class SessionIdTest {
  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;

  @Test
  @Tag("SV-7")
  void session_twoRuns_areTwo() {
    run(ConsentPreset.EVERYTHING);
    run(ConsentPreset.EVERYTHING);

    assertThat(backend.spans("session.start"))
        .extracting(ReceivedSpan::attributes)
        .extracting(attributes -> UUID.fromString(attributes.get("session.id").toString()))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.version() == 7);
  }

  /** Where no event is kept, nothing else keeps it either: no file, no cell, no name of a file. */
  @Test
  @Tag("SV-7")
  void session_ended_leavesItsIdNowhere() throws IOException {
    String id = run(ConsentPreset.COUNTS);

    assertThat(UUID.fromString(id)).isNotNull();
    ByteScan.of(id).assertNothingIn(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.contains(id));
    }
  }

  /** Runs a program, and tells the id under which its session's lock lies. */
  private String run(ConsentPreset answer) {
    try (TelemetryRuntime runtime =
        TelemetryRuntime.start(
            LabRuntime.options(folder, FakeClock.create())
                .endpoint(backend.uri())
                .environment(Map.of())
                .build())) {
      runtime.consent().set(answer);
      LabRuntime.deliver(runtime);
      String[] locks =
          folder
              .resolve("data")
              .toFile()
              .list((dir, name) -> name.endsWith(".lock") && name.startsWith("session-"));
      assertThat(locks).hasSize(1);
      return locks[0].substring("session-".length(), locks[0].length() - ".lock".length());
    }
  }
}
