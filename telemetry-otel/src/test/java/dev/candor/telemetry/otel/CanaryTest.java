package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MessageOrBuilder;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SessionEnd;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.scrub.ErrorText;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.spi.SettingSchema;
import dev.candor.telemetry.testkit.ByteScan;
import dev.candor.telemetry.testkit.FakeClock;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * No way to the store or the wire goes around the schema and the sanitizer: a canary of its own
 * sits in every string that an application or a machine can put in.
 */
@Tag("P4")
class CanaryTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  /** Strings of ours: ids, hashes, versions, and the text of an error. */
  private static final Pattern MADE =
      Pattern.compile(
          "[0-9a-f]{32}|[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]+(\\.[0-9A-Za-z+_-]+)*");

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private static final Set<String> FIXED =
      Set.of(
          "candor",
          "java",
          "lab",
          "squid",
          "production",
          "simulation",
          "s",
          "{event}",
          "{image}",
          "service.name",
          "service.version",
          "deployment.environment.name",
          "app.runtime.kind",
          "cli",
          "os.type",
          "host.arch",
          "process.runtime.version",
          "telemetry.sdk.name",
          "telemetry.sdk.language",
          "telemetry.sdk.version",
          "candor.registry.hash",
          "candor.report.id",
          "app.installation.id",
          "session.id",
          "session.previous_id",
          "activity.outcome",
          "error.type",
          "exception.stacktrace",
          "app.error.language",
          "app.error.origin",
          "app.error.count",
          "app.error.trail",
          "handled",
          "logged",
          "python",
          "completed",
          "failed");

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  private final FakeClock clock = FakeClock.create();
  private final List<String> canaries = new ArrayList<>();
  private final String thread = Thread.currentThread().getName();
  @TempDir Path folder;
  private TelemetryRuntime runtime;

  /** The user of this machine, which fits any name of a call. */
  private String user = "";

  /** A key that fits one, too. */
  private String key = "";

  @BeforeEach
  void start() {
    user = canary();
    key = "ghp_" + canary() + "0a1b2c3d4e5f6g7h8i9j0k1l2";
    runtime =
        TelemetryRuntime.start(
            LabRuntime.options(folder, clock)
                .endpoint(backend.uri())
                .environment(
                    Map.of(
                        "OTEL_RESOURCE_ATTRIBUTES",
                        "host.name=" + canary() + ",user.name=" + canary(),
                        "HOSTNAME",
                        canary(),
                        "USER",
                        user,
                        "HOME",
                        "/home/" + canary(),
                        "API_TOKEN",
                        canary() + "0a1b2c3d4e5f",
                        "TELEMETRY_RUNTIME",
                        "cli"))
                .build());
    runtime.consent().set(ConsentPreset.EVERYTHING);
  }

  @AfterEach
  void close() {
    Thread.currentThread().setName(thread);
    runtime.close();
  }

  @Test
  @Tag("SV-71")
  void everyCall_canaryInEveryString_reachesNeitherStoreNorWire() {
    tellAll();
    LabRuntime.deliver(runtime);
    runtime.close();

    ByteScan scan = ByteScan.of(canaries.toArray(new String[0]));
    assertThat(canaries).hasSizeGreaterThan(40);
    scan.assertNothingIn(folder);
    for (ReceivedRequest request : backend.requests()) {
      scan.assertNothingIn("wire", request.wire());
      scan.assertNothingIn("body", request.body());
      scan.assertNothingIn("path", request.path().getBytes(StandardCharsets.UTF_8));
      scan.assertNothingIn(
          "headers", request.headers().toString().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(backend.spans())
        .extracting(span -> span.name())
        .contains("lab.complain", "stage.scan", "file.export", "app.error", "session");
  }

  @Test
  @Tag("SV-14")
  void everyCall_stringsOnTheWire_comeFromTheSchemaOrTheSanitizer() {
    tellAll();
    LabRuntime.deliver(runtime);

    TreeSet<String> unknown = new TreeSet<>();
    for (ReceivedRequest request : backend.requests()) {
      collect(request.traces(), unknown);
      collect(request.metrics(), unknown);
    }
    Set<String> declared = declared();
    assertThat(unknown).hasSizeGreaterThan(40);
    unknown.removeIf(
        text -> text.isEmpty() || declared.contains(text) || MADE.matcher(text).matches());
    // What is left is the text of errors and the sanitized text, word for word.
    unknown.removeIf(ErrorText::matches);
    assertThat(unknown).containsExactly("ask <email> or see <path:.tif>", "user: <user>");
  }

  /** One more canary: a word that stands nowhere else, so that a find tells where it came from. */
  private String canary() {
    String word =
        "Qvanary"
            + LETTERS.charAt(canaries.size() / 26)
            + LETTERS.charAt(canaries.size() % 26)
            + "xq";
    canaries.add(word);
    return word;
  }

  private void tellAll() {
    Telemetry telemetry = runtime.telemetry();
    Thread.currentThread().setName(canary());
    telemetry.record(new Lab.Export(Lab.Format.ZARR, 12, true));
    telemetry.record(
        new Lab.Complaint(
            Text.of("ask " + canary() + "@lab.example.org or see /home/" + canary() + "/x.tif")));
    telemetry.record(
        new Lab.Mixed(
            1.5,
            Duration.ofSeconds(1),
            EnumSet.of(Lab.Format.TIFF),
            Settings.builder(Lab.Option.class)
                .put(Lab.Option.FORMAT, SettingValue.choice(Telltale.QVANARYENUMXQ))
                .put(Lab.Option.DARK, SettingValue.flag(true))
                .build(),
            SettingValue.choice(Telltale.QVANARYENUMXQ),
            Hashed.of(canary())));
    telemetry.use(Lab.Tool.LIVE_VIEW);
    telemetry.page(Lab.Screen.MAIN);
    telemetry.breadcrumb(Lab.Step.OPEN);
    telemetry.error(failure());
    telemetry.settings(
        Settings.builder(Lab.Option.class).put(Lab.Option.ZOOM, SettingValue.number(3)).build());
    canaries.add(Telltale.QVANARYENUMXQ.name());
    tellNamed(runtime.named());
    tellSource(telemetry);
  }

  private void tellNamed(NamedTelemetry named) {
    named.trackPageView("/" + canary(), canary());
    named.trackEvent(canary(), Map.of(canary(), canary()));
    named.trackEvent(
        "file.export",
        Map.of("format", canary(), canary(), canary(), "images", 3, "compressed", true));
    named.trackEvent(
        "stage.scan",
        Map.of(
            "speed", 1.5,
            "plate", canary(),
            "formats", List.of("tiff", canary()),
            "settings", Map.of(canary(), canary()),
            "value", canary()));
    named.trackEvent(
        "lab.complain",
        Map.of(
            "words", "ask " + canary() + "@lab.example.org or see /home/" + canary() + "/x.tif"));
    named.trackPerformance(canary(), 3, canary(), Map.of(canary(), canary()));
    named.trackPerformance("stage.scan", 3, canary(), Map.of());
    named.trackAgentUsage(canary(), canary(), Map.of(canary(), canary()));
    named.trackError(
        "not a type: " + canary(),
        canary(),
        "Traceback (most recent call last):\n  File \"/home/"
            + canary()
            + "/lab/a.py\", line 7, in load\n    open("
            + canary()
            + ")\nValueError: "
            + canary()
            + "\n",
        Map.of(canary(), canary()));
    named.trackError(
        "lab.StageError",
        "",
        "lab.StageError: moved\n\tat com.%s.Main.run(Main.java:1)\n\tat lab.Stage.%s(Stage.java:2)\n"
            .formatted(user, key),
        Map.of());
  }

  private void tellSource(Telemetry telemetry) {
    SourceTelemetry source =
        telemetry.source(
            new SourceSession("squid", "run-1", "1.0", RunEnvironment.SIMULATION, START));
    source.record(
        new Lab.Complaint(Text.of("user: " + canary())),
        START,
        START.plusSeconds(1),
        SourceTelemetry.Status.OK,
        0);
    source.error(
        new ErrorReport(
            ErrorReport.Language.PYTHON,
            ErrorReport.Origin.LOGGED,
            List.of(
                new ErrorReport.Link(
                    "open " + canary(),
                    List.of(
                        new ErrorReport.Frame(
                            "/home/" + canary() + "/a.py", "load " + canary(), 7, true),
                        new ErrorReport.Frame(user + ".scope", "scan_" + user, 8, true),
                        new ErrorReport.Frame("lab." + key, key, 9, false)))),
            1,
            List.of()),
        START.plusSeconds(2),
        0);
    source.end(START.plusSeconds(3), SessionEnd.EXIT);
  }

  /** A message, localized message and text of its own, in the error, its cause and what it hid. */
  private Exception failure() {
    Exception failure = new Speaking(canary(), new Speaking(canary(), null));
    failure.addSuppressed(new Speaking(canary(), null));
    failure.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              canary() + " loader",
              canary() + " module",
              canary() + " version",
              "not a class: " + canary(),
              "not a method: " + canary(),
              "/home/" + canary() + "/Main.java",
              12),
          new StackTraceElement("com." + user + ".Main", "scanOf" + user, user + ".java", 13),
          new StackTraceElement("lab.Main", key, "Main.java", 14)
        });
    return failure;
  }

  /** All that the catalogues declare: names, keys, units and closed lists. */
  private static Set<String> declared() {
    Set<String> declared = new TreeSet<>(FIXED);
    for (GeneratedCatalog catalog : ServiceLoader.load(GeneratedCatalog.class)) {
      for (Class<?> list : catalog.lists()) {
        for (Object constant : list.getEnumConstants()) {
          declared.add(WireNames.of((Enum<?>) constant));
        }
      }
      for (EventEncoder<?> encoder : catalog.encoders()) {
        String name = encoder.schema().name();
        declared.addAll(List.of(name, name + ".count", name + ".duration"));
        for (AttributeSchema attribute : encoder.schema().attributes()) {
          declared.add(attribute.key());
          declared.add(attribute.unit());
          declared.addAll(attribute.values());
          for (SettingSchema setting : catalog.settings()) {
            declared.add(attribute.key() + "." + WireNames.of(setting.key()));
            declared.addAll(setting.values());
          }
        }
      }
    }
    return declared;
  }

  /** Every string of a message, however deep. */
  private static void collect(MessageOrBuilder message, Set<String> strings) {
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      List<?> values = field.getValue() instanceof List<?> list ? list : List.of(field.getValue());
      for (Object value : values) {
        if (value instanceof String text) {
          strings.add(text);
        } else if (value instanceof MessageOrBuilder inner) {
          collect(inner, strings);
        }
      }
    }
  }

  /** A constant that no catalogue lists. */
  private enum Telltale {
    QVANARYENUMXQ
  }

  /** An exception that says a canary wherever it is asked. */
  private static final class Speaking extends Exception {
    private static final long serialVersionUID = 1;
    private final String word;

    Speaking(String word, Exception cause) {
      super("cannot read " + word + "@lab.example.org", cause);
      this.word = word;
    }

    @Override
    public String getLocalizedMessage() {
      return "kann " + word + " nicht lesen";
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
