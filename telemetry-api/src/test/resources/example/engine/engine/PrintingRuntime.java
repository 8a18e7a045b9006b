package engine;

import dev.candor.telemetry.Activity;
import dev.candor.telemetry.Consent;
import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ConsentPrompt;
import dev.candor.telemetry.ConsentQuestion;
import dev.candor.telemetry.ConsentRecord;
import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus;
import dev.candor.telemetry.spi.CoreEvents;
import java.time.Duration;
import java.util.List;

/** Prints each call. */
record PrintingRuntime(PrintingEngine engine, String service)
    implements TelemetryRuntime, Telemetry, Consent {
  @Override
  public Telemetry telemetry() {
    return this;
  }

  @Override
  public Consent consent() {
    return this;
  }

  @Override
  public ConsentAnswer askIfUnknown(ConsentPrompt prompt) {
    prompt
        .ask(new ConsentQuestion(service, 1, List.of(), engine.items()))
        .ifPresentOrElse(
            preset -> System.out.println("answer " + preset),
            () -> System.out.println("no answer"));
    return answer();
  }

  @Override
  public void record(Event event) {
    engine.print(event, "recorded");
  }

  @Override
  public <E extends Event> Activity<E> begin(Class<E> type) {
    return new PrintingActivity<>(engine, type);
  }

  @Override
  public <E extends Event, T, X extends Throwable> T during(
      Class<E> type, Work<? super Activity<E>, T, X> work) throws X {
    Activity<E> activity = begin(type);
    try {
      return work.run(activity);
    } catch (Throwable error) {
      activity.fail(error);
      throw error;
    }
  }

  @Override
  public void use(Feature feature, int times) {
    record(new CoreEvents.FeatureUse(feature, times));
  }

  @Override
  public void close() {
    System.out.println("closed");
  }

  @Override
  public boolean isOn(Class<? extends Event> type) {
    return true;
  }

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
    return Telemetry.noop().source(session);
  }

  @Override
  public ConsentAnswer answer() {
    return ConsentAnswer.unknown();
  }

  @Override
  public ConsentAnswer set(ConsentPreset preset) {
    return answer();
  }

  @Override
  public ConsentAnswer set(Purpose purpose, ConsentAnswer.Switches switches) {
    return answer();
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

  @Override
  public TelemetryStatus status() {
    return TelemetryRuntime.noop().status();
  }

  @Override
  public FlushResult flush(Duration timeout) {
    return FlushResult.STORED;
  }

  private record PrintingActivity<E extends Event>(PrintingEngine engine, Class<E> type)
      implements Activity<E> {
    @Override
    public void complete(E result) {
      engine.print(result, "completed");
    }

    @Override
    public void cancel() {}

    @Override
    public void fail(Throwable error) {
      System.out.println(type.getSimpleName() + " failed with " + error.getClass().getSimpleName());
    }

    @Override
    public void close() {}
  }
}
