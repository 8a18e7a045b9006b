package dev.candor.telemetry.gateway;

import dev.candor.telemetry.gateway.BodyFault.Kind;
import dev.candor.telemetry.gateway.GatewayCounts.Name;
import dev.candor.telemetry.outbox.AppendResult;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/**
 * One path: reads a body, lets the contract judge each item, and stores what passes. Blocks on the
 * disk. Any thread.
 */
final class Receiver {
  private final String path;
  private final OtlpReader reader;
  private final SpanJudge spans;
  private final PointJudge points;
  private final Intake intake;
  private final GatewayCounts counts;

  Receiver(
      GatewayPath path, OtlpReader reader, Judges judges, Intake intake, GatewayCounts counts) {
    this.path = path.wireName();
    this.reader = reader;
    this.spans = judges.spans();
    this.points = judges.points();
    this.intake = intake;
    this.counts = counts;
  }

  /** What holds items against the contract. */
  record Judges(SpanJudge spans, PointJudge points) {}

  /** Takes a decompressed body, and says what to answer. */
  Reply receive(Signal signal, byte[] body, boolean json) {
    Judged judged;
    try {
      judged = judge(signal, body, json);
    } catch (BodyFault fault) {
      return fault.kind() == Kind.UNREADABLE
          ? Reply.unreadable(OtlpAnswer.unreadable(signal, json))
          : Reply.TOO_LARGE;
    }
    AppendResult stored = intake.append(judged.items());
    if (stored == null) {
      return Reply.FULL; // nothing is counted: all of it comes again
    }
    count(judged, stored);
    return Reply.taken(OtlpAnswer.taken(signal, json, judged.rejections()));
  }

  private Judged judge(Signal signal, byte[] body, boolean json) throws BodyFault {
    if (signal == Signal.TRACES) {
      OtlpReader.Read<ExportTraceServiceRequest> traces = reader.traces(body, json);
      Judged judged = spans.judge(traces.request());
      judged.reject(Rejection.VALUE, traces.refused());
      return judged;
    }
    OtlpReader.Read<ExportMetricsServiceRequest> metrics = reader.metrics(body, json);
    Judged judged;
    if (intake.takes(signal)) {
      judged = points.judge(metrics.request());
    } else {
      judged = new Judged();
      judged.reject(Rejection.UNSUPPORTED, PointJudge.points(metrics.request()));
    }
    judged.reject(Rejection.VALUE, metrics.refused());
    return judged;
  }

  private void count(Judged judged, AppendResult stored) {
    counts.add(Name.RECEIVED, path, "", judged.received());
    counts.add(Name.PROBES, path, "", judged.probes());
    counts.add(Name.STORED, path, "", stored.stored());
    counts.add(Name.KNOWN, path, "", stored.known());
    judged.rejected().forEach((reason, n) -> counts.add(Name.REJECTED, path, reason.wireName(), n));
    judged.omitted().forEach((reason, n) -> counts.add(Name.OMITTED, path, reason.wireName(), n));
  }
}
