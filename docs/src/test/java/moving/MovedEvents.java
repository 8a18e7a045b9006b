package moving;

import static dev.candor.telemetry.Purpose.PERFORMANCE;
import static dev.candor.telemetry.Purpose.USAGE;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.TelemetryEvent;
import java.time.Duration;

/** All that the calls by name may say. */
// region: catalogue
@EventCatalog(
    events = {
      MovedEvents.WorkflowStarted.class,
      MovedEvents.AgentUsage.class,
      MovedEvents.QueryLatency.class
    },
    pages = MovedEvents.View.class)
interface MovedEvents {
  @TelemetryEvent(
      name = "workflow_started", // the name that the calls use
      purpose = USAGE,
      owner = "search",
      expires = "2028-01-01",
      brief = "A workflow starts",
      why = "Find out which workflows are used")
  record WorkflowStarted(
      @Attr(brief = "Workflow") Workflow workflowType, // the key workflow_type
      @Attr(brief = "What is downloaded") Download downloadType)
      implements Event {}

  @TelemetryEvent(
      name = "agent_usage",
      purpose = USAGE,
      owner = "agents",
      expires = "2028-01-01",
      brief = "An agent is used",
      why = "Find out which agents are used")
  record AgentUsage(
      @Attr(brief = "Agent") Hashed agentId, // never the name, only its hash
      @Attr(brief = "Operation") Operation operation,
      @Attr(brief = "Time", unit = "ms") Long durationMs, // Long, not long: it may be missing
      @Attr(brief = "Success") Boolean success)
      implements Event {}

  @TelemetryEvent(
      name = "query_latency",
      purpose = PERFORMANCE,
      owner = "search",
      expires = "2028-01-01",
      brief = "A query was answered",
      why = "Find out how long queries take")
  record QueryLatency(
      @Attr(brief = "Time") Duration value, // what trackPerformance measures is called value
      @Attr(brief = "Operation") Operation operation)
      implements Event {}

  enum View implements Page {
    EVENT_SEARCH, // the path /event-search
    HOME
  }

  enum Workflow {
    EVENT_BASED,
    STATION_BASED
  }

  enum Download {
    WAVEFORM,
    METADATA
  }

  enum Operation {
    DISCOVER,
    SEARCH
  }
}
// endregion
