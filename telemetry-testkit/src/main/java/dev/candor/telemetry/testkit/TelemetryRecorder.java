package dev.candor.telemetry.testkit;

import dev.candor.telemetry.Consent;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Feature;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.Page;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A telemetry for tests of applications: it remembers what was recorded, in the types of the
 * application, and sends nothing.
 *
 * <p>Register it with {@code @RegisterExtension}; it forgets all before each test. It needs no
 * engine. What an engine would quietly drop and count as misuse — an event that no catalogue lists,
 * a number out of its range, a feature of another list — throws here, and fails the test even if
 * the application swallows the throw. It is never off by expiry, so no test breaks with the
 * calendar. Any thread.
 *
 * <pre>{@code
 * @RegisterExtension TelemetryRecorder telemetry = TelemetryRecorder.of(LabEvents.class);
 *
 * @Test
 * void take_always_reportsImages() {
 *   new Camera(telemetry.telemetry()).take(3);
 *
 *   assertThat(telemetry.recorded(ImagingRun.class)).containsExactly(new ImagingRun(AUTO, 1, 3));
 * }
 * }</pre>
 */
public final class TelemetryRecorder implements BeforeEachCallback, AfterEachCallback {
  private final CatalogIndex catalogs;
  private final Recordings recordings = new Recordings();
  private final RecordingConsent consent;
  private final RecordingTelemetry telemetry;
  private final RecordingNamedTelemetry named;
  private @Nullable ConsentPreset preset = ConsentPreset.EVERYTHING;

  private TelemetryRecorder(CatalogIndex catalogs) {
    this.catalogs = catalogs;
    this.consent = new RecordingConsent(catalogs, recordings);
    this.telemetry = new RecordingTelemetry(catalogs, recordings, consent);
    this.named = new RecordingNamedTelemetry(catalogs, recordings, telemetry);
    reset();
  }

  /**
   * Creates a recorder for an application's catalogues; the built-in one is always there. The
   * answer is {@link ConsentPreset#EVERYTHING}.
   *
   * @throws AssertionError if the annotation processor has generated nothing for a catalogue
   */
  public static TelemetryRecorder of(Class<?>... catalogs) {
    return new TelemetryRecorder(CatalogIndex.of(List.of(catalogs)));
  }

  /** Begins each test with this answer. */
  public TelemetryRecorder answering(ConsentPreset answer) {
    preset = answer;
    reset();
    return this;
  }

  /** Begins each test without an answer. */
  public TelemetryRecorder unanswered() {
    preset = null;
    reset();
    return this;
  }

  /** The telemetry to hand to the application. */
  public Telemetry telemetry() {
    return telemetry;
  }

  /** The door for calls by name; what they say is remembered as if it were said in types. */
  public NamedTelemetry named() {
    return named;
  }

  /** The consent to hand to the application; changing it takes effect at once. */
  public Consent consent() {
    return consent;
  }

  /** A runtime around them. */
  public TelemetryRuntime runtime() {
    return new RecordingRuntime(telemetry, named, consent);
  }

  /** Events of one type that passed consent, by whatever door, in order. */
  public <E extends Event> List<E> recorded(Class<E> type) {
    catalogs.encoder(type, recordings);
    return recordings.events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Events of all types that passed consent, in order. */
  public List<Event> recorded() {
    return recordings.events();
  }

  /** How the activities of one type ended, in order. */
  public List<ActivityEnd> ends(Class<? extends Event> type) {
    return recordings.ends(type);
  }

  /** What was told of watched programs, with times and sequence. */
  public List<Told> told() {
    return recordings.told();
  }

  /** How often each feature was used. */
  public Map<Feature, Long> uses() {
    return recordings.uses();
  }

  /** The pages shown, in order, without repeats. */
  public List<Page> pages() {
    return recordings.pages();
  }

  /** The breadcrumbs left, in order. */
  public List<Crumb> crumbs() {
    return recordings.crumbs();
  }

  /** The errors handed to {@link Telemetry#error}, as they were. */
  public List<Throwable> errors() {
    return recordings.errors();
  }

  /**
   * The errors told of watched programs, and those told by name: their type, without the frames
   * that an engine would read in the stack trace.
   */
  public List<ErrorReport> reports() {
    return recordings.reports();
  }

  /** The settings reported. */
  public List<Settings> settings() {
    return recordings.settings();
  }

  /** The sessions of watched programs that were opened. */
  public List<SourceSession> sources() {
    return recordings.sources();
  }

  /** Misuses so far; a test that asks for them does not fail for them. */
  public List<String> misuses() {
    return recordings.takeMisuses();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    reset();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> misuses = recordings.takeMisuses();
    if (!misuses.isEmpty()) {
      throw new AssertionError("telemetry was misused: " + misuses);
    }
  }

  private void reset() {
    recordings.clear();
    telemetry.forget();
    consent.reset(preset);
  }

  /** How an activity ended. */
  public enum ActivityEnd {
    /** With its result. */
    COMPLETED,
    /** Cancelled by a person. */
    CANCELLED,
    /** By an error. */
    FAILED,
    /** Without a word. */
    ABANDONED
  }

  /**
   * One event of a watched program.
   *
   * @param event what happened
   * @param start when it began
   * @param end when it ended
   * @param status how it ended
   * @param sequence its number among those of its type
   */
  public record Told(
      Event event,
      java.time.Instant start,
      java.time.Instant end,
      dev.candor.telemetry.SourceTelemetry.Status status,
      long sequence) {}
}
