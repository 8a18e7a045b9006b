package dev.candor.telemetry.gateway;

import dev.candor.telemetry.gateway.GatewayCounts.Name;
import dev.candor.telemetry.outbox.AppendResult;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a body and lets the contract judge each item, once; and has what passes stored by each path
 * that it was sent to. Blocks on the disk. Any thread.
 *
 * <p>A path that has no room stops no other: the sender comes again, and those that had it know it
 * by its ids. So each path is counted by what its own store has answered.
 */
final class Receiver {
  private final Judges judges;
  private final Map<GatewayPath, Intake> intakes;
  private final GatewayCounts counts;
  private final Consumer<Throwable> faults;

  /**
   * Receives for all paths.
   *
   * @param intakes the stores of those that are served
   * @param faults is told of faults of ours
   */
  Receiver(
      Judges judges,
      Map<GatewayPath, Intake> intakes,
      GatewayCounts counts,
      Consumer<Throwable> faults) {
    this.judges = judges;
    this.intakes = new EnumMap<>(intakes);
    this.counts = counts;
    this.faults = faults;
  }

  /** What reads bodies, and holds items against the contract. */
  record Judges(OtlpReader reader, SpanJudge spans, PointJudge points) {}

  /** Whether a path is configured. */
  boolean serves(GatewayPath path) {
    return intakes.containsKey(path);
  }

  /**
   * Takes a decompressed body, and says what each path answers.
   *
   * @param route with paths that are served
   * @throws BodyFault if it cannot be read, or is more than the limits allow; nothing is stored
   */
  Replies receive(Route route, byte[] body, boolean json) throws BodyFault {
    Function<Intake, Judged> judgement = judge(route.signal(), body, json);
    Map<String, Reply> replies = new LinkedHashMap<>();
    for (GatewayPath path : route.paths()) {
      replies.put(path.wireName(), store(path, judgement, route.signal(), json));
    }
    return new Replies(replies);
  }

  private Function<Intake, Judged> judge(Signal signal, byte[] body, boolean json)
      throws BodyFault {
    if (signal == Signal.TRACES) {
      OtlpReader.Read<ExportTraceServiceRequest> traces = judges.reader().traces(body, json);
      Judged judged = judges.spans().judge(traces.request());
      judged.reject(Rejection.VALUE, traces.refused());
      return intake -> judged;
    }
    OtlpReader.Read<ExportMetricsServiceRequest> metrics = judges.reader().metrics(body, json);
    Map<Boolean, Judged> made = new HashMap<>();
    return intake -> made.computeIfAbsent(intake.takes(signal), isTaken -> judge(metrics, isTaken));
  }

  private Judged judge(OtlpReader.Read<ExportMetricsServiceRequest> metrics, boolean isTaken) {
    Judged judged =
        isTaken ? judges.points().judge(metrics.request()) : PointJudge.refuse(metrics.request());
    judged.reject(Rejection.VALUE, metrics.refused());
    return judged;
  }

  private Reply store(
      GatewayPath path, Function<Intake, Judged> judgement, Signal signal, boolean json) {
    Intake intake = intakes.get(path);
    if (intake == null) {
      return Reply.PATH;
    }
    try {
      Judged judged = judgement.apply(intake);
      AppendResult stored = intake.append(judged);
      if (stored == null) {
        return Reply.FULL; // nothing is counted: all of it comes again
      }
      count(path.wireName(), judged, stored);
      long rejected = judged.rejections();
      return Reply.taken(rejected, OtlpAnswer.taken(signal, json, rejected));
    } catch (RuntimeException fault) {
      faults.accept(fault);
      return Reply.FAULT;
    }
  }

  private void count(String path, Judged judged, AppendResult stored) {
    counts.add(Name.RECEIVED, path, "", judged.received());
    counts.add(Name.PROBES, path, "", judged.probes());
    counts.add(Name.STORED, path, "", stored.stored());
    counts.add(Name.KNOWN, path, "", stored.known());
    judged.rejected().forEach((reason, n) -> counts.add(Name.REJECTED, path, reason.wireName(), n));
    judged.omitted().forEach((reason, n) -> counts.add(Name.OMITTED, path, reason.wireName(), n));
  }
}
