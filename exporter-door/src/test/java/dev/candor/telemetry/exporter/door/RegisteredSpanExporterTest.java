package dev.candor.telemetry.exporter.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Separated;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.registry.Omission;
import dev.candor.telemetry.testkit.TestItems;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P4")
class RegisteredSpanExporterTest {
  private static final String INSTALLATION = "0190a8a0-1234-4abc-8def-0123456789ab";

  private final ScriptedDestination destination =
      new ScriptedDestination(/* deduplicates= */ false);
  private final RegisteredSpanExporter exporter = exporter(destination);

  private static RegisteredSpanExporter exporter(Destination destination) {
    // region: use
    RegisteredSpanExporter exporter =
        RegisteredSpanExporter.builder(destination, TestContracts::lab)
            .timeout(Duration.ofSeconds(5))
            .build();
    // endregion
    return exporter;
  }

  private static SpanData span(EventItem item) {
    return span(item, null);
  }

  private static SpanData span(EventItem item, @org.jspecify.annotations.Nullable String id) {
    return OtelData.span(item, OtelData.resource(item.resource(), new SealContext(id)));
  }

  private static List<SpanData> spans(int count) {
    return IntStream.range(0, count).mapToObj(TestItems::event).map(item -> span(item)).toList();
  }

  private static EventItem named(String name, Map<String, Object> attributes) {
    return EventItem.of(
        TestItems.event(1).id(),
        name,
        Purpose.USAGE,
        0,
        1,
        Status.OK,
        attributes,
        Map.of("service.name", "lab"));
  }

  private static List<String> texts(List<Sealed> bodies) {
    return bodies.stream().map(Sealed::body).map(String::new).toList();
  }

  @Test
  void export_hostSpan_sendsNothingAndCounts() {
    CompletableResultCode result =
        exporter.export(List.of(span(named("GET /users/jane@example.org", Map.of()))));

    assertThat(result.isSuccess()).isTrue();
    assertThat(destination.sent()).isEmpty();
    assertThat(exporter.spans(SpanFate.UNREGISTERED)).isOne();
  }

  @Test
  void export_registeredSpan_sendsTheBytesThatTheItemSealsTo() {
    List<Item> items = TestItems.events(3);
    List<Sealed> expected = destination.seal(items, new SealContext(INSTALLATION));

    CompletableResultCode result =
        exporter.export(items.stream().map(item -> span((EventItem) item, INSTALLATION)).toList());

    assertThat(result.isSuccess()).isTrue();
    assertThat(destination.sent()).isEqualTo(expected);
    assertThat(exporter.spans(SpanFate.DELIVERED)).isEqualTo(3);
  }

  @Test
  void export_unregisteredKeysAndPersonalText_areLeftOutMaskedAndCounted() {
    EventItem item =
        named(
            "imaging.run",
            Map.of("http.url", "https://x/jane", "imaging.run.note", "ask jane@example.org"));

    exporter.export(List.of(span(item)));

    assertThat(texts(destination.sent()))
        .singleElement()
        .asString()
        .contains("ask <email>")
        .doesNotContain("jane");
    assertThat(exporter.omissions(Omission.KEY)).isOne();
    assertThat(exporter.omissions(Omission.MASKED)).isOne();
  }

  @Test
  void export_installationIdThatIsNone_isLeftOut() {
    exporter.export(List.of(span(TestItems.event(0), "janes-laptop")));

    assertThat(texts(destination.sent())).singleElement().asString().doesNotContain("janes-laptop");
    assertThat(exporter.omissions(Omission.SHAPE)).isOne();
  }

  @Test
  void export_spanWithoutARequiredValue_isIncomplete() {
    CompletableResultCode result =
        exporter.export(List.of(span(named("imaging.strict", Map.of()))));

    assertThat(result.isSuccess()).isFalse();
    assertThat(exporter.spans(SpanFate.INCOMPLETE)).isOne();
  }

  @Test
  void export_deferredOnce_sendsTheSameBytesAgain() {
    destination.then(new Deferred(Duration.ofMillis(1), Scope.BODY));

    CompletableResultCode result = exporter.export(spans(2));

    assertThat(result.isSuccess()).isTrue();
    assertThat(destination.sent()).hasSize(2);
    assertThat(destination.sent().get(1)).isEqualTo(destination.sent().get(0));
  }

  @Test
  void export_deferredForLong_failsAndRests() {
    destination.then(new Deferred(Duration.ofHours(1), Scope.DESTINATION));

    CompletableResultCode first = exporter.export(spans(2));
    CompletableResultCode second = exporter.export(spans(2));

    assertThat(first.isSuccess()).isFalse();
    assertThat(second.isSuccess()).isFalse();
    assertThat(destination.sent()).hasSize(1);
    assertThat(exporter.spans(SpanFate.DEFERRED)).isEqualTo(4);
  }

  @Test
  void export_unansweredWithoutAKey_isUncertainAndNeverSentAgain() {
    destination.then(new Uncertain());

    CompletableResultCode result = exporter.export(spans(2));

    assertThat(result.isSuccess()).isFalse();
    assertThat(destination.sent()).hasSize(1);
    assertThat(exporter.spans(SpanFate.UNCERTAIN)).isEqualTo(2);
  }

  @Test
  void export_unansweredWithAKey_isSentAgain() {
    ScriptedDestination keyed = new ScriptedDestination(true).then(new Uncertain());

    CompletableResultCode result = exporter(keyed).export(spans(2));

    assertThat(result.isSuccess()).isTrue();
    assertThat(keyed.sent()).hasSize(2);
  }

  @Test
  void export_tooLarge_isHalvedDownToTheOneThatIs() {
    String guilty = TestItems.event(2).id();
    for (int i = 0; i < 8; i++) {
      destination.then(body -> body.itemIds().contains(guilty) ? new Split() : Delivered.all());
    }

    exporter.export(spans(4));

    assertThat(exporter.spans(SpanFate.TOO_LARGE)).isOne();
    assertThat(exporter.spans(SpanFate.DELIVERED)).isEqualTo(3);
  }

  @Test
  void export_itemsNamed_givesThemUpAndSendsTheRest() {
    destination.then(
        new Separated(
            Map.of(TestItems.event(0).id(), DropReason.INVALID),
            Map.of(TestItems.event(1).id(), Duration.ofSeconds(30))));

    CompletableResultCode result = exporter.export(spans(3));

    assertThat(result.isSuccess()).isFalse();
    assertThat(destination.sent().get(1).itemIds()).containsExactly(TestItems.event(2).id());
    assertThat(exporter.spans(SpanFate.INVALID)).isOne();
    assertThat(exporter.spans(SpanFate.DEFERRED)).isOne();
    assertThat(exporter.spans(SpanFate.DELIVERED)).isOne();
  }

  @Test
  void export_partlyRefused_countsBothParts() {
    destination.then(new Delivered(Map.of(TestItems.event(0).id(), DropReason.INVALID), 1));

    CompletableResultCode result = exporter.export(spans(3));

    assertThat(result.isSuccess()).isFalse();
    assertThat(exporter.spans(SpanFate.INVALID)).isEqualTo(2);
    assertThat(exporter.spans(SpanFate.DELIVERED)).isOne();
  }

  @Test
  void export_refused_countsTheReason() {
    destination.then(new Dropped(DropReason.UNAUTHORIZED));

    assertThat(exporter.export(spans(1)).isSuccess()).isFalse();
    assertThat(exporter.spans(SpanFate.UNAUTHORIZED)).isOne();
  }

  @Test
  void export_destinationThatThrows_isAFaultAndNothingElse() {
    destination.then(
        body -> {
          throw new IllegalStateException("jane@example.org");
        });

    assertThat(exporter.export(spans(1)).isSuccess()).isFalse();
    assertThat(exporter.spans(SpanFate.FAULT)).isOne();
  }

  @Test
  void shutdown_whileAnExportWaits_endsTheWait() throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    destination.then(
        body -> {
          sent.countDown();
          return new Deferred(Duration.ofSeconds(25), Scope.BODY);
        });
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<CompletableResultCode> export = thread.submit(() -> exporter.export(spans(2)));
      sent.await();

      exporter.shutdown();

      assertThat(export.get().isSuccess()).isFalse();
      assertThat(exporter.spans(SpanFate.CLOSED)).isEqualTo(2);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void export_afterShutdown_failsAndCounts() {
    exporter.shutdown();
    exporter.shutdown();

    assertThat(destination.isClosed()).isTrue();
    assertThat(exporter.export(spans(2)).isSuccess()).isFalse();
    assertThat(exporter.spans(SpanFate.CLOSED)).isEqualTo(2);
  }

  @Test
  void export_fromManyThreads_sendsOneAtATimeAndLosesNothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<CompletableResultCode>> exports = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        exports.add(threads.submit(() -> exporter.export(spans(5))));
      }
      for (Future<CompletableResultCode> export : exports) {
        assertThat(export.get().isSuccess()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(destination.most()).isOne();
    assertThat(exporter.spans(SpanFate.DELIVERED)).isEqualTo(200);
  }
}
