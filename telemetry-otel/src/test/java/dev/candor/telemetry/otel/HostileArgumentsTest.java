package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.candor.telemetry.Activity;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.NoiseCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an application hands over, it notices nothing. */
@Tag("P9")
class HostileArgumentsTest {
  @RegisterExtension final NoiseCheck noise = new NoiseCheck();
  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyMethod_nulls_doesNothing(boolean on) {
    try (TelemetryRuntime runtime = start(on)) {
      Telemetry telemetry = runtime.telemetry();
      assertThatCode(() -> nulls(telemetry)).doesNotThrowAnyException();
      assertThat(runtime.flush(null)).isNotNull();
      telemetry.record(new Lab.Export(Lab.Format.TIFF, 1, true));
      if (on) {
        LabRuntime.deliver(runtime);
      }
      assertThat(runtime.flush(LabRuntime.PATIENCE) == FlushResult.OFF).isEqualTo(!on);
      assertThat(backend.spans("file.export")).hasSize(on ? 3 : 0);
    }
  }

  private static void nulls(Telemetry telemetry) {
    telemetry.record(null);
    Activity<Event> none = telemetry.begin(null);
    none.complete(null);
    none.fail(null);
    telemetry.begin(Lab.Export.class).complete(null);
    telemetry.begin(Lab.Export.class).fail(null);
    assertThat(telemetry.isOn(null)).isFalse();
    telemetry.use(null);
    telemetry.use(null, Integer.MIN_VALUE);
    telemetry.page(null);
    telemetry.breadcrumb(null);
    telemetry.error(null);
    telemetry.settings(null);
    SourceTelemetry nobody = telemetry.source(null);
    nobody.record(new Lab.Export(null, 0, false), Instant.MIN, Instant.MAX, Status.OK, 0);
    SourceTelemetry source = telemetry.source(Calls.SOURCE);
    source.record(null, null, null, null, Long.MIN_VALUE);
    source.error(null, null, 0);
    source.end(null, null);
  }

  @Test
  @Tag("SV-9")
  void record_hostileContents_isCountedAndTheRestGoesOn() {
    try (TelemetryRuntime runtime = start(true)) {
      Telemetry telemetry = runtime.telemetry();
      telemetry.record(
          new Lab.Mixed(
              1, Duration.ofSeconds(Long.MAX_VALUE), new ThrowingSet(), null, null, null));
      telemetry.record(new Lab.Complaint(Text.of("x".repeat(1 << 20))));
      telemetry.use(new Feature() {});
      telemetry.page(new Page() {});
      telemetry.error(new HostileError());
      telemetry.begin(Lab.Export.class).fail(new HostileError());
      telemetry
          .source(Calls.SOURCE)
          .record(new Lab.Export(null, 1, true), Instant.MAX, Instant.MIN, Status.OK, 1);
      telemetry.record(new Lab.Export(Lab.Format.TIFF, 2, false));

      LabRuntime.deliver(runtime);
      assertThat(backend.spans("file.export")).hasSize(3);
      assertThat(backend.spans("lab.complain")).hasSize(1);
      assertThat(runtime.status().losses()).containsEntry("unlisted", 2L).containsKey("misuse");
    }
  }

  @Test
  void record_contentsThrowWhatNobodyExpects_isCountedAndTheRestGoesOn() {
    try (TelemetryRuntime runtime = start(true)) {
      Telemetry telemetry = runtime.telemetry();
      for (Throwable fault :
          List.of(
              new IOException("secret"),
              new Error("secret"),
              new IllegalStateException("secret"))) {
        telemetry.record(new Lab.Mixed(1, null, new FaultySet(fault), null, null, null));
      }
      telemetry.record(new Lab.Export(Lab.Format.TIFF, 2, false));

      LabRuntime.deliver(runtime);
      assertThat(backend.spans("file.export")).hasSize(1);
      assertThat(runtime.status().losses()).containsEntry("misuse", 3L);
    }
  }

  @Test
  @Tag("SV-59")
  @Tag("SV-68")
  void record_whileTheRecorderIsStuck_neverBlocksAndCounts() throws InterruptedException {
    try (TelemetryRuntime runtime = start(true)) {
      LabRuntime.store(runtime);
      CountDownLatch stuck = new CountDownLatch(1);
      CountDownLatch free = new CountDownLatch(1);
      runtime
          .telemetry()
          .record(new Lab.Mixed(1, null, new WaitingSet(stuck, free), null, null, null));
      stuck.await();
      for (int i = 0; i < 10_000; i++) {
        runtime.telemetry().record(new Lab.Export(Lab.Format.TIFF, 1, false));
      }
      assertThat(runtime.flush(Duration.ofMillis(10))).isEqualTo(FlushResult.TIMED_OUT);
      free.countDown();

      LabRuntime.deliver(runtime);
      assertThat(runtime.status().losses()).containsEntry("queue_full", 10_000L - 8192);
      assertThat(backend.spans("file.export")).hasSize(8192);
    }
  }

  @Test
  void start_folderCannotBeWritten_worksWithoutFiles() throws Exception {
    Path file = Files.writeString(folder.resolve("occupied"), "a file");
    try (TelemetryRuntime runtime =
        TelemetryRuntime.start(
            LabRuntime.options(file, FakeClock.create()).endpoint(backend.uri()).build())) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().record(new Lab.Export(Lab.Format.TIFF, 1, false));

      assertThat(runtime.flush(LabRuntime.PATIENCE))
          .isIn(FlushResult.DELIVERED, FlushResult.STORED);
    }
    // One word about the answer that could not be saved.
    noise.expected();
    assertThat(Files.readString(file)).isEqualTo("a file");
  }

  private TelemetryRuntime start(boolean on) {
    TelemetryRuntime runtime = LabRuntime.start(folder, FakeClock.create(), backend);
    if (on) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
    }
    return runtime;
  }

  /** Throws when looked at. */
  private static final class ThrowingSet extends AbstractSet<Lab.Format> {
    @Override
    public Iterator<Lab.Format> iterator() {
      throw new UnsupportedOperationException("secret");
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** Throws what it is given when looked at, checked or not. */
  private static final class FaultySet extends AbstractSet<Lab.Format> {
    private final Throwable fault;

    FaultySet(Throwable fault) {
      this.fault = fault;
    }

    @Override
    public Iterator<Lab.Format> iterator() {
      throw this.<RuntimeException>unchecked();
    }

    @SuppressWarnings("unchecked") // what languages without checked exceptions do
    private <X extends Throwable> X unchecked() throws X {
      throw (X) fault;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** Waits when looked at. */
  private static final class WaitingSet extends AbstractSet<Lab.Format> {
    private final CountDownLatch stuck;
    private final CountDownLatch free;

    WaitingSet(CountDownLatch stuck, CountDownLatch free) {
      this.stuck = stuck;
      this.free = free;
    }

    @Override
    public Iterator<Lab.Format> iterator() {
      stuck.countDown();
      try {
        free.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Set.<Lab.Format>of().iterator();
    }

    @Override
    public int size() {
      return 0;
    }
  }

  /** Throws when asked anything. */
  private static final class HostileError extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("secret");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("secret");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException("secret");
    }
  }
}
