package dev.candor.telemetry.gateway;

import com.google.protobuf.ByteString;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.door.Doorkeeper;
import dev.candor.telemetry.exporter.door.Doorkeeper.Passage;
import dev.candor.telemetry.exporter.door.GivenSpan;
import dev.candor.telemetry.registry.Contract;
import dev.candor.telemetry.registry.Omission;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Map;

/** Makes items of spans, one by one: a bad one stops no other. Any thread. */
final class SpanJudge {
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;
  private static final int TRACE_DIGITS = 2 * TRACE_BYTES;

  private final Doorkeeper doorkeeper;
  private final ItemIds ids;

  SpanJudge(Doorkeeper doorkeeper, ItemIds ids) {
    this.doorkeeper = doorkeeper;
    this.ids = ids;
  }

  Judged judge(ExportTraceServiceRequest request) {
    Judged judged = new Judged();
    for (ResourceSpans spans : request.getResourceSpansList()) {
      Map<String, Object> resource = GivenValues.of(spans.getResource().getAttributesList());
      Contract.Reporter reporter = doorkeeper.reporter(resource);
      for (ScopeSpans scope : spans.getScopeSpansList()) {
        scope.getSpansList().forEach(span -> judge(span, resource, reporter, judged));
      }
    }
    return judged;
  }

  private void judge(
      Span span, Map<String, Object> resource, Contract.Reporter reporter, Judged judged) {
    if (!isId(span.getTraceId(), TRACE_BYTES) || !isId(span.getSpanId(), SPAN_BYTES)) {
      judged.reject(Rejection.ID);
      return;
    }
    String id = ids.event(span.getTraceId().toByteArray(), span.getSpanId().toByteArray());
    GivenSpan given =
        new GivenSpan(
            id.substring(0, TRACE_DIGITS),
            id.substring(TRACE_DIGITS),
            /* root= */ true,
            span.getName(),
            span.getStartTimeUnixNano(),
            span.getEndTimeUnixNano(),
            status(span),
            GivenValues.of(span.getAttributesList()),
            resource);
    Passage passage = doorkeeper.admit(given, reporter, (reason, name) -> {});
    judged.omit(passage.admission().omissions());
    EventItem item = passage.item();
    if (item == null) {
      boolean unknown = passage.admission().omissions().containsKey(Omission.NAME);
      judged.reject(unknown ? Rejection.UNREGISTERED : Rejection.INCOMPLETE);
      return;
    }
    String installation = passage.admission().installationId();
    judged.take(installation == null ? item : item.reportedBy(installation));
  }

  private static boolean isId(ByteString id, int bytes) {
    if (id.size() != bytes) {
      return false;
    }
    for (int i = 0; i < bytes; i++) {
      if (id.byteAt(i) != 0) {
        return true;
      }
    }
    return false;
  }

  private static Status status(Span span) {
    return switch (span.getStatus().getCode()) {
      case STATUS_CODE_OK -> Status.OK;
      case STATUS_CODE_ERROR -> Status.ERROR;
      default -> Status.UNSET;
    };
  }
}
