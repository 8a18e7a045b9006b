package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.SpanFacts;
import dev.candor.telemetry.exporter.sentry.ErrorTrace.Frame;
import dev.candor.telemetry.exporter.sentry.ErrorTrace.Link;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sentry.Breadcrumb;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.protocol.Mechanism;
import io.sentry.protocol.SentryException;
import io.sentry.protocol.SentryStackFrame;
import io.sentry.protocol.SentryStackTrace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** {@code app.error} as a Sentry event with exceptions. */
final class SentryErrors {
  /** Frames that Sentry keeps of one exception; it cuts the rest out of the middle. */
  static final int MOST_FRAMES = 50;

  /** Steps before an error that go with it. */
  static final int MOST_CRUMBS = 50;

  /** Calls that tell errors apart. */
  private static final int MOST_FINGERPRINT = 24;

  /** Characters that Sentry keeps of the name of a class or function. */
  private static final int LONGEST_SYMBOL = 256;

  private static final String CRUMBS = "breadcrumbs";

  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> TRACE = AttributeKey.stringKey("exception.stacktrace");
  private static final AttributeKey<String> TRAIL = AttributeKey.stringKey("app.error.trail");
  private static final AttributeKey<String> LANGUAGE = AttributeKey.stringKey("app.error.language");
  private static final AttributeKey<String> ORIGIN = AttributeKey.stringKey("app.error.origin");

  private SentryErrors() {}

  static SentryEvent event(SpanData span) {
    SpanFacts facts = SpanFacts.of(span);
    SentryEvent event = new SentryEvent(SentryNames.date(facts.startMillis()));
    String type = text(span, TYPE, "unknown");
    String origin = text(span, ORIGIN, "handled");
    boolean uncaught = origin.equals("uncaught");
    ErrorTrace trace = ErrorTrace.parse(text(span, TRACE, type), type);
    event.setPlatform(text(span, LANGUAGE, "java").equals("python") ? "python" : "java");
    event.setLevel(uncaught ? SentryLevel.FATAL : SentryLevel.ERROR);
    event.setExceptions(exceptions(trace, origin, !uncaught));
    event.setFingerprints(fingerprint(trace));
    setCrumbs(event, crumbs(text(span, TRAIL, ""), facts.startMillis()));
    SentryContexts.fill(event, span, facts);
    return event;
  }

  /** Puts steps into an event. Sentry's class writes a bare list, which its schema has as old. */
  static void setCrumbs(SentryEvent event, List<Breadcrumb> crumbs) {
    event.setUnknown(
        crumbs.isEmpty() ? null : Map.of(CRUMBS, Map.of("values", List.copyOf(crumbs))));
  }

  /** The steps of an event. */
  @SuppressWarnings("unchecked") // put there above
  static List<Breadcrumb> crumbs(SentryEvent event) {
    Map<String, Object> unknown = event.getUnknown();
    return unknown != null
            && unknown.get(CRUMBS) instanceof Map<?, ?> crumbs
            && crumbs.get("values") instanceof List<?> steps
        ? (List<Breadcrumb>) steps
        : List.of();
  }

  /** Sentry wants the first cause first, and of each error the oldest call first. */
  private static List<SentryException> exceptions(
      ErrorTrace trace, String origin, boolean handled) {
    List<SentryException> exceptions = new ArrayList<>();
    for (Link link : trace.chain()) {
      SentryException exception = new SentryException();
      exception.setType(symbol(link.simpleType()));
      if (!link.packageName().isEmpty()) {
        exception.setModule(symbol(link.packageName()));
      }
      if (!link.frames().isEmpty()) {
        exception.setStacktrace(new SentryStackTrace(frames(link.frames())));
      }
      exceptions.add(exception);
    }
    Mechanism mechanism = new Mechanism();
    mechanism.setType(origin);
    mechanism.setHandled(handled);
    exceptions.get(0).setMechanism(mechanism);
    Collections.reverse(exceptions);
    return exceptions;
  }

  private static List<SentryStackFrame> frames(List<Frame> recentFirst) {
    List<Frame> kept = SentryFit.ends(recentFirst, MOST_FRAMES);
    List<SentryStackFrame> frames = new ArrayList<>(kept.size());
    for (int i = kept.size() - 1; i >= 0; i--) {
      Frame call = kept.get(i);
      SentryStackFrame frame = new SentryStackFrame();
      frame.setModule(symbol(call.module()));
      frame.setFunction(symbol(call.function()));
      if (call.line() > 0) {
        frame.setLineno(call.line());
      }
      frame.setInApp(call.inApp());
      frames.add(frame);
    }
    return frames;
  }

  /**
   * What makes two errors one issue: the types of the chain and the application's calls, without
   * lines and without what compilers number. An error without a call of the application is told by
   * the call that threw it.
   */
  private static List<String> fingerprint(ErrorTrace trace) {
    List<String> fingerprint = new ArrayList<>();
    for (Link link : trace.chain()) {
      add(link.type(), fingerprint);
      List<Frame> own = link.frames().stream().filter(Frame::inApp).toList();
      List<Frame> telling = own.isEmpty() ? link.frames() : own;
      for (Frame frame :
          telling.subList(0, own.isEmpty() ? Math.min(1, telling.size()) : own.size())) {
        add(frame.place(), fingerprint);
      }
    }
    return fingerprint;
  }

  /** Leaves out a call that repeats the one before, as recursion of any depth does. */
  private static void add(String whole, List<String> fingerprint) {
    String part = SentryNames.cut(StableNames.of(whole), 2 * LONGEST_SYMBOL);
    int size = fingerprint.size();
    if (size < MOST_FINGERPRINT && (size == 0 || !fingerprint.get(size - 1).equals(part))) {
      fingerprint.add(part);
    }
  }

  /** The last steps, oldest first. They have no times of their own: the error's stands for them. */
  private static List<Breadcrumb> crumbs(String trail, long millis) {
    if (trail.isEmpty()) {
      return List.of();
    }
    String[] steps = trail.split(",", -1);
    List<Breadcrumb> crumbs = new ArrayList<>();
    for (int i = Math.max(0, steps.length - MOST_CRUMBS); i < steps.length; i++) {
      Breadcrumb crumb = new Breadcrumb(SentryNames.date(millis));
      crumb.setCategory("trail");
      crumb.setMessage(steps[i]);
      crumb.setLevel(SentryLevel.INFO);
      crumbs.add(crumb);
    }
    return crumbs;
  }

  private static String symbol(String name) {
    return SentryNames.cut(name, LONGEST_SYMBOL);
  }

  private static String text(SpanData span, AttributeKey<String> key, String otherwise) {
    String value = span.getAttributes().get(key);
    return value == null || value.isEmpty() ? otherwise : value;
  }
}
