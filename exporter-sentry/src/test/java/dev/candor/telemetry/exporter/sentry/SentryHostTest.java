package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.testkit.TestDestinationSettings;
import java.net.URL;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentryHostTest {
  private final TestDestinationSettings given =
      new TestDestinationSettings(Map.of("SENTRY_DSN", "https://key@example.org/1"));

  @ParameterizedTest
  @ValueSource(strings = {"AgentMarker", "AgentlessMarker", "AgentlessSpringMarker"})
  void create_besideSentrysOwnModule_isOffAndSaysWhy(String marker) {
    assertThat(new SentryHost(new StandIn(marker)).create(given)).isNull();

    assertThat(given.faults()).hasSize(1);
    assertThat(given.faults().get(0))
        .contains("OTEL_TRACES_EXPORTER", "OpenTelemetry module")
        .doesNotContain("example");
  }

  @Test
  void create_besideSentryAlone_makesTheDestination() {
    try (Destination made = new SentryHost(getClass().getClassLoader()).create(given)) {
      assertThat(made).isNotNull().extracting(Destination::name).isEqualTo("sentry");
    }

    assertThat(given.faults()).isEmpty();
  }

  @Test
  void settings_areThoseOfTheDestination() {
    SentryHost host = new SentryHost(getClass().getClassLoader());

    assertThat(host.name()).isEqualTo("sentry");
    assertThat(host.settings()).isEqualTo(new SentryProvider().settings());
  }

  /** A class path with one class of that name; whoever loads it fails the test. */
  private static final class StandIn extends ClassLoader {
    private final String file;

    StandIn(String marker) {
      super(StandIn.class.getClassLoader());
      file = "io/sentry/opentelemetry/agent/" + marker + ".class";
    }

    @Override
    protected @Nullable URL findResource(String name) {
      // Any address will do: what counts is that there is one.
      return name.equals(file) ? StandIn.class.getResource("SentryHostTest.class") : null;
    }

    @Override
    protected Class<?> findClass(String name) {
      throw new AssertionError("a class was loaded");
    }
  }
}
