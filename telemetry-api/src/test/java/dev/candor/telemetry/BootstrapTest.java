package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.spi.GeneratedCatalog;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Starting never throws: whatever fails is one warning without a value. */
@Tag("P9")
class BootstrapTest {
  private final CapturedLog log = new CapturedLog();
  private final List<Class<?>> started = new ArrayList<>();

  @BeforeEach
  void rememberCatalogs() {
    behave(TelemetryRuntime.noop());
  }

  @AfterEach
  void restore() {
    log.close();
    SwitchableEngine.behaviour = (options, catalogs) -> TelemetryRuntime.noop();
  }

  @Test
  void start_givesTheBuiltInCatalogFirstAndEachOnce() {
    TelemetryRuntime.start(
        TelemetryOptions.of(
            "lab", "1", SampleEvents.class, CandorEvents.class, SampleEvents.class));

    assertThat(started).containsExactly(CandorEvents.class, SampleEvents.class);
    assertThat(log.messages()).isEmpty();
  }

  @Test
  void start_nullOptions_warnsOnceAndStaysOff() {
    TelemetryRuntime runtime = TelemetryRuntime.start(null);

    assertThat(runtime).isSameAs(TelemetryRuntime.noop());
    assertThat(log.messages())
        .containsExactly("WARNING telemetry stays off: options must not be null");
  }

  @Test
  void start_nullEverywhereInOptions_reachesTheEngine() {
    TelemetryOptions options =
        TelemetryOptions.builder(null, null, (Class<?>[]) null)
            .endpoint(null)
            .headers(null)
            .folder(null)
            .environment(null)
            .clock(null)
            .build();

    TelemetryRuntime.start(options);
    TelemetryRuntime.start(TelemetryOptions.of("lab", "1", (Class<?>) null));

    assertThat(started).containsExactly(CandorEvents.class, CandorEvents.class);
    assertThat(log.messages()).isEmpty();
  }

  @Test
  void start_faultySettings_warnsOnceWithSettingAndRuleAndNoValue() {
    SwitchableEngine.behaviour =
        (options, catalogs) -> {
          throw new IllegalArgumentException("endpoint must be https; service must not be empty");
        };

    TelemetryRuntime runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("secret-service", "1")
                .endpoint(URI.create("http://secret-host.example/"))
                .headers(Map.of("authorization", "secret-token"))
                .build());

    assertThat(runtime).isSameAs(TelemetryRuntime.noop());
    assertThat(log.messages())
        .containsExactly(
            "WARNING telemetry stays off: endpoint must be https; service must not be empty");
  }

  @Test
  void start_messageOfTheJdkThatHoldsAValue_isNotLogged() {
    for (Supplier<Object> faulty :
        List.<Supplier<Object>>of(
            () -> URI.create("http://alice secret"),
            () -> Path.of("/home/alice\0"),
            () -> ConsentPreset.valueOf("alice"))) {
      SwitchableEngine.behaviour =
          (options, catalogs) -> {
            throw new IllegalStateException(faulty.get().toString());
          };

      TelemetryRuntime.start(TelemetryOptions.of("lab", "1"));
    }

    assertThat(log.messages())
        .hasSize(3)
        .allSatisfy(
            message ->
                assertThat(message)
                    .startsWith("WARNING telemetry stays off: the engine failed to start (java.")
                    .doesNotContain("alice"));
  }

  @Test
  @Tag("P12")
  void start_twoRecordsOfOneName_warnsWithBoth() {
    TelemetryRuntime.start(TelemetryOptions.of("lab", "1", SampleEvents.class, Inner.Same.class));

    assertThat(started).hasSize(3);
    assertThat(log.messages())
        .singleElement()
        .satisfies(
            message ->
                assertThat(message)
                    .contains(
                        "'sample.bare' belongs to dev.candor.telemetry.SampleEvents$Bare and"
                            + " dev.candor.telemetry.BootstrapTest$Inner$Bare: rename one"));
  }

  @Test
  void start_engineFailsInAnyWay_warnsWithItsTypeOnly() {
    for (Throwable failure :
        List.of(
            new IllegalStateException("/home/alice/secret"),
            new NoClassDefFoundError("secret"),
            new AssertionError("secret"))) {
      SwitchableEngine.behaviour =
          (options, catalogs) -> BootstrapTest.<RuntimeException>sneak(failure);

      assertThat(TelemetryRuntime.start(TelemetryOptions.of("lab", "1")))
          .isSameAs(TelemetryRuntime.noop());
    }

    assertThat(log.messages())
        .containsExactly(
            "WARNING telemetry stays off: the engine failed to start"
                + " (java.lang.IllegalStateException)",
            "WARNING telemetry stays off: the engine failed to start"
                + " (java.lang.NoClassDefFoundError)",
            "WARNING telemetry stays off: the engine failed to start (java.lang.AssertionError)");
  }

  @Test
  void start_outOfMemory_passesOn() {
    SwitchableEngine.behaviour =
        (options, catalogs) -> {
          throw new OutOfMemoryError();
        };

    assertThatThrownBy(() -> TelemetryRuntime.start(TelemetryOptions.of("lab", "1")))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void start_engineWithoutRuntime_warnsAndStaysOff() {
    behave(null);

    assertThat(TelemetryRuntime.start(TelemetryOptions.of("lab", "1")))
        .isSameAs(TelemetryRuntime.noop());
    assertThat(log.messages()).hasSize(1);
  }

  @Test
  void start_catalogWithoutGeneratedClass_startsTheOthersAndSaysHowToGenerateIt() {
    TelemetryRuntime.start(
        TelemetryOptions.of("lab", "1", BootstrapTest.class, SampleEvents.class, String.class));

    assertThat(started).containsExactly(CandorEvents.class, SampleEvents.class);
    assertThat(log.messages())
        .singleElement()
        .satisfies(
            message ->
                assertThat(message)
                    .contains(
                        "dev.candor.telemetry.BootstrapTest",
                        "java.lang.String",
                        "<annotationProcessorPaths><path><groupId>dev.candor</groupId>"
                            + "<artifactId>telemetry-processor</artifactId>"));
  }

  @Test
  void generatedName_ofNestedInterfaces_joinsThem() {
    assertThat(CatalogLookup.generatedName(SampleEvents.class))
        .isEqualTo("dev.candor.telemetry.SampleEvents_Catalog");
    assertThat(CatalogLookup.generatedName(Inner.Deep.class))
        .isEqualTo("dev.candor.telemetry.BootstrapTest_Inner_Deep_Catalog");
  }

  @Test
  void find_classOfThatNameIsSomethingElse_isMissing() {
    assertThat(CatalogLookup.find(Impostor.class)).isNull();
    assertThat(CatalogLookup.find(Shy.class)).isNull();
  }

  @Test
  void find_nestedCatalog_isFound() {
    assertThat(CatalogLookup.find(Inner.Deep.class))
        .isInstanceOf(BootstrapTest_Inner_Deep_Catalog.class);
  }

  private void behave(TelemetryRuntime runtime) {
    SwitchableEngine.behaviour =
        (options, catalogs) -> {
          catalogs.stream().map(GeneratedCatalog::catalog).forEach(started::add);
          return runtime;
        };
  }

  @SuppressWarnings("unchecked") // throws any Throwable as if it were unchecked
  private static <X extends Throwable> TelemetryRuntime sneak(Throwable failure) throws X {
    throw (X) failure;
  }

  static final class Inner {
    @EventCatalog
    interface Deep {}

    @EventCatalog(events = Bare.class)
    interface Same {}

    @TelemetryEvent(
        name = "sample.bare",
        purpose = Purpose.USAGE,
        owner = "tests",
        expires = "2028-01-01",
        brief = "Has the name of another",
        why = "Prove that it is noticed")
    record Bare() implements Event {}
  }

  interface Impostor {}

  interface Shy {}
}

/** Has the name, and is no catalogue. */
final class BootstrapTest_Impostor_Catalog {}

/** Has the name, and cannot be made. */
abstract class BootstrapTest_Shy_Catalog implements GeneratedCatalog {}
