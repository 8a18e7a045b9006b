package dev.candor.telemetry.spi;

import static dev.candor.telemetry.Purpose.DIAGNOSTICS;
import static dev.candor.telemetry.Purpose.ENVIRONMENT;
import static dev.candor.telemetry.Purpose.USAGE;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.TelemetryEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The built-in events, listed by {@link dev.candor.telemetry.CandorEvents}. Engines make and record
 * them; applications reach them by the methods of {@link dev.candor.telemetry.Telemetry}.
 *
 * <p>{@link FeatureUse}, {@link PageView} and {@link SettingsReport} take any constant of an enum
 * that one of the application's catalogues lists. Their schemas have an empty list of values; an
 * engine drops and counts constants of other enums.
 */
public final class CoreEvents {
  private static final String OWNER = "candor";
  private static final String EXPIRES = "2032-01-01";

  private CoreEvents() {}

  /** A session begins. */
  @TelemetryEvent(
      name = "session.start",
      purpose = USAGE,
      owner = OWNER,
      expires = EXPIRES,
      brief = "The application starts",
      why = "Count starts, and starts after a crash")
  public record SessionStart(@Attr(brief = "What came before") StartKind kind) implements Event {}

  /** A session ends, or is found to have ended; its span runs from start to end. */
  @TelemetryEvent(
      name = "session",
      purpose = USAGE,
      owner = OWNER,
      expires = EXPIRES,
      brief = "The application ran",
      why = "Learn how long sessions last and how many end in a crash")
  public record Session(
      @Attr(key = "session.end.reason", brief = "Why it ended") SessionEnd reason,
      @Attr(key = "session.errors", brief = "Errors in it, if errors may be told")
          @Nullable Long errors)
      implements Event {}

  /** A feature was used. */
  @TelemetryEvent(
      name = "feature.use",
      purpose = USAGE,
      owner = OWNER,
      expires = EXPIRES,
      brief = "A feature is used",
      why = "Learn which features matter")
  public record FeatureUse(
      @Attr(key = "feature.name", brief = "Feature") Feature feature,
      @Attr(brief = "How many times", min = 1, max = 50, sum = true) int times)
      implements Event {}

  /** A page was shown. */
  @TelemetryEvent(
      name = "page.view",
      purpose = USAGE,
      owner = OWNER,
      expires = EXPIRES,
      brief = "A page is shown",
      why = "Learn which pages people visit and for how long")
  public record PageView(
      @Attr(key = "page.name", brief = "Page") Page page,
      @Attr(brief = "Time on the page", max = 604_800) Duration duration)
      implements Event {}

  /** An error; on the wire {@code error.type} and the rebuilt frames, never a message. */
  @TelemetryEvent(
      name = "app.error",
      purpose = DIAGNOSTICS,
      owner = OWNER,
      expires = EXPIRES,
      brief = "Something went wrong",
      why = "Find and mend faults")
  public record AppError(@Attr(key = "app.error", brief = "Rebuilt error") ErrorReport report)
      implements Event {}

  /** The settings in force; on the wire one attribute for each key. */
  @TelemetryEvent(
      name = "settings.report",
      purpose = ENVIRONMENT,
      owner = OWNER,
      expires = EXPIRES,
      brief = "Settings in force",
      why = "Learn which settings are used, so that defaults fit",
      withErrors = true)
  public record SettingsReport(@Attr(key = "settings.report", brief = "Settings") Settings settings)
      implements Event {}

  /** What came before a start. */
  public enum StartKind {
    /** A session that ended in order, or none. */
    COLD,
    /** A session that an uncaught error ended. */
    AFTER_CRASH,
    /** A session that ended without a word. */
    AFTER_UNFINISHED
  }
}
