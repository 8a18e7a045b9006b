package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.testkit.ChildJvm;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are told of three vendors by their environment and by nothing else. */
@Tag("P7")
class VendorEnvironmentIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String RUN =
      TestShell.ROOT.resolve("hardware-squid/recordings/nospace").toString();
  private static final String CONFIG =
      TestShell.ROOT.resolve("hardware-squid/recordings/config").toString();

  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @RegisterExtension final FakeSentry sentry = new FakeSentry();
  @TempDir Path folder;

  @Test
  void squidReplay_threeVendors_eachGetsWhatIsPrintedOnce() throws JsonProcessingException {
    String home = folder.resolve("candor").toString();
    Map<String, Long> printed = printed();
    run(Candor.class, "consent", "everything", "--folder", home);

    run(
        Candor.class,
        "squid",
        "replay",
        RUN,
        "--config",
        CONFIG,
        "--shift-to-now",
        "--folder",
        home);

    assertThat(counts(google.events().stream(), event -> event.name().replace('_', '.')))
        .containsAllEntriesOf(printed);
    assertThat(counts(amplitude.events().stream(), FakeAmplitude.Event::type))
        .containsAllEntriesOf(printed);
    Map<String, Long> spans = counts(sentry.spans().stream(), ReceivedSpan::name);
    spans.put("app.error", (long) sentry.events().size());
    assertThat(spans).containsAllEntriesOf(printed);
    assertNothingWasRefused();
  }

  @Test
  void application_threeVendors_eachGetsItsErrorOnce() {
    run(VendorLab.class, folder.resolve("lab").toString());

    assertThat(google.events("app_error")).hasSize(1);
    assertThat(amplitude.events("app.error")).hasSize(1);
    assertThat(sentry.events()).hasSize(1);
    assertNothingWasRefused();
  }

  private void assertNothingWasRefused() {
    assertThat(google.faults()).isEmpty();
    assertThat(sentry.faults()).isEmpty();
    assertThat(amplitude.duplicates()).isZero();
    assertThat(amplitude.backend().requests()).allMatch(request -> request.taken());
  }

  private void run(Class<?> program, String... words) {
    try (ChildJvm child =
        ChildJvm.of(program)
            .jvmArgs("-Dcandor.root=" + TestShell.ROOT)
            .environment("GA_MEASUREMENT_ID", FakeGa4.STREAM)
            .environment("GA_API_SECRET", FakeGa4.SECRET)
            .environment("GA_ENDPOINT", google.uri().toString())
            .environment("AMPLITUDE_API_KEY", FakeAmplitude.KEY)
            .environment("AMPLITUDE_ENDPOINT", amplitude.uri().toString())
            .environment("SENTRY_DSN", sentry.dsn())
            // Google waits for two seconds only unless it is told; a busy machine needs more.
            .environment("TELEMETRY_TIMEOUT", "30")
            .args(words)
            .start()) {
      assertThat(child.awaitExit(PATIENCE)).as("%s", child.stderr()).isZero();
      assertThat(child.stderr()).isEmpty();
    }
  }

  /** How often the recorded run tells each event; how a session is told differs by vendor. */
  private static Map<String, Long> printed() throws JsonProcessingException {
    TestShell shell = new TestShell().run("squid", "replay", RUN, "--config", CONFIG, "--print");
    Map<String, Long> printed = new TreeMap<>();
    for (String line : shell.out().lines().toList()) {
      printed.merge(JSON.readTree(line).path("name").asText(), 1L, Long::sum);
    }
    printed.keySet().removeIf(name -> name.startsWith("session"));
    assertThat(printed).containsKeys("acquisition.run", "app.error", "device.connect");
    return printed;
  }

  private static <T> Map<String, Long> counts(Stream<T> things, Function<T, String> name) {
    return things.collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()));
  }
}
