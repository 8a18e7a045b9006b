package dev.candor.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that does nothing. Whole: no method of it returns null. */
final class NoopTelemetry implements Telemetry {
  static final NoopTelemetry INSTANCE = new NoopTelemetry();
  static final TelemetryRuntime RUNTIME = new NoopRuntime();
  static final NamedTelemetry NAMED = new NoopNamed();

  private static final NoopActivity ACTIVITY = new NoopActivity();
  private static final SourceTelemetry SOURCE = new NoopSource();

  private NoopTelemetry() {}

  @Override
  public void record(Event event) {}

  @Override
  @SuppressWarnings("unchecked") // it takes any event and keeps none
  public <E extends Event> Activity<E> begin(Class<E> type) {
    return (Activity<E>) ACTIVITY;
  }

  @Override
  @SuppressWarnings("NullAway") // no work has no result, and telemetry throws nothing of its own
  public <E extends Event, T, X extends Throwable> T during(
      Class<E> type, Work<? super Activity<E>, T, X> work) throws X {
    return work == null ? null : work.run(begin(type));
  }

  @Override
  public boolean isOn(Class<? extends Event> type) {
    return false;
  }

  @Override
  public void use(Feature feature, int times) {}

  @Override
  public void page(Page page) {}

  @Override
  public void breadcrumb(Crumb crumb) {}

  @Override
  public void error(Throwable error) {}

  @Override
  public void settings(Settings settings) {}

  @Override
  public SourceTelemetry source(SourceSession session) {
    return SOURCE;
  }

  private static final class NoopActivity implements Activity<Event> {
    @Override
    public void complete(Event result) {}

    @Override
    public void cancel() {}

    @Override
    public void fail(Throwable error) {}

    @Override
    public void close() {}
  }

  private static final class NoopSource implements SourceTelemetry {
    @Override
    public void record(Event event, Instant start, Instant end, Status status, long sequence) {}

    @Override
    public void error(ErrorReport report, Instant at, long sequence) {}

    @Override
    public void end(Instant at, SessionEnd reason) {}
  }

  private static final class NoopNamed implements NamedTelemetry {
    @Override
    public void trackPageView(String path, @Nullable String title) {}

    @Override
    public void trackEvent(String name, Map<String, ?> params) {}

    @Override
    public void trackPerformance(String metric, double value, String unit, Map<String, ?> tags) {}

    @Override
    public void trackAgentUsage(String agentId, String operation, Map<String, ?> metadata) {}

    @Override
    public void trackError(
        String type,
        @Nullable String message,
        @Nullable String stackTrace,
        Map<String, ?> context) {}
  }

  private static final class NoopConsent implements Consent {
    private final ConsentAnswer unknown = ConsentAnswer.unknown();

    @Override
    public ConsentAnswer answer() {
      return unknown;
    }

    @Override
    public ConsentAnswer askIfUnknown(ConsentPrompt prompt) {
      return unknown;
    }

    @Override
    public ConsentAnswer set(ConsentPreset preset) {
      return unknown;
    }

    @Override
    public ConsentAnswer set(Purpose purpose, ConsentAnswer.Switches switches) {
      return unknown;
    }

    @Override
    public List<ConsentRecord> history() {
      return List.of();
    }

    @Override
    public SelfDescription describe(SelfDescription description) {
      return SelfDescription.none();
    }

    @Override
    public SelfDescription selfDescription() {
      return SelfDescription.none();
    }
  }

  private static final class NoopRuntime implements TelemetryRuntime {
    private final Consent consent = new NoopConsent();
    private final TelemetryStatus status =
        new TelemetryStatus(ConsentAnswer.unknown(), List.of(), List.of(), Map.of(), Map.of());

    @Override
    public Telemetry telemetry() {
      return INSTANCE;
    }

    @Override
    public Consent consent() {
      return consent;
    }

    @Override
    public TelemetryStatus status() {
      return status;
    }

    @Override
    public FlushResult flush(Duration timeout) {
      return FlushResult.OFF;
    }

    @Override
    public void close() {}
  }
}
