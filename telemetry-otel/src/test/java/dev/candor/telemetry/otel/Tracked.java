package dev.candor.telemetry.otel;

import static dev.candor.telemetry.Purpose.PERFORMANCE;
import static dev.candor.telemetry.Purpose.USAGE;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.TelemetryEvent;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalogue of an application that called trackers by name before. */
@EventCatalog(
    events = {
      Tracked.WorkflowStarted.class,
      Tracked.AgentUsage.class,
      Tracked.QueryLatency.class,
      Tracked.CacheSize.class,
      Tracked.Strict.class
    },
    pages = Tracked.View.class)
public interface Tracked {
  /** Pages. */
  enum View implements Page {
    HOME,
    EVENT_SEARCH
  }

  /** Workflows. */
  enum Workflow {
    EVENT_BASED,
    STATION_BASED
  }

  /** Downloads. */
  enum Download {
    WAVEFORM,
    METADATA
  }

  /** Operations. */
  enum Operation {
    DISCOVER,
    SEARCH
  }

  /** Seed Vault's custom event. */
  @TelemetryEvent(
      name = "workflow_started",
      purpose = USAGE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A workflow starts",
      why = "Learn which workflows matter")
  record WorkflowStarted(
      @Attr(brief = "Workflow") @Nullable Workflow workflowType,
      @Attr(brief = "Download") @Nullable Download downloadType,
      @Attr(brief = "Others") @Nullable Set<Download> others)
      implements Event {}

  /** Mycelium's usage of agents. */
  @TelemetryEvent(
      name = "agent_usage",
      purpose = USAGE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "An agent is used",
      why = "Learn which agents are used")
  record AgentUsage(
      @Attr(brief = "Agent") @Nullable Hashed agentIdHash,
      @Attr(brief = "Operation") @Nullable Operation operation,
      @Attr(brief = "Time", unit = "ms") @Nullable Long durationMs,
      @Attr(brief = "Success") @Nullable Boolean success,
      @Attr(brief = "Retries") @Nullable Integer retryCount,
      @Attr(brief = "Cache hit") @Nullable Boolean cacheHit,
      @Attr(brief = "Results") @Nullable Integer resultCount,
      @Attr(brief = "Status", max = 599) @Nullable Integer statusCode)
      implements Event {}

  /** Mycelium's performance metric. */
  @TelemetryEvent(
      name = "query_latency",
      purpose = PERFORMANCE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A query was answered",
      why = "Learn how long queries take")
  record QueryLatency(
      @Attr(brief = "Time") Duration value,
      @Attr(brief = "Operation") @Nullable Operation operation,
      @Attr(brief = "User") @Nullable Hashed userId,
      @Attr(brief = "Node", label = false) @Nullable Operation node_agent,
      @Attr(brief = "Shard") @Nullable Integer shardId)
      implements Event {}

  /** A measurement in another unit. */
  @TelemetryEvent(
      name = "cache_size",
      purpose = PERFORMANCE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "The cache was measured",
      why = "Learn how large caches grow")
  record CacheSize(@Attr(brief = "Size", unit = "By") double value) implements Event {}

  /** An event that takes no half answers. */
  @TelemetryEvent(
      name = "strict_thing",
      purpose = USAGE,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A strict thing",
      why = "Nobody knows")
  record Strict(@Attr(brief = "Number") int number) implements Event {
    /** Refuses an unlucky number. */
    public Strict {
      if (number == 13) {
        throw new IllegalStateException("thirteen");
      }
    }
  }
}
