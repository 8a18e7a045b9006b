package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedPoint;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What arrives of an application whose operator wants the events of no session. */
@Tag("SV-79")
class SamplingTest {
  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;
  private TelemetryRuntime runtime;

  @BeforeEach
  void start() {
    runtime =
        TelemetryRuntime.start(
            LabRuntime.options(folder, FakeClock.create())
                .endpoint(backend.uri())
                .environment(Map.of("TELEMETRY_SAMPLE_RATE", "otlp=0"))
                .build());
    runtime.consent().set(ConsentPreset.EVERYTHING);
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  @Tag("SQ-69")
  void events_ofASessionLeftOut_onlyItsErrorsArrive() {
    runtime.telemetry().record(new Lab.Export(Lab.Format.ZARR, 12, true));
    runtime.telemetry().error(new IllegalStateException());
    LabRuntime.deliver(runtime);

    assertThat(backend.spans())
        .extracting(ReceivedSpan::name)
        .containsExactlyInAnyOrder("session.start", "app.error");
  }

  @Test
  void counts_ofASessionLeftOut_areComplete() {
    for (int i = 0; i < 7; i++) {
      runtime.telemetry().record(new Lab.Export(Lab.Format.ZARR, 1, true));
    }
    LabRuntime.deliver(runtime);

    assertThat(backend.points("file.export.count"))
        .extracting(ReceivedPoint::count)
        .containsExactly(7L);
  }

  @Test
  @Tag("P8")
  void ledger_ofASessionLeftOut_balancesAndSaysWhy() {
    for (int i = 0; i < 7; i++) {
      runtime.telemetry().record(new Lab.Export(Lab.Format.ZARR, 1, true));
    }
    LabRuntime.deliver(runtime);

    assertThat(runtime.status().destinations())
        .singleElement()
        .matches(DestinationLedger::balances)
        .satisfies(ledger -> assertThat(ledger.dropped()).containsEntry("sampled", 7L));
  }

  @Test
  void events_ofASessionLeftOut_neverWaitInTheStore() throws SQLException {
    runtime.telemetry().record(new Lab.Export(Lab.Format.ZARR, 12, true));
    runtime.telemetry().error(new IllegalStateException());
    LabRuntime.store(runtime);

    assertThat(waited("file.export")).isFalse();
    assertThat(waited("app.error")).isTrue();
  }

  /** Tells whether an event was ever stored for somebody to fetch. */
  private boolean waited(String name) throws SQLException {
    Path file = folder.resolve("data").resolve("outbox.db");
    try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement select =
            store.prepareStatement("SELECT sendable FROM item WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet rows = select.executeQuery()) {
        assertThat(rows.next()).as(name).isTrue();
        return rows.getBoolean(1);
      }
    }
  }
}
