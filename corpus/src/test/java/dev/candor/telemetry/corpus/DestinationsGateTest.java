package dev.candor.telemetry.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationProviders;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.otel.OtlpDestination;
import dev.candor.telemetry.testkit.TestDestinationSettings;
import dev.candor.telemetry.testkit.TestItems;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same corpus in the bodies of every exporter on the class path: names, cuts and encodings of a
 * vendor bring nothing back that the client took out. An exporter that is new here is found by
 * itself and needs its settings below.
 */
@Tag("P4")
class DestinationsGateTest {
  private static final SealContext CONTEXT =
      new SealContext("6f2c1c9e-58ad-4c53-9f0c-3f6b8a3f5d10");

  private static final Map<String, String> SETTINGS =
      Map.of(
          "GA_MEASUREMENT_ID", "G-TEST123",
          "GA_API_SECRET", "not-a-real-secret",
          "AMPLITUDE_API_KEY", "not-a-real-key",
          "SENTRY_DSN", "https://not-a-real-key@telemetry.invalid/1");

  static Stream<String> destinations() {
    return Stream.concat(
        Stream.of(OtlpDestination.NAME), providers().stream().map(DestinationProvider::name));
  }

  @ParameterizedTest
  @Tag("SQ-71")
  @MethodSource("destinations")
  void seal_whatTheClientLetPass_bringsNoSecretBack(String name) {
    Set<String> seen = new TreeSet<>();
    try (Destination destination = destination(name)) {
      for (long seed : List.of(Seeds.PAGE, Seeds.FRESH)) {
        for (Score.Outcome one : Door.CLIENT.score(seed).outcomes()) {
          String out = one.out();
          if (out != null && !one.leaked() && !one.of().benign()) {
            seen.add(one.of().kind());
            assertThat(leaks(destination, one.of(), out))
                .as("%s at %s; -Dcandor.corpus.seed=%s", one.of().id(), name, Seeds.FRESH)
                .isFalse();
          }
        }
      }
    }
    assertThat(seen).isEqualTo(kinds());
  }

  /** The search of the test above is no better than what it can see in bodies. */
  @ParameterizedTest
  @MethodSource("destinations")
  void seal_textsAsTheyWere_areSeenToLeakOfEveryKind(String name) {
    Set<String> leaking = new TreeSet<>();
    try (Destination destination = destination(name)) {
      for (Score.Outcome one : Door.CLIENT.score(Seeds.PAGE).outcomes()) {
        LeakCase of = one.of();
        if (!of.benign() && !leaking.contains(of.kind()) && leaks(destination, of, of.text())) {
          leaking.add(of.kind());
        }
      }
    }
    assertThat(leaking).isEqualTo(kinds());
  }

  /** Whether a body with this text holds a secret that one with a harmless text does not hold. */
  private static boolean leaks(Destination destination, LeakCase of, String text) {
    LeakSearch search = new LeakSearch(of.secrets());
    return search.leaks(body(destination, of, text))
        && !search.leaks(body(destination, of, "x".repeat(text.length())));
  }

  private static String body(Destination destination, LeakCase of, String text) {
    return destination.seal(List.of(item(of, text)), CONTEXT).stream()
        .map(made -> new String(made.body(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  private static EventItem item(LeakCase of, String text) {
    return of.carrier().equals(Carriers.STACKTRACE)
        ? TestItems.event(
            1,
            "app.error",
            Map.of(
                "error.type", "lab.StageException",
                "app.error.language", "java",
                "app.error.origin", "handled",
                "app.error.count", 1L,
                "exception.stacktrace", text))
        : TestItems.event(1, "lab.note", Map.of("lab.note.text", text));
  }

  private static Set<String> kinds() {
    return Draw.KINDS.stream().map(Kind::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Destination destination(String name) {
    return name.equals(OtlpDestination.NAME)
        ? OtlpDestination.builder(URI.create("https://telemetry.invalid")).build()
        : providers().stream()
            .filter(provider -> provider.name().equals(name))
            .map(provider -> provider.create(new TestDestinationSettings(SETTINGS)))
            .map(made -> Objects.requireNonNull(made, "SETTINGS must configure " + name))
            .findFirst()
            .orElseThrow();
  }

  private static List<DestinationProvider> providers() {
    return DestinationProviders.find(
        setting -> true,
        DestinationsGateTest.class.getClassLoader(),
        fault -> {
          throw new IllegalStateException("an exporter cannot be used: " + fault);
        });
  }
}
