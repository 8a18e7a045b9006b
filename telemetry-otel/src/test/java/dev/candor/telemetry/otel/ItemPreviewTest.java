package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.CandorEvents;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.spi.GeneratedCatalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemPreviewTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final SourceSession SESSION =
      new SourceSession("squid", "run-1", "1.0", RunEnvironment.SIMULATION, START);

  @TempDir Path folder;
  private final List<EventItem> items = new ArrayList<>();

  @Test
  @Tag("P1")
  void source_nobodyAnswered_givesItemsAndWritesNothing() {
    Path untouched = folder.resolve("none");

    tell(untouched);

    assertThat(items)
        .extracting(EventItem::name)
        .containsExactly("session.start", "app.error", "session");
    assertThat(untouched).doesNotExist();
  }

  @Test
  void source_toldTwice_givesEqualItems() {
    tell(folder);
    List<EventItem> first = List.copyOf(items);
    items.clear();

    tell(folder);

    assertThat(items).isEqualTo(first);
  }

  private void tell(Path home) {
    TelemetryOptions options = TelemetryOptions.builder("app", "1.0").folder(home).build();
    List<GeneratedCatalog> catalogs =
        ServiceLoader.load(GeneratedCatalog.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(generated -> generated.catalog() == CandorEvents.class)
            .toList();
    SourceTelemetry door = ItemPreview.of(options, catalogs, items::add).source(SESSION);
    door.error(
        new ErrorReport(
            ErrorReport.Language.PYTHON,
            ErrorReport.Origin.LOGGED,
            List.of(new ErrorReport.Link("OSError", List.of())),
            1,
            List.of()),
        START.plusSeconds(1),
        0);
    door.end(START.plusSeconds(2), SessionEnd.EXIT);
  }
}
