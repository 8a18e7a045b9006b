package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Attr;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventCatalog;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.TelemetryEvent;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What all destinations have in common: one id, one session, and one sanitizer before them. */
@Timeout(120)
class SharedContextTest {
  /** A part of each of {@link #NOTES} that may be nowhere. */
  private static final List<String> PERSONAL =
      List.of("jane", "doe", "4111111111111111", "192.168.7.31", "AKIA", "+49 30", "GB82");

  private static final List<String> NOTES =
      List.of(
          "cannot write /home/jane/plates/7.tif",
          "C:\\Users\\jane\\scan.zarr is locked",
          "mail jane.doe@example.org about it",
          "user=jane password=doe7!",
          "card 4111111111111111 was refused",
          "no route to 192.168.7.31",
          "https://jane:doe@example.org/x?token=doe",
          "key AKIAIOSFODNN7EXAMPLE is expired",
          "call +49 30 901820",
          "account GB82 WEST 1234 5698 7654 32");

  private static final SelfDescription WORDS =
      SelfDescription.of("axolotlscope", "quaggainstitute", "thylacinelab", "moarooftop");

  @RegisterExtension final LoopbackBackend collector = new LoopbackBackend();
  @RegisterExtension final VendorFakes fakes = new VendorFakes();
  @TempDir Path folder;

  @BeforeEach
  void run() {
    Map<String, String> settings = fakes.settings();
    settings.put("TELEMETRY_ENDPOINT", collector.uri().toString());
    settings.put("TELEMETRY_RUNTIME", "cli");
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2", Notes.class)
            .folder(folder)
            .environment(settings)
            .build();
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.consent().describe(WORDS.approvedFor(Set.of("otlp", "ga4", "amplitude", "sentry")));
      for (String note : NOTES) {
        runtime.telemetry().record(new Note(Text.of(note)));
        runtime.telemetry().error(new IllegalStateException(note));
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                runtime.flush(Duration.ofSeconds(5));
                return runtime.status().destinations().stream()
                    .mapToLong(DestinationLedger::queued)
                    .allMatch(left -> left == 0);
              });
    }
  }

  @Test
  @Tag("SV-5")
  @Tag("SV-40")
  void installation_ofAnEvent_isOneAtEveryDestination() {
    Object installation = error().resource().get("app.installation.id");

    assertThat(UUID.fromString(String.valueOf(installation)).version()).isEqualTo(4);
    assertThat(fakes.amplitude.events())
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.deviceId()).isEqualTo(installation);
              assertThat(event.text("user_id")).isEqualTo(installation);
            });
    assertThat(fakes.sentry.events())
        .isNotEmpty()
        .extracting(event -> (Object) ((Map<?, ?>) event.get("user")).get("id"))
        .containsOnly(installation);
    assertThat(fakes.sentry.sessions())
        .isNotEmpty()
        .extracting(session -> session.get("did"))
        .containsOnly(installation);
    assertThat(fakes.google.events())
        .extracting(FakeGa4.Event::clientId)
        .doesNotContain("")
        .hasSizeGreaterThan(1);
    assertThat(fakes.google.events().stream().map(FakeGa4.Event::clientId).distinct()).hasSize(1);
  }

  @Test
  @Tag("SV-5")
  void session_ofAnEvent_isOneAtEveryDestination() {
    String session = String.valueOf(error().attributes().get("session.id"));
    long began = UUID.fromString(session).getMostSignificantBits() >>> 16;

    assertThat(fakes.amplitude.events("app.error"))
        .isNotEmpty()
        .extracting(event -> event.fields().get("session_id"))
        .containsOnly(began);
    assertThat(fakes.google.events("app_error"))
        .isNotEmpty()
        .extracting(event -> event.params().get("session_id"))
        .containsOnly(began / 1000);
    assertThat(fakes.sentry.sessions())
        .extracting(sent -> String.valueOf(sent.get("sid")).replace("-", ""))
        .containsOnly(session.replace("-", ""));
  }

  @Test
  @Tag("SV-8")
  @Tag("SV-20")
  @Tag("SV-33")
  @Tag("SV-41")
  void runtimeAndVersion_ofAnEvent_areToldToEveryDestination() {
    Object version = error().resource().get("telemetry.sdk.version");

    assertThat(version).isNotNull();
    assertThat(collector.spans())
        .extracting(span -> span.resource().get("app.runtime.kind"))
        .containsOnly("cli");
    assertThat(fakes.google.events())
        .isNotEmpty()
        .extracting(FakeGa4.Event::params)
        .allSatisfy(
            params ->
                assertThat(params)
                    .containsEntry("runtime", "cli")
                    .containsEntry("lib_version", version));
    assertThat(fakes.amplitude.events("lab.note"))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.properties())
                    .containsEntry("runtime", "cli")
                    .containsEntry("lib_version", version));
    assertThat(fakes.sentry.events())
        .extracting(event -> (Object) ((Map<?, ?>) event.get("tags")).get("app.runtime.kind"))
        .containsOnly("cli");
  }

  @Test
  @Tag("SQ-71")
  @Tag("P4")
  void personalText_inEventsAndErrors_isInNoByteOfAnyDestination() {
    assertThat(collector.spans("lab.note")).hasSameSizeAs(NOTES);
    assertThat(fakes.amplitude.events("lab.note")).hasSameSizeAs(NOTES);
    assertThat(fakes.google.events("lab_note")).hasSameSizeAs(NOTES);
    assertThat(fakes.sentry.events()).hasSameSizeAs(NOTES);
    for (LoopbackBackend backend :
        List.of(
            collector, fakes.google.backend(), fakes.amplitude.backend(), fakes.sentry.backend())) {
      assertThat(bytes(backend))
          .isNotEmpty()
          .doesNotContainIgnoringCase(PERSONAL.toArray(String[]::new));
    }
  }

  @Test
  @Tag("SQ-18")
  @Tag("P4")
  void selfDescription_approvedForAll_isAtSentryOnly() {
    String[] words = {"axolotlscope", "quaggainstitute", "thylacinelab", "moarooftop"};

    assertThat(bytes(fakes.sentry.backend())).contains(words);
    for (LoopbackBackend backend :
        List.of(collector, fakes.google.backend(), fakes.amplitude.backend())) {
      assertThat(bytes(backend)).isNotEmpty().doesNotContainIgnoringCase(words);
    }
  }

  private ReceivedSpan error() {
    return collector.spans("app.error").get(0);
  }

  private static String bytes(LoopbackBackend backend) {
    Stream<String> bodies =
        backend.requests().stream()
            .map(ReceivedRequest::body)
            .map(body -> new String(body, StandardCharsets.ISO_8859_1));
    return String.join("\n", bodies.toList());
  }

  /** What people of the laboratory say. */
  @EventCatalog(events = Note.class)
  interface Notes {}

  @TelemetryEvent(
      name = "lab.note",
      purpose = Purpose.DIAGNOSTICS,
      owner = "lab",
      expires = "2031-01-01",
      brief = "A note",
      why = "Find out what went wrong")
  record Note(@Attr(brief = "What was said", max = 100) Text text) implements Event {}
}
