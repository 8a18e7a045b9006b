package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.ItemJson;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Answers as told, then with "delivered"; seals canonical JSON, one item a line. */
final class FakeDestination implements Destination {
  final List<Sealed> sent = Collections.synchronizedList(new ArrayList<>());
  final Queue<Function<Sealed, Outcome>> answers = new ConcurrentLinkedQueue<>();
  volatile Function<Sealed, Outcome> always = body -> Outcome.Delivered.all();
  volatile Function<List<Item>, List<Sealed>> sealing = FakeDestination::lines;
  volatile Predicate<Item> taking = item -> true;
  volatile Limits limits = new Limits(100, 1 << 20, Duration.ofDays(7), false, 1_000, true, true);
  volatile String host = "127.0.0.1";
  volatile ToIntFunction<Sealed> atOnce = body -> 8;
  volatile SealContext sealedWith = new SealContext(null);
  private final String name;

  FakeDestination(String name) {
    this.name = name;
  }

  FakeDestination deduplicating() {
    limits =
        new Limits(
            limits.items(),
            limits.bytes(),
            limits.age(),
            true,
            limits.requestsPerMinute(),
            limits.events(),
            limits.counts());
    return this;
  }

  FakeDestination items(int items) {
    limits =
        new Limits(
            items,
            limits.bytes(),
            limits.age(),
            limits.deduplicates(),
            limits.requestsPerMinute(),
            limits.events(),
            limits.counts());
    return this;
  }

  FakeDestination answer(Outcome outcome) {
    answers.add(body -> outcome);
    return this;
  }

  List<String> sentIds() {
    return new ArrayList<>(sent).stream().flatMap(body -> body.itemIds().stream()).toList();
  }

  static List<Sealed> lines(List<Item> items) {
    StringBuilder text = new StringBuilder();
    items.forEach(item -> text.append(ItemJson.write(item)).append('\n'));
    return List.of(
        new Sealed(
            "/v1/test",
            "text/plain",
            text.toString().getBytes(StandardCharsets.UTF_8),
            items.stream().map(Item::id).toList()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String host() {
    return host;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public int atOnce(Sealed sealed) {
    return atOnce.applyAsInt(sealed);
  }

  @Override
  public boolean takes(Item item) {
    return taking.test(item);
  }

  @Override
  public List<Sealed> seal(List<Item> items, SealContext context) {
    sealedWith = context;
    return sealing.apply(items);
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    sent.add(sealed);
    Function<Sealed, Outcome> answer = answers.poll();
    return (answer == null ? always : answer).apply(sealed);
  }

  @Override
  public void close() {
    sent.clear();
  }
}
