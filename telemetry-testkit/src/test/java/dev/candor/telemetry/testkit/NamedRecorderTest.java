package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.TelemetryEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the kit remembers of calls by name, and what it refuses. */
class NamedRecorderTest {
  private static final String WORD = "ada.lovelace";

  @RegisterExtension
  final TelemetryRecorder recorder =
      TelemetryRecorder.of(LabEvents.class, NamedRecorderTest.Agents.class);

  private final NamedTelemetry named = recorder.runtime().named();

  @Test
  void trackEvent_listed_isRememberedInItsType() {
    named.trackEvent("imaging.run", Map.of("mode", "Manual", "channels", 3, "images", 12L));

    assertThat(recorder.recorded(LabEvents.ImagingRun.class))
        .containsExactly(new LabEvents.ImagingRun(LabEvents.Mode.MANUAL, 3, 12));
  }

  @Test
  void trackPageView_pathOfAListedPage_isThatPage() {
    named.trackPageView("/Setup/?id=7", null);
    named.trackPageView("/", "Run");

    assertThat(recorder.pages()).containsExactly(LabEvents.Tab.SETUP, LabEvents.Tab.RUN);
  }

  @Test
  void trackPerformance_withUnit_isRememberedInItsType() {
    named.trackPerformance("query_latency", 2, "s", Map.of());

    assertThat(recorder.recorded(Latency.class))
        .containsExactly(new Latency(Duration.ofSeconds(2)));
  }

  @Test
  void trackAgentUsage_listed_isRememberedInItsType() {
    named.trackAgentUsage("backend", "search", Map.of("success", true));

    assertThat(recorder.recorded(AgentUsage.class))
        .containsExactly(new AgentUsage(Hashed.of("backend"), Operation.SEARCH, true));
  }

  @Test
  void trackError_typeAndMessage_isRememberedWithoutTheMessage() {
    named.trackError("ConnectionError", WORD, WORD, Map.of(WORD, WORD));

    assertThat(recorder.reports()).extracting(ErrorReport::type).containsExactly("ConnectionError");
    assertThat(recorder.reports().toString()).doesNotContain(WORD);
  }

  @Test
  void everyCall_afterANo_isForgotten() {
    recorder.consent().set(ConsentPreset.NO);

    named.trackEvent("imaging.run", Map.of("mode", "manual", "channels", 3, "images", 12));
    named.trackPageView("/setup", null);
    named.trackPerformance("query_latency", 2);
    named.trackAgentUsage("backend", "search", Map.of("success", true));
    named.trackError("ConnectionError", null);

    assertThat(recorder.recorded()).isEmpty();
    assertThat(recorder.pages()).isEmpty();
    assertThat(recorder.reports()).isEmpty();
  }

  @Test
  void everyCall_whatAnEngineWouldDrop_throwsWithoutTheValue() {
    Map<String, Object> complete = Map.of("mode", "manual", "channels", 3, "images", 12);
    List<Runnable> misuses =
        List.of(
            () -> named.trackEvent(WORD),
            () -> named.trackEvent(null),
            () -> named.trackEvent("app.error"),
            () -> named.trackEvent("imaging.run", Map.of("mode", "manual", "channels", 3)),
            () -> named.trackEvent("imaging.run", with(complete, WORD, 1)),
            () -> named.trackEvent("imaging.run", with(complete, "mode", WORD)),
            () -> named.trackEvent("imaging.run", with(complete, "channels", List.of(3))),
            () -> named.trackEvent("imaging.run", with(complete, "channels", 17)),
            () -> named.trackPageView("/" + WORD, WORD),
            () -> named.trackPageView(null, null),
            () -> named.trackPerformance("query_latency", 2, WORD, Map.of()),
            () -> named.trackPerformance("imaging.run", 2),
            () -> named.trackAgentUsage("backend", WORD, Map.of("success", true)),
            () -> named.trackError(null, WORD));

    for (Runnable misuse : misuses) {
      assertThatThrownBy(misuse::run)
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith("telemetry was misused")
          .hasMessageNotContaining(WORD);
    }
    assertThat(recorder.misuses()).hasSameSizeAs(misuses);
    assertThat(recorder.recorded()).isEmpty();
  }

  private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
    Map<String, Object> all = new java.util.HashMap<>(values);
    all.put(key, value);
    return all;
  }

  /** What an application that tracked agents reports. */
  @EventCatalog(events = {AgentUsage.class, Latency.class})
  interface Agents {}

  @TelemetryEvent(
      name = "agent_usage",
      purpose = Purpose.USAGE,
      owner = "agents",
      expires = "2028-01-01",
      brief = "An agent was used",
      why = "Which are")
  record AgentUsage(
      @Attr(brief = "Which agent") Hashed agentId,
      @Attr(brief = "What for") Operation operation,
      @Attr(brief = "Whether it went well") boolean success)
      implements Event {}

  @TelemetryEvent(
      name = "query_latency",
      purpose = Purpose.PERFORMANCE,
      owner = "agents",
      expires = "2028-01-01",
      brief = "How long a query took",
      why = "Whether it is quick")
  record Latency(@Attr(brief = "How long", max = 60) Duration value) implements Event {}

  enum Operation {
    DISCOVER,
    SEARCH
  }
}
