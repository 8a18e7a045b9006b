package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.testkit.TelemetryRecorder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use of this module as its README shows it, told to an application's test telemetry. */
class WatchingTest {
  @RegisterExtension final TelemetryRecorder telemetry = TelemetryRecorder.of(SquidEvents.class);

  private final Path session = Fixtures.RECORDINGS.resolve("ok");
  private final Path software = Fixtures.RECORDINGS.resolve("config");
  private final Path edited = Fixtures.RECORDINGS.resolve("config-changed");

  @Test
  @Tag("SQ-50")
  @Tag("SQ-80")
  void sample_recordingAndChanges_areToldThroughTheDoor() {
    // region: use
    ConfigSnapshot before = SnapshotReader.create().read(software);
    ConfigSnapshot after = SnapshotReader.create().read(edited);
    List<ConfigChange> changes = ConfigDiff.between(before, after); // empty when nothing differs

    RecordingReader.create()
        .read(session, software) // output/*, state/squid/…; and the installation, or null
        .orElseThrow()
        .withChanges(changes)
        .endingAt(Instant.now())
        .tell(telemetry.telemetry());
    // endregion

    assertThat(telemetry.sources()).extracting(SourceSession::source).containsExactly("squid");
    assertThat(telemetry.recorded(AcquisitionRun.class))
        .extracting(AcquisitionRun::imagesTaken)
        .containsExactly(30L);
    assertThat(telemetry.recorded(ConfigChange.class)).hasSize(2);
  }
}
