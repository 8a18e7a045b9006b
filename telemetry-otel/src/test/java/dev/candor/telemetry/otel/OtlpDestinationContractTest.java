package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.DestinationContract;
import dev.candor.telemetry.testkit.ReceivedPoint;
import dev.candor.telemetry.testkit.ReceivedSpan;
import dev.candor.telemetry.testkit.TestItems;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpDestinationContractTest extends DestinationContract {
  private static final SealContext ANONYMOUS = new SealContext(null);

  @Override
  protected Destination newDestination(URI endpoint) {
    return OtlpDestination.builder(endpoint)
        .headers(() -> Map.of("Authorization", "Bearer " + SECRET))
        .clock(clock)
        .build();
  }

  @Override
  protected List<Item> oversize() {
    return List.of(TestItems.event(1, Map.of("a", "x".repeat(1 << 20))));
  }

  /** OTLP tells how many, not which. */
  @Override
  protected Refusal refusalOfTheSecond(Sealed three) {
    return new Refusal(Answer.partialSuccess(1), new Delivered(Map.of(), 1));
  }

  @Test
  void seal_event_isOneRootSpan() {
    EventItem event =
        TestItems.event(
            4, Map.of("a.flag", true, "a.number", 7L, "a.share", 0.5, "a.mode", "auto"));

    deliver(List.of(event), CONTEXT);

    ReceivedSpan span = backend.spans("imaging.run").get(0);
    assertThat(span.itemId()).isEqualTo(event.id());
    assertThat(span.attributes()).isEqualTo(event.attributes());
    assertThat(span.span().getKind()).isEqualTo(SpanKind.SPAN_KIND_INTERNAL);
    assertThat(span.span().getParentSpanId().isEmpty()).isTrue();
    assertThat(span.span().getEventsCount() + span.span().getLinksCount()).isZero();
    assertThat(span.span().getStartTimeUnixNano()).isEqualTo(event.startNanos());
    assertThat(span.span().getEndTimeUnixNano()).isEqualTo(event.endNanos());
    assertThat(span.resource())
        .containsEntry("service.name", "lab")
        .containsEntry("app.installation.id", CONTEXT.installationId());
  }

  @Test
  @Tag("P2")
  void seal_counts_areDeltasOfOneDayWithoutInstallation() {
    deliver(List.of(TestItems.counts(1)), CONTEXT);

    assertThat(backend.points()).hasSize(3);
    for (ReceivedPoint point : backend.points()) {
      assertThat(point.resource())
          .containsEntry("candor.report.id", TestItems.counts(1).id())
          .doesNotContainKey("app.installation.id");
      assertThat(Instant.ofEpochSecond(0, point.startNanos())).hasToString("2026-11-17T00:00:00Z");
      assertThat(Instant.ofEpochSecond(0, point.endNanos())).hasToString("2026-11-18T00:00:00Z");
    }
    assertThat(backend.points("imaging.run.count").get(0).sum()).isEqualTo(3);
    assertThat(backend.points("imaging.run.duration").get(0).buckets()).containsExactly(1L, 1L, 1L);
    assertThat(backend.itemIds()).containsOnlyKeys(TestItems.counts(1).id());
  }

  @Test
  @Tag("P2")
  void seal_withoutInstallation_namesNone() {
    deliver(TestItems.events(1), ANONYMOUS);

    assertThat(backend.spans().get(0).resource()).doesNotContainKey("app.installation.id");
  }

  @Test
  @Tag("P5")
  void seal_severalResources_sameBytesInTheOrderOfItems() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      items.add(withVersion(TestItems.event(i), "1." + i % 7));
    }
    items.add(TestItems.counts(1));
    items.add(TestItems.counts(2));

    List<Sealed> first = OtlpDestination.builder(backend.uri()).build().seal(items, CONTEXT);

    for (int i = 0; i < 10; i++) {
      assertThat(OtlpDestination.builder(backend.uri()).build().seal(items, CONTEXT))
          .isEqualTo(first);
    }
    assertThat(first).extracting(Sealed::path).containsExactly("/v1/traces", "/v1/metrics");
    deliver(items, CONTEXT);
    assertThat(backend.requests().get(0).traces().getResourceSpansCount()).isEqualTo(7);
    assertThat(backend.itemIds()).hasSize(42);
    assertThat(first.get(0).itemIds())
        .containsExactlyElementsOf(backend.spans().stream().map(ReceivedSpan::itemId).toList());
  }

  @Test
  void seal_manyBytes_halves() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      items.add(TestItems.event(i, Map.of("a", "x".repeat(200_000))));
    }
    items.addAll(oversize());

    List<Sealed> bodies = OtlpDestination.builder(backend.uri()).build().seal(items, CONTEXT);

    assertThat(bodies)
        .hasSizeGreaterThan(1)
        .allSatisfy(one -> assertThat(one.body()).hasSizeLessThanOrEqualTo(1 << 20));
    assertThat(bodies.stream().mapToInt(one -> one.itemIds().size()).sum()).isEqualTo(10);
  }

  @Test
  void seal_inexpressible_isInNoBody() {
    EventItem noId =
        EventItem.of("z".repeat(48), "x", Purpose.USAGE, 1, 2, Status.UNSET, Map.of(), Map.of());
    EventItem oddValue = TestItems.event(2, Map.of("a", List.of()));
    CountItem badBuckets =
        new CountItem(
            "0".repeat(32),
            Purpose.USAGE,
            LocalDate.EPOCH,
            List.of(
                new CountItem.Point(
                    "m", "s", new TreeMap<>(), 1, 1, false, List.of(1.0), List.of(1L))),
            new TreeMap<>());

    List<Sealed> bodies =
        OtlpDestination.builder(backend.uri())
            .build()
            .seal(List.of(noId, oddValue, badBuckets, TestItems.event(3)), CONTEXT);

    assertThat(bodies).hasSize(1);
    assertThat(bodies.get(0).itemIds()).containsExactly(TestItems.event(3).id());
  }

  @Test
  @Tag("P8")
  void send_partialSuccess_countsTheRefused() {
    backend.answerWith(Answer.partialSuccess(2));
    try (Destination destination = newDestination(backend.uri())) {
      Sealed traces = destination.seal(TestItems.events(5), CONTEXT).get(0);
      Sealed metrics = destination.seal(List.of(TestItems.counts(1)), CONTEXT).get(0);

      assertThat(destination.send(traces, TIMEOUT)).isEqualTo(new Delivered(Map.of(), 2));
      assertThat(destination.send(metrics, TIMEOUT)).isEqualTo(new Delivered(Map.of(), 1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void send_retryable_defersTheDestination(int status) {
    backend.answerWith(Answer.retryAfter(status, "3"));

    assertThat(deliver(TestItems.events(1), CONTEXT))
        .isEqualTo(new Deferred(java.time.Duration.ofSeconds(3), Scope.DESTINATION));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 405, 407})
  void send_wrongSettings_pauseAndLoseNothing(int status) {
    backend.answerWith(status);

    assertThat(deliver(TestItems.events(1), CONTEXT))
        .isEqualTo(new Deferred(java.time.Duration.ofHours(1), Scope.DESTINATION));
  }

  @Test
  @Tag("P7")
  void send_serverBroke_isUncertain() {
    backend.answerWith(500);

    assertThat(deliver(TestItems.events(1), CONTEXT)).isEqualTo(new Uncertain());
  }

  @Test
  void send_headersFail_pausesWithoutQuotingThem() {
    for (String value : List.of("line\nbreak " + SECRET, "")) {
      try (Destination destination =
          OtlpDestination.builder(backend.uri())
              .headers(
                  () -> {
                    if (value.isEmpty()) {
                      throw new IllegalStateException(SECRET);
                    }
                    return Map.of("Authorization", value);
                  })
              .build()) {
        Sealed sealed = destination.seal(TestItems.events(1), CONTEXT).get(0);

        assertThat(destination.send(sealed, TIMEOUT)).isInstanceOf(Deferred.class);
      }
    }
    assertThat(backend.connections()).isZero();
  }

  @Test
  void builder_unsafeEndpoint_isRefusedWithoutQuotingIt() {
    assertThatThrownBy(() -> OtlpDestination.builder(URI.create("http://collector.example.org")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https")
        .hasMessageNotContaining("example");
  }

  @Test
  void endpoint_withPath_keepsIt() {
    try (Destination destination = newDestination(backend.uri().resolve("/otlp/"))) {
      destination.send(destination.seal(TestItems.events(1), CONTEXT).get(0), TIMEOUT);
    }

    assertThat(backend.requests().get(0).path()).isEqualTo("/otlp/v1/traces");
  }

  @Test
  @Tag("P9")
  void seal_leavesTheGlobalOpenTelemetryAlone() {
    deliver(List.of(TestItems.event(1), TestItems.counts(1)), CONTEXT);

    assertThat(GlobalOpenTelemetry.isSet()).isFalse();
  }

  private dev.candor.telemetry.exporter.Outcome deliver(List<Item> items, SealContext context) {
    try (Destination destination = newDestination(backend.uri())) {
      dev.candor.telemetry.exporter.Outcome last = new Uncertain();
      for (Sealed sealed : destination.seal(items, context)) {
        last = destination.send(sealed, TIMEOUT);
      }
      return last;
    }
  }

  private static EventItem withVersion(EventItem item, String version) {
    Map<String, String> resource = new TreeMap<>(item.resource());
    resource.put("service.version", version);
    return EventItem.of(
        item.id(),
        item.name(),
        item.purpose(),
        item.startNanos(),
        item.endNanos(),
        item.status(),
        item.attributes(),
        resource);
  }
}
