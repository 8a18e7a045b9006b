package dev.candor.telemetry.otel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DebugLogTest {
  private static final String CANARY = "canary7f3a";
  private static final Logger LOGGER = Logger.getLogger("dev.candor.telemetry");

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Handler handler = new Collecting();

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void stop() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
  }

  @Test
  @Tag("SV-65")
  @Tag("P4")
  void recorded_textsOfAnyKind_areToldByNameAndNumberOnly() {
    try (TelemetryRuntime runtime = start("shared salt " + CANARY)) {
      runtime.telemetry().record(new Lab.Complaint(Text.of(CANARY + " /home/" + CANARY)));
      runtime.telemetry().record(mixed());
      LabRuntime.deliver(runtime);
    }

    assertThat(told)
        .anyMatch(line -> line.startsWith("telemetry debug: event lab.complain, attributes: "))
        .anyMatch(line -> line.startsWith("telemetry debug: event stage.scan, attributes: "))
        .anyMatch(line -> line.startsWith("telemetry debug: value dropped or replaced: "));
    assertThat(String.join("\n", told)).doesNotContainIgnoringCase(CANARY);
  }

  @Test
  @Tag("MY-8")
  void salt_shared_givesTheSameHashInEveryInstallation() {
    for (String installation : List.of("one", "two")) {
      try (TelemetryRuntime runtime = start("a salt that is shared", installation)) {
        runtime.telemetry().record(mixed());
        LabRuntime.deliver(runtime);
      }
    }

    assertThat(backend.spans("stage.scan"))
        .hasSize(2)
        .extracting(span -> span.attributes().get("stage.scan.plate"))
        .containsOnly(Hmac.sha256("a salt that is shared".getBytes(UTF_8), CANARY));
  }

  private TelemetryRuntime start(String salt) {
    return start(salt, "one");
  }

  private TelemetryRuntime start(String salt, String installation) {
    TelemetryRuntime runtime =
        TelemetryRuntime.start(
            LabRuntime.options(folder.resolve(installation), Clock.systemUTC())
                .endpoint(backend.uri())
                .setting("DEBUG_TELEMETRY", "1")
                .setting("TELEMETRY_SALT", salt)
                .environment(Map.of())
                .build());
    runtime.consent().set(ConsentPreset.EVERYTHING);
    return runtime;
  }

  private static Lab.Mixed mixed() {
    return new Lab.Mixed(
        1.5,
        Duration.ofMillis(1500),
        EnumSet.of(Lab.Format.ZARR),
        Settings.builder(Lab.Option.class).put(Lab.Option.ZOOM, SettingValue.number(2.5)).build(),
        SettingValue.absent(),
        Hashed.of(CANARY));
  }

  /** Keeps everything that a log could show. */
  private final class Collecting extends Handler {
    Collecting() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
      told.add(record.getMessage() + (record.getThrown() == null ? "" : record.getThrown()));
    }

    @Override
    public void flush() {
      // Nothing is buffered.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
