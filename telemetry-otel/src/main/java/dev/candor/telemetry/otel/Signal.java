package dev.candor.telemetry.otel;

import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.ErrorReport.Origin;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceTelemetry.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a caller hands to the recorder: references and times, nothing computed. */
sealed interface Signal {
  /** Calls the handler's method for this kind. Recorder thread only. */
  void handle(Handler handler);

  /** Understands all kinds. */
  interface Handler {
    void happened(Event event, Instant at);

    void ended(
        Class<?> type,
        @Nullable Event result,
        Outcome outcome,
        @Nullable Throwable error,
        Instant start,
        Instant end);

    void used(Feature feature, int times, Instant at);

    void shown(Page page, Instant at);

    void passed(Crumb crumb);

    void failed(Throwable error, Origin origin, Instant at);

    void traced(@Nullable String type, @Nullable String stackTrace, Instant at);

    void reported(Settings settings, Instant at);

    void opened(SourceKey source);

    void told(
        SourceKey source, Event event, Instant start, Instant end, Status status, long sequence);

    void toldError(SourceKey source, ErrorReport report, Instant at, long sequence);

    void toldEnd(SourceKey source, Instant at, SessionEnd reason);
  }

  /** How an activity ended; the attribute {@code activity.outcome}. */
  enum Outcome {
    COMPLETED(Status.OK),
    CANCELLED(Status.UNSET),
    FAILED(Status.ERROR),
    ABANDONED(Status.UNSET);

    final Status status;

    Outcome(Status status) {
      this.status = status;
    }
  }

  /** An event that happened at one moment. */
  record Happened(Event event, Instant at) implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.happened(event, at);
    }
  }

  /** An activity that ended. */
  record Ended(
      Class<?> type,
      @Nullable Event result,
      Outcome outcome,
      @Nullable Throwable error,
      Instant start,
      Instant end)
      implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.ended(type, result, outcome, error, start, end);
    }
  }

  /** A feature that was used. */
  record Used(Feature feature, int times, Instant at) implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.used(feature, times, at);
    }
  }

  /** A page that is shown from now on. */
  record Shown(Page page, Instant at) implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.shown(page, at);
    }
  }

  /** A breadcrumb. */
  record Passed(Crumb crumb) implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.passed(crumb);
    }
  }

  /** An error. */
  record Failed(Throwable error, Origin origin, Instant at) implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.failed(error, origin, at);
    }
  }

  /** An error of which only texts are known. */
  record Traced(@Nullable String type, @Nullable String stackTrace, Instant at) implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.traced(type, stackTrace, at);
    }
  }

  /** Settings in force. */
  record Reported(Settings settings, Instant at) implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.reported(settings, at);
    }
  }

  /** A watched program's session that somebody speaks of. */
  record Opened(SourceKey source) implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.opened(source);
    }
  }

  /** An event of a watched program. */
  record Told(
      SourceKey source, Event event, Instant start, Instant end, Status status, long sequence)
      implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.told(source, event, start, end, status, sequence);
    }
  }

  /** An error of a watched program. */
  record ToldError(SourceKey source, ErrorReport report, Instant at, long sequence)
      implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.toldError(source, report, at, sequence);
    }
  }

  /** The end of a watched program's session. */
  record ToldEnd(SourceKey source, Instant at, SessionEnd reason) implements Signal {
    @Override
    public void handle(Handler handler) {
      handler.toldEnd(source, at, reason);
    }
  }
}
