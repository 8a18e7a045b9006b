package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.testkit.TelemetryRecorder.ActivityEnd;
import dev.candor.telemetry.testkit.TelemetryRecorder.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a {@link TelemetryRecorder} remembers. Any thread. */
final class Recordings {
  private final List<Event> events = new ArrayList<>();
  private final List<Ended> ends = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final Map<Feature, Long> uses = new LinkedHashMap<>();
  private final List<Page> pages = new ArrayList<>();
  private final List<Crumb> crumbs = new ArrayList<>();
  private final List<Throwable> errors = new ArrayList<>();
  private final List<ErrorReport> reports = new ArrayList<>();
  private final List<Settings> settings = new ArrayList<>();
  private final List<SourceSession> sources = new ArrayList<>();
  private final List<String> misuses = new ArrayList<>();

  /** Remembers a misuse and throws it. */
  AssertionError misuse(String what) {
    synchronized (this) {
      misuses.add(what);
    }
    throw new AssertionError("telemetry was misused: " + what);
  }

  synchronized void event(Event event) {
    events.add(event);
  }

  synchronized void end(Class<?> type, ActivityEnd end) {
    ends.add(new Ended(type, end));
  }

  synchronized void told(Told one) {
    told.add(one);
    events.add(one.event());
  }

  synchronized void use(Feature feature, long times) {
    uses.merge(feature, times, Long::sum);
  }

  synchronized void page(Page page) {
    if (pages.isEmpty() || pages.get(pages.size() - 1) != page) {
      pages.add(page);
    }
  }

  synchronized void crumb(Crumb crumb) {
    crumbs.add(crumb);
  }

  synchronized void error(Throwable error) {
    errors.add(error);
  }

  synchronized void report(ErrorReport report) {
    reports.add(report);
  }

  synchronized void settings(Settings reported) {
    if (!settings.contains(reported)) {
      settings.add(reported);
    }
  }

  synchronized void source(SourceSession session) {
    sources.add(session);
  }

  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  synchronized List<ActivityEnd> ends(Class<?> type) {
    return ends.stream().filter(ended -> ended.type() == type).map(Ended::end).toList();
  }

  synchronized List<Told> told() {
    return List.copyOf(told);
  }

  synchronized Map<Feature, Long> uses() {
    return Map.copyOf(uses);
  }

  synchronized List<Page> pages() {
    return List.copyOf(pages);
  }

  synchronized List<Crumb> crumbs() {
    return List.copyOf(crumbs);
  }

  synchronized List<Throwable> errors() {
    return List.copyOf(errors);
  }

  synchronized List<ErrorReport> reports() {
    return List.copyOf(reports);
  }

  synchronized List<Settings> settings() {
    return List.copyOf(settings);
  }

  synchronized List<SourceSession> sources() {
    return List.copyOf(sources);
  }

  synchronized List<String> takeMisuses() {
    List<String> taken = List.copyOf(misuses);
    misuses.clear();
    return taken;
  }

  synchronized void clear() {
    events.clear();
    ends.clear();
    told.clear();
    uses.clear();
    pages.clear();
    crumbs.clear();
    errors.clear();
    reports.clear();
    settings.clear();
    sources.clear();
    misuses.clear();
  }

  private record Ended(Class<?> type, ActivityEnd end) {}
}
