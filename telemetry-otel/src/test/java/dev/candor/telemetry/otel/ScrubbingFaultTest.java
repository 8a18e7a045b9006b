package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.CandorEvents_Catalog;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.scrub.SanitizerFault;
import dev.candor.telemetry.testkit.ByteScan;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A scrubbing that fails costs the one event, which is counted; nothing of it is told. */
@Tag("P4")
@Tag("P9")
class ScrubbingFaultTest {
  private static final String CANARY = "Qvanaryfaultxq";

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final CapturedWords words = new CapturedWords(logged);
  @TempDir Path folder;
  private TelemetryRuntime runtime;
  private Telemetry telemetry;

  @BeforeEach
  void start() {
    OtelEngine engine =
        new OtelEngine((properties, environment) -> new Failing(), OtelEngine.systemProperties());
    runtime =
        engine.start(
            LabRuntime.options(folder, FakeClock.create())
                .endpoint(backend.uri())
                .setting("DEBUG_TELEMETRY", "1")
                .build(),
            List.of(new CandorEvents_Catalog(), new Lab_Catalog()));
    runtime.consent().set(ConsentPreset.EVERYTHING);
    telemetry = runtime.telemetry();
  }

  @AfterEach
  void close() {
    runtime.close();
    words.close();
  }

  @Test
  void text_sanitizerFails_dropsAndCountsTheEvent() {
    telemetry.record(new Lab.Complaint(Text.of(CANARY)));

    assertOnlyTheNextArrives("lab.complain");
  }

  @Test
  void error_stackTraceFails_dropsAndCountsTheEvent() {
    telemetry.error(new IOException(CANARY));

    assertOnlyTheNextArrives("app.error");
  }

  @Test
  void activity_nameOfItsErrorFails_dropsAndCountsTheEvent() {
    telemetry.begin(Lab.Complaint.class).fail(new IOException(CANARY));

    assertOnlyTheNextArrives("lab.complain");
  }

  private void assertOnlyTheNextArrives(String failed) {
    telemetry.record(new Lab.Export(Lab.Format.ZARR, 12, true));
    LabRuntime.deliver(runtime);

    assertThat(backend.spans("file.export")).hasSize(1);
    assertThat(backend.spans(failed)).isEmpty();
    assertThat(runtime.status().losses()).isEqualTo(Map.of("fault", 1L));
    runtime.close();
    ByteScan scan = ByteScan.of(CANARY, failed);
    scan.assertNothingIn(folder);
    for (ReceivedRequest request : backend.requests()) {
      scan.assertNothingIn("body", request.body());
    }
    assertThat(logged).isNotEmpty();
    assertThat(String.join("\n", logged)).doesNotContain(CANARY);
  }

  /** Fails at every word, and says why. */
  private static final class Failing implements Scrubbing {
    @Override
    public String text(String key, String value, int maxLength, Tally scrubbed) {
      throw fault(value);
    }

    @Override
    public String typeName(String value, Tally scrubbed) {
      throw fault(value);
    }

    @Override
    public String stacktrace(ErrorReport report, int maxLength, Tally scrubbed) {
      throw fault(report.type());
    }

    private static SanitizerFault fault(String text) {
      SanitizerFault fault = new SanitizerFault();
      fault.initCause(new IllegalStateException(CANARY + text));
      return fault;
    }
  }
}
