package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Event;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.testkit.TelemetryRecorder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tells recordings to a telemetry that fails for every value outside what its event declares. */
class TellTest {
  private static final Path CONFIG = Fixtures.RECORDINGS.resolve("config");

  @RegisterExtension final TelemetryRecorder telemetry = TelemetryRecorder.of(SquidEvents.class);

  @ParameterizedTest
  @ValueSource(strings = {"ok", "abort", "nospace", "crash"})
  @Tag("SQ-25")
  @Tag("SQ-58")
  @Tag("P4")
  void tell_simulatedRun_fitsWhatTheEventsDeclare(String run) {
    Recording recording = read(run).withChanges(changes());

    recording.tell(telemetry.telemetry());

    assertThat(telemetry.sources()).containsExactly(recording.session());
    assertThat(telemetry.told())
        .extracting(TelemetryRecorder.Told::event)
        .containsExactlyElementsOf(Tellings.events(recording, Event.class));
  }

  @Test
  @Tag("SQ-41")
  @Tag("SQ-60")
  void tell_nospace_givesTheAcquisitionItsTimesAndStatus() {
    read("nospace").tell(telemetry.telemetry());

    TelemetryRecorder.Told told =
        telemetry.told().stream()
            .filter(each -> each.event() instanceof AcquisitionRun)
            .findFirst()
            .orElseThrow();
    assertThat(told.status()).isEqualTo(SourceTelemetry.Status.ERROR);
    assertThat(told.start()).isEqualTo(Instant.parse("2026-11-20T17:29:04.043Z"));
    assertThat(told.end()).isEqualTo(Instant.parse("2026-11-20T17:29:06.043Z"));
    assertThat(telemetry.reports()).hasSize(4);
  }

  @Test
  @Tag("SQ-50")
  @Tag("P7")
  void tell_twice_isOneItemEach() {
    read("crash").tell(telemetry.telemetry());
    int once = telemetry.told().size();

    read("crash").tell(telemetry.telemetry());

    assertThat(telemetry.told()).hasSize(once);
  }

  @Test
  @Tag("SQ-54")
  void tell_equalConfigurations_tellNoChange() {
    ConfigSnapshot snapshot = SnapshotReader.create().read(CONFIG);

    read("ok").withChanges(ConfigDiff.between(snapshot, snapshot)).tell(telemetry.telemetry());

    assertThat(telemetry.recorded(ConfigChange.class)).isEmpty();
  }

  private static List<ConfigChange> changes() {
    SnapshotReader reader = SnapshotReader.create();
    return ConfigDiff.between(
        reader.read(CONFIG), reader.read(Fixtures.RECORDINGS.resolve("config-changed")));
  }

  private static Recording read(String run) {
    return RecordingReader.create().read(Fixtures.RECORDINGS.resolve(run), CONFIG).orElseThrow();
  }
}
