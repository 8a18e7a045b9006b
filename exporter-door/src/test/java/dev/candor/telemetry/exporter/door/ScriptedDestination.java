package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.JsonBodies;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Answers as told, remembers what it was sent, and notices two callers at once. */
final class ScriptedDestination implements Destination {
  private final Deque<Function<Sealed, Outcome>> script = new ArrayDeque<>();
  private final List<Sealed> sent = new ArrayList<>();
  private final AtomicInteger inside = new AtomicInteger();
  private final Limits limits;
  private int most;
  private boolean closed;

  ScriptedDestination(boolean deduplicates) {
    this.limits =
        new Limits(100, 1 << 20, Duration.ofDays(36_500), deduplicates, 1_000, true, false);
  }

  ScriptedDestination then(Outcome outcome) {
    return then(body -> outcome);
  }

  ScriptedDestination then(Function<Sealed, Outcome> answer) {
    script.add(answer);
    return this;
  }

  List<Sealed> sent() {
    return sent;
  }

  /** The most callers that were inside at once. */
  int most() {
    return most;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String host() {
    return "localhost";
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public List<Sealed> seal(List<Item> items, SealContext context) {
    JsonBodies bodies = new JsonBodies("/v1", "[", "]", limits);
    return bodies.join(
        items.stream()
            .map(EventItem.class::cast)
            .map(item -> new JsonBodies.Part(item.id(), form(item, context)))
            .toList());
  }

  private static byte[] form(EventItem item, SealContext context) {
    SpanData span = OtelData.span(item, OtelData.resource(item.resource(), context));
    return (span.getName()
            + span.getSpanContext()
            + span.getStartEpochNanos()
            + span.getStatus()
            + span.getAttributes()
            + span.getResource().getAttributes())
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    most = Math.max(most, inside.incrementAndGet());
    sent.add(sealed);
    Function<Sealed, Outcome> next = script.poll();
    Outcome outcome = next == null ? Outcome.Delivered.all() : next.apply(sealed);
    inside.decrementAndGet();
    return outcome;
  }

  @Override
  public void close() {
    closed = true;
  }
}
