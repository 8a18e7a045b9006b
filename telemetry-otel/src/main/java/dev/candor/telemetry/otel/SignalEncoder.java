package dev.candor.telemetry.otel;

import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.ErrorReport.Language;
import dev.candor.telemetry.ErrorReport.Origin;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.scrub.JavaErrors;
import dev.candor.telemetry.scrub.RebuiltError;
import dev.candor.telemetry.spi.CoreEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Understands what callers did: which page is open, what led to an error, which settings were
 * reported. One session; recorder thread only.
 */
final class SignalEncoder implements Signal.Handler {
  private final EventRecorder recorder;
  private final Vocabulary vocabulary;
  private final Scrubbing scrubbing;
  private final Tally losses;
  private final Tally scrubbed;
  private final String sessionId;
  private final Map<String, String> resource;
  private final Map<String, String> machine;
  private final ArrayDeque<Crumb> crumbs = new ArrayDeque<>();
  private final Map<Class<?>, Settings> reported = new HashMap<>();
  private final SessionErrors errors;
  private final Set<String> opened = new HashSet<>();
  private @Nullable Page page;
  private Instant pageSince = Instant.EPOCH;

  SignalEncoder(
      EventRecorder recorder,
      Scrubbing scrubbing,
      RecorderParts parts,
      SessionErrors errors,
      String sessionId) {
    this.recorder = recorder;
    this.errors = errors;
    this.scrubbing = scrubbing;
    this.vocabulary = parts.vocabulary();
    this.losses = parts.losses();
    this.scrubbed = parts.scrubbed();
    this.sessionId = sessionId;
    this.resource = parts.settings().resource();
    this.machine = Resources.ofMachine(parts.settings().properties());
  }

  /** The session of this process begins. */
  void begin(CoreEvents.StartKind kind, Instant at) {
    recordAt(new CoreEvents.SessionStart(kind), at);
  }

  /** The session of this process ends; the page that is open ends with it. */
  void end(Instant start, Instant at, SessionEnd reason) {
    closePage(at);
    endOf(sessionId, start, at, reason, errors.of(sessionId));
  }

  /** An earlier session of this application is found to have ended. */
  void endOf(
      String session, Instant start, Instant at, SessionEnd reason, @Nullable Long sessionErrors) {
    Status status = reason == SessionEnd.CRASH ? Status.ERROR : Status.UNSET;
    recorder.record(
        CoreEvents.Session.class,
        new CoreEvents.Session(reason, sessionErrors),
        Occurrence.between(start, at, status, session, resource));
  }

  @Override
  public void happened(Event event, Instant at) {
    recordAt(event, at);
  }

  @Override
  public void ended(
      Class<?> type,
      @Nullable Event result,
      Signal.Outcome outcome,
      @Nullable Throwable error,
      Instant start,
      Instant end) {
    String errorType =
        error == null ? null : scrubbing.typeName(error.getClass().getName(), scrubbed);
    recorder.record(
        type,
        result,
        new Occurrence(
            null, sessionId, start, end, true, outcome.status, outcome, errorType, resource));
  }

  @Override
  public void used(Feature feature, int times, Instant at) {
    if (isListed(feature)) {
      recordAt(new CoreEvents.FeatureUse(feature, times), at);
    }
  }

  @Override
  public void shown(Page shown, Instant at) {
    if (isListed(shown) && !shown.equals(page)) {
      closePage(at);
      page = shown;
      pageSince = at;
    }
  }

  private void closePage(Instant at) {
    Page open = page;
    if (open != null) {
      page = null;
      recorder.record(
          CoreEvents.PageView.class,
          new CoreEvents.PageView(open, Duration.between(pageSince, at)),
          Occurrence.between(pageSince, at, Status.UNSET, sessionId, resource));
    }
  }

  @Override
  public void passed(Crumb crumb) {
    if (crumbs.size() == ErrorAttributes.MOST_CRUMBS) {
      crumbs.removeFirst();
    }
    crumbs.addLast(crumb);
  }

  @Override
  public void failed(Throwable error, Origin origin, Instant at) {
    RebuiltError rebuilt = JavaErrors.rebuild(error, vocabulary.packages());
    List<ErrorReport.Link> chain = rebuilt.chain().stream().map(TracedError::link).toList();
    failedAs(new ErrorReport(Language.JAVA, origin, chain, 1, List.copyOf(crumbs)), at);
  }

  @Override
  public void traced(@Nullable String type, @Nullable String stackTrace, Instant at) {
    failedAs(TracedError.report(type, stackTrace, vocabulary.packages(), List.copyOf(crumbs)), at);
  }

  private void failedAs(ErrorReport report, Instant at) {
    recorder.record(
        CoreEvents.AppError.class,
        new CoreEvents.AppError(report),
        Occurrence.at(at, sessionId, resource).failed());
    errors.add(sessionId, 1);
  }

  @Override
  public void reported(Settings settings, Instant at) {
    if (!settings.equals(reported.put(settings.keys(), settings))) {
      recordAt(new CoreEvents.SettingsReport(settings), at);
    }
  }

  @Override
  public void opened(SourceKey source) {
    SourceSession session = source.session();
    if (opened.add(source.sessionId())) {
      tell(
          source,
          new CoreEvents.SessionStart(CoreEvents.StartKind.COLD),
          session.started(),
          session.started(),
          Status.UNSET,
          0);
    }
  }

  @Override
  public void told(
      SourceKey source, Event event, Instant start, Instant end, Status status, long sequence) {
    opened(source);
    tell(source, event, start, end, status, sequence);
  }

  @Override
  public void toldError(SourceKey source, ErrorReport report, Instant at, long sequence) {
    opened(source);
    errors.add(source.sessionId(), report.count(), sequence);
    tell(source, new CoreEvents.AppError(report), at, at, Status.ERROR, sequence);
  }

  @Override
  public void toldEnd(SourceKey source, Instant at, SessionEnd reason) {
    opened(source);
    Status status = reason == SessionEnd.CRASH ? Status.ERROR : Status.UNSET;
    CoreEvents.Session session = new CoreEvents.Session(reason, errors.of(source.sessionId()));
    tell(source, session, source.session().started(), at, status, 0);
  }

  private void tell(
      SourceKey source, Event event, Instant start, Instant end, Status status, long sequence) {
    Vocabulary.Word<?> word = vocabulary.word(event.getClass());
    if (word == null) {
      losses.add(Loss.UNLISTED);
      return;
    }
    String id = source.itemId(word.encoder().schema().name(), sequence);
    boolean timed = end.isAfter(start);
    recorder.record(
        event.getClass(),
        event,
        new Occurrence(
            id, source.sessionId(), start, end, timed, status, null, null, resourceOf(source)));
  }

  private Map<String, String> resourceOf(SourceKey source) {
    SourceSession session = source.session();
    TreeMap<String, String> told = new TreeMap<>(machine);
    told.put("service.name", session.source());
    told.put("service.version", session.version());
    told.put("deployment.environment.name", WireNames.of(session.environment()));
    return told;
  }

  private void recordAt(Event event, Instant at) {
    recorder.record(event.getClass(), event, Occurrence.at(at, sessionId, resource));
  }

  private boolean isListed(Object constant) {
    if (constant instanceof Enum<?> listed && vocabulary.lists(listed)) {
      return true;
    }
    losses.add(Loss.UNLISTED);
    return false;
  }
}
