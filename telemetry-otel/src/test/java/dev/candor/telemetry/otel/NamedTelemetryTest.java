package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedPoint;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What arrives of calls by name, and what is counted instead. */
class NamedTelemetryTest {
  private static final String TRACE =
      """
      Traceback (most recent call last):
        File "/home/ada/site-packages/requests/api.py", line 59, in get
          return request("get", url)
      ConnectionError: cannot reach ada@lab.example.org
      """;

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;
  private TelemetryRuntime runtime;
  private NamedTelemetry named;

  @BeforeEach
  void start() {
    runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("lab", "1.4.2", Tracked.class)
                .folder(folder)
                .clock(FakeClock.create())
                .endpoint(backend.uri())
                .environment(
                    Map.of(
                        "TELEMETRY_RUNTIME", "service",
                        "OTEL_RESOURCE_ATTRIBUTES", "app.runtime.kind=gui"))
                .build());
    runtime.consent().set(ConsentPreset.EVERYTHING);
    named = runtime.named();
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  @Tag("SV-18")
  void trackEvent_listedEvent_arrivesAsTheTypedOne() {
    named.trackEvent(
        "workflow_started",
        Map.of("workflow_type", "event_based", "workflow_started.download_type", "Waveform"));
    runtime
        .telemetry()
        .record(
            new Tracked.WorkflowStarted(
                Tracked.Workflow.EVENT_BASED, Tracked.Download.WAVEFORM, null));
    LabRuntime.deliver(runtime);

    assertThat(backend.spans("workflow_started"))
        .hasSize(2)
        .extracting(ReceivedSpan::attributes)
        .allMatch(attributes -> attributes.equals(attributes("workflow_started")))
        .first()
        .satisfies(
            attributes ->
                assertThat(attributes)
                    .containsEntry("workflow_started.workflow_type", "event_based")
                    .containsEntry("workflow_started.download_type", "waveform"));
    assertThat(runtime.status().scrubbed()).isEmpty();
  }

  @Test
  @Tag("SV-20")
  void trackEvent_namesOfTheSharedContext_changeNothingOfIt() {
    Map<String, String> forged =
        Map.of(
            "session.id", "forged",
            "session_id", "forged",
            "app.runtime.kind", "gui",
            "runtime", "gui",
            "telemetry.sdk.version", "9.9",
            "lib_version", "9.9");
    Map<String, Object> params = new HashMap<>(forged);
    params.put("workflow_type", "event_based");

    named.trackEvent("workflow_started", params);
    LabRuntime.deliver(runtime);

    ReceivedSpan span = backend.spans("workflow_started").get(0);
    assertThat(span.attributes())
        .containsOnlyKeys("workflow_started.workflow_type", "session.id")
        .doesNotContainValue("forged");
    assertThat(span.resource())
        .containsEntry("app.runtime.kind", "service")
        .containsEntry("telemetry.sdk.version", "0.1.0");
    assertThat(
            runtime.status().losses().values().stream().mapToLong(n -> n).sum()
                + runtime.status().scrubbed().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(forged.size());
  }

  @Test
  @Tag("P4")
  void trackEvent_nameThatNobodyLists_isCountedAndNothingArrives() {
    named.trackEvent("button_clicked", Map.of("button", "start"));
    named.trackEvent("app.error");
    named.trackEvent(null);
    LabRuntime.deliver(runtime);

    assertThat(backend.spans()).extracting(ReceivedSpan::name).containsOnly("session.start");
    assertThat(runtime.status().losses()).containsEntry("unlisted", 2L).containsEntry("misuse", 1L);
  }

  @Test
  @Tag("MY-14")
  @Tag("P4")
  void trackAgentUsage_keysThatNobodyDeclares_areGoneAndCounted() {
    named.trackAgentUsage(
        "a",
        "discover",
        Map.of(
            "duration_ms",
            150,
            "success",
            true,
            "retry_count",
            2L,
            "cache_hit",
            "False",
            "result_count",
            3.0,
            "status_code",
            200,
            "prompt",
            "tell me",
            "session",
            7));
    LabRuntime.deliver(runtime);

    assertThat(attributes("agent_usage"))
        .containsEntry("agent_usage.duration_ms", 150L)
        .containsEntry("agent_usage.success", true)
        .containsEntry("agent_usage.retry_count", 2L)
        .containsEntry("agent_usage.cache_hit", false)
        .containsEntry("agent_usage.result_count", 3L)
        .containsEntry("agent_usage.status_code", 200L)
        .hasSize(9);
    assertThat(runtime.status().scrubbed()).isEqualTo(Map.of("unregistered", 2L));
  }

  @Test
  @Tag("MY-45")
  @Tag("P4")
  void trackAgentUsage_nestedValues_areGoneAndCounted() {
    named.trackAgentUsage(
        "a",
        "discover",
        Map.of(
            "duration_ms", List.of(150),
            "success", Map.of("success", true),
            "retry_count", new int[] {1},
            "status_code", Map.of()));
    LabRuntime.deliver(runtime);

    assertThat(attributes("agent_usage"))
        .containsOnlyKeys("agent_usage.agent_id_hash", "agent_usage.operation", "session.id");
    assertThat(runtime.status().scrubbed()).isEqualTo(Map.of("nested", 4L));
  }

  @Test
  @Tag("MY-47")
  @Tag("P4")
  void trackPerformance_tags_areHashedOrInAClosedList() {
    named.trackPerformance(
        "query_latency",
        95.5,
        "ms",
        Map.of("operation", "quantum", "user_id", "ada", "node_agent", "search", "shard_id", 7));
    LabRuntime.deliver(runtime);

    assertThat(attributes("query_latency"))
        .containsOnlyKeys("query_latency.value", "query_latency.user_id", "session.id")
        .hasEntrySatisfying(
            "query_latency.user_id", hash -> assertThat((String) hash).matches("[0-9a-f]{32}"));
    assertThat(runtime.status().scrubbed()).isEqualTo(Map.of("unlisted", 1L, "identifier", 2L));
  }

  @Test
  @Tag("MY-68")
  void trackAgentUsage_always_arrivesWithAHashForTheAgent() {
    named.trackAgentUsage("backend-developer", "discover", Map.of("duration_ms", 150));
    LabRuntime.deliver(runtime);

    assertThat(attributes("agent_usage"))
        .containsEntry("agent_usage.operation", "discover")
        .containsEntry("agent_usage.duration_ms", 150L)
        .containsOnlyKeys(
            "agent_usage.agent_id_hash",
            "agent_usage.operation",
            "agent_usage.duration_ms",
            "session.id")
        .hasEntrySatisfying(
            "agent_usage.agent_id_hash", hash -> assertThat((String) hash).matches("[0-9a-f]{32}"));
  }

  @Test
  @Tag("MY-69")
  void trackPerformance_withoutUnit_isMillisecondsInAHistogram() {
    named.trackPerformance("query_latency", 95.5);
    named.trackPerformance("query_latency", 2, "s", Map.of("operation", "search"));
    LabRuntime.deliver(runtime);

    assertThat(backend.points("query_latency.value"))
        .allMatch(point -> point.unit().equals("s") && !point.buckets().isEmpty())
        .extracting(ReceivedPoint::sum)
        .containsExactlyInAnyOrder(0.0955, 2.0);
  }

  @Test
  void trackPerformance_inTheDeclaredUnit_arrives() {
    named.trackPerformance("cache_size", 4096, "By", null);
    LabRuntime.deliver(runtime);

    assertThat(attributes("cache_size")).containsEntry("cache_size.value", 4096.0);
  }

  @Test
  void trackPerformance_withoutAUsableNumber_isIncomplete() {
    named.trackPerformance("cache_size", 4096, "kBy", Map.of());
    named.trackPerformance("query_latency", Double.NaN);
    named.trackPerformance("query_latency", 1e300, "h", Map.of());
    named.trackPerformance("query_latency", 1, "fortnight", Map.of());
    named.trackPerformance("agent_usage", 1);
    LabRuntime.deliver(runtime);

    assertThat(runtime.status().losses()).isEqualTo(Map.of("incomplete", 5L));
  }

  @Test
  @Tag("MY-70")
  @Tag("P4")
  void trackError_pythonTrace_arrivesAsTypeAndFramesWithoutWords() {
    named.trackError("ConnectionError", "cannot reach ada", TRACE, Map.of("url", "ada"));
    LabRuntime.deliver(runtime);

    assertThat(attributes("app.error"))
        .containsEntry("error.type", "ConnectionError")
        .containsEntry("app.error.language", "python")
        .containsEntry("app.error.origin", "handled")
        .containsEntry("exception.stacktrace", "ConnectionError\n  at requests.api.get:59");
    assertThat(runtime.status().scrubbed()).isEqualTo(Map.of("unregistered", 1L));
  }

  @Test
  @Tag("MY-70")
  void trackError_javaTrace_arrivesWithItsCause() {
    named.trackError(
        null,
        null,
        "java.io.IOException: /home/ada/x\n\tat lab.Store.write(Store.java:12)\n"
            + "Caused by: java.lang.IllegalStateException: ada\n\tat lab.Disk.sync(Disk.java:3)\n",
        null);
    LabRuntime.deliver(runtime);

    assertThat((String) attributes("app.error").get("exception.stacktrace"))
        .startsWith("java.io.IOException\n  at lab.Store.write:12")
        .contains("caused by java.lang.IllegalStateException\n  at lab.Disk.sync:3")
        .doesNotContain("ada");
  }

  @Test
  void trackError_typeThatIsASentence_isUnknown() {
    named.trackError("cannot open file", "cannot open file");
    LabRuntime.deliver(runtime);

    assertThat(attributes("app.error")).containsEntry("error.type", "unknown");
  }

  @Test
  @Tag("SV-17")
  void trackPageView_pathOrTitleOfAListedPage_isThatPageOnce() {
    named.trackPageView("/event-search", "Event Search");
    named.trackPageView("/Event-Search/?id=7#ada", "Event Search");
    named.trackPageView("/", "Home");
    named.trackPageView("/users/ada", "Ada");
    named.trackPageView(null, null);
    LabRuntime.deliver(runtime);
    runtime.close();

    assertThat(runtime.status().losses()).containsEntry("unlisted", 2L);
    assertThat(attributes("page.view")).containsEntry("page.name", "event_search");
  }

  @Test
  void trackEvent_valueThatCannotBeMissing_isIncomplete() {
    named.trackEvent("strict_thing");
    named.trackEvent("strict_thing", Map.of("number", "7"));
    named.trackEvent("strict_thing", Map.of("number", 5_000_000_000L));
    named.trackEvent("strict_thing", Map.of("number", 13));
    named.trackEvent("strict_thing", Map.of("number", 7));
    LabRuntime.deliver(runtime);

    assertThat(attributes("strict_thing")).containsEntry("strict_thing.number", 7L);
    assertThat(runtime.status().losses()).isEqualTo(Map.of("incomplete", 4L));
  }

  private Map<String, Object> attributes(String name) {
    List<ReceivedSpan> spans = backend.spans(name);
    assertThat(spans).as(name).isNotEmpty();
    return spans.get(0).attributes();
  }
}
