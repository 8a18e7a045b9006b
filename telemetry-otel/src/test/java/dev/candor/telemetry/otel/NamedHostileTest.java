package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.FakeClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls by name that are wrong in every way, and those that nobody agreed to. */
class NamedHostileTest {
  @TempDir Path folder;

  private TelemetryRuntime start() {
    return TelemetryRuntime.start(
        TelemetryOptions.builder("lab", "1.4.2", Tracked.class)
            .folder(folder.resolve("candor"))
            .clock(FakeClock.create())
            .environment(Map.of())
            .build());
  }

  @Test
  @Tag("P9")
  void everyCall_withNulls_throwsNothingAndIsCounted() {
    try (TelemetryRuntime runtime = start()) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      NamedTelemetry named = runtime.named();
      named.trackEvent(null, null);
      named.trackEvent("workflow_started", null);
      named.trackPageView(null, null);
      named.trackPerformance(null, 0, null, null);
      named.trackAgentUsage(null, null, null);
      named.trackError(null, null, null, null);
      LabRuntime.store(runtime);

      assertThat(runtime.status().losses()).isEqualTo(Map.of("misuse", 3L, "unlisted", 1L));
    }
  }

  @Test
  @Tag("P9")
  void everyCall_withMapsThatThrow_throwsNothingAndIsCounted() {
    Map<String, Object> throwing =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            throw new StackOverflowError();
          }
        };
    Map<String, Object> sorted = new TreeMap<>();
    sorted.put("x", 1);
    Map<String, Object> odd = new HashMap<>();
    odd.put(null, null);
    try (TelemetryRuntime runtime = start()) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      NamedTelemetry named = runtime.named();
      named.trackEvent("workflow_started", throwing);
      named.trackPerformance("query_latency", 1, "ms", throwing);
      named.trackAgentUsage("a", "discover", throwing);
      named.trackError("E", null, null, throwing);
      named.trackEvent("workflow_started", sorted);
      named.trackEvent("workflow_started", odd);
      LabRuntime.store(runtime);

      assertThat(runtime.status().losses()).isEqualTo(Map.of("misuse", 4L));
      assertThat(runtime.status().scrubbed()).isEqualTo(Map.of("unregistered", 2L));
    }
  }

  @Test
  @Tag("P1")
  void everyCall_beforeAnAnswer_writesAndCountsNothing() {
    try (TelemetryRuntime runtime = start()) {
      NamedTelemetry named = runtime.named();
      named.trackEvent("workflow_started");
      named.trackPageView("/event-search", null);
      named.trackError("E", "m");

      assertThat(runtime.status().losses()).isEmpty();
      assertThat(Files.exists(folder.resolve("candor"))).isFalse();
    }
  }

  @Test
  @Tag("P2")
  void everyCall_purposeThatNobodyAgreedTo_isNotKept() {
    try (TelemetryRuntime runtime = start()) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime
          .consent()
          .set(
              dev.candor.telemetry.Purpose.PERFORMANCE,
              dev.candor.telemetry.ConsentAnswer.Switches.of(ConsentPreset.NO));
      runtime.named().trackPerformance("query_latency", 1);
      LabRuntime.store(runtime);

      assertThat(runtime.status().losses()).containsEntry("not_agreed", 1L);
    }
  }
}
