package dev.candor.telemetry.testkit;

import static dev.candor.telemetry.testkit.LabEvents.Mode.AUTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.testkit.LabEvents.ImagingRun;
import dev.candor.telemetry.testkit.LabEvents.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CameraTest {
  // region: application
  @RegisterExtension final TelemetryRecorder telemetry = TelemetryRecorder.of(LabEvents.class);

  @Test
  void take_always_reportsImages() {
    new Camera(telemetry.telemetry()).take(3);

    assertThat(telemetry.recorded(ImagingRun.class)).containsExactly(new ImagingRun(AUTO, 1, 3));
    assertThat(telemetry.uses()).containsEntry(Tool.LIVE_VIEW, 1L);
  }

  // endregion

  /** What an application does. */
  private record Camera(Telemetry telemetry) {
    void take(int images) {
      telemetry.use(Tool.LIVE_VIEW);
      telemetry.record(new ImagingRun(AUTO, 1, images));
    }
  }
}
