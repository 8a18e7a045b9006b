package dev.candor.telemetry.exporter;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/** An event as the root span that it is on the wire. */
final class ItemSpan implements SpanData {
  private final EventItem item;
  private final SpanContext context;
  private final Attributes attributes;
  private final Resource resource;

  ItemSpan(EventItem item, Attributes attributes, Resource resource) {
    this.item = item;
    this.attributes = attributes;
    this.resource = resource;
    this.context =
        SpanContext.create(
            item.traceId(), item.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
    if (!context.isValid()) {
      throw new IllegalArgumentException("an item's id must be hexadecimal and not zero");
    }
  }

  @Override
  public String getName() {
    return item.name();
  }

  @Override
  public SpanKind getKind() {
    return SpanKind.INTERNAL;
  }

  @Override
  public SpanContext getSpanContext() {
    return context;
  }

  @Override
  public SpanContext getParentSpanContext() {
    return SpanContext.getInvalid();
  }

  /** Has no description: an error's text never leaves. */
  @Override
  public StatusData getStatus() {
    return switch (item.status()) {
      case UNSET -> StatusData.unset();
      case OK -> StatusData.ok();
      case ERROR -> StatusData.error();
    };
  }

  @Override
  public long getStartEpochNanos() {
    return item.startNanos();
  }

  @Override
  public long getEndEpochNanos() {
    return item.endNanos();
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public List<EventData> getEvents() {
    return List.of();
  }

  @Override
  public List<LinkData> getLinks() {
    return List.of();
  }

  @Override
  public boolean hasEnded() {
    return true;
  }

  @Override
  public int getTotalRecordedEvents() {
    return 0;
  }

  @Override
  public int getTotalRecordedLinks() {
    return 0;
  }

  @Override
  public int getTotalAttributeCount() {
    return attributes.size();
  }

  // Deprecated, yet abstract in SpanData.
  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // nothing to inline: it is there for the interface
  public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
    return io.opentelemetry.sdk.common.InstrumentationLibraryInfo.create(
        OtelData.SCOPE.getName(), null);
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return OtelData.SCOPE;
  }

  @Override
  public Resource getResource() {
    return resource;
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "ItemSpan[" + item.name() + "]";
  }
}
