package dev.candor.telemetry.testkit;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.ErrorReport.Language;
import dev.candor.telemetry.ErrorReport.Link;
import dev.candor.telemetry.ErrorReport.Origin;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.NamedIndex;
import dev.candor.telemetry.spi.NamedValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls by name, understood as an engine does and remembered as the typed calls they stand for.
 * What an engine would drop and count is a misuse here; names are told, values never.
 */
final class RecordingNamedTelemetry implements NamedTelemetry {
  private static final String UNKNOWN = "unknown";

  private final NamedIndex index;
  private final Recordings recordings;
  private final RecordingTelemetry typed;

  RecordingNamedTelemetry(
      CatalogIndex catalogs, Recordings recordings, RecordingTelemetry telemetry) {
    this.index = catalogs.named();
    this.recordings = recordings;
    this.typed = telemetry;
  }

  @Override
  public void trackPageView(String path, @Nullable String title) {
    Page page = index.page(path, title);
    if (page == null) {
      throw recordings.misuse("no catalogue of this recorder lists a page of this path or title");
    }
    typed.page(page);
  }

  @Override
  public void trackEvent(String name, Map<String, ?> params) {
    record(event(name), Map.of(), params);
  }

  @Override
  public void trackPerformance(String metric, double value, String unit, Map<String, ?> tags) {
    EventEncoder<?> event = event(metric);
    Object measured = NamedIndex.measured(event.schema(), value, unit);
    if (measured == null) {
      throw recordings.misuse(
          event.schema().name() + " needs a component 'value', in its unit and of its size");
    }
    record(event, Map.of(NamedIndex.VALUE, measured), tags);
  }

  @Override
  public void trackAgentUsage(String agentId, String operation, Map<String, ?> metadata) {
    record(event(NamedIndex.AGENT_USAGE), NamedIndex.agentUsage(agentId, operation), metadata);
  }

  @Override
  public void trackError(
      String type, @Nullable String message, @Nullable String stackTrace, Map<String, ?> context) {
    if (type == null && stackTrace == null) {
      throw recordings.misuse("an error by name needs a type or a stack trace");
    }
    Link link = new Link(type == null ? UNKNOWN : type, List.of());
    typed.report(new ErrorReport(Language.JAVA, Origin.HANDLED, List.of(link), 1, List.of()));
  }

  private EventEncoder<?> event(@Nullable String name) {
    EventEncoder<?> event = name == null ? null : index.event(name);
    if (event == null) {
      throw recordings.misuse("no catalogue of this recorder lists an event of this name");
    }
    return event;
  }

  private void record(EventEncoder<?> encoder, Map<String, ?> own, @Nullable Map<String, ?> given) {
    String name = encoder.schema().name();
    Map<String, ?> values = given == null ? Map.of() : given;
    Event event;
    try {
      event =
          encoder.decode(
              new NamedValues(
                  encoder.schema(),
                  own,
                  values,
                  (kind, n) -> {
                    throw recordings.misuse(name + " is given what does not fit: " + kind);
                  }));
    } catch (RuntimeException e) {
      throw recordings.misuse(name + " lacks a value, or its record refuses one");
    }
    if (event == null) {
      throw recordings.misuse(name + " cannot be made by name");
    }
    typed.record(event);
  }
}
