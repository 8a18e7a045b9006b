package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.docs.VendorFakes.Vendor;
import dev.candor.telemetry.testkit.ChildJvm;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A program with the jars of all vendors on its class path, that agreed to everything and makes
 * every call: the classes that its virtual machine loads.
 */
class UnconfiguredVendorsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Pattern OF_A_VENDOR =
      Pattern.compile(
          "\\] (?:dev\\.candor\\.telemetry\\.exporter\\.(ga4|amplitude|sentry)|io\\.(sentry))\\.");

  @RegisterExtension final LoopbackBackend collector = new LoopbackBackend();
  @RegisterExtension final VendorFakes fakes = new VendorFakes();
  @TempDir Path temporary;

  @Test
  void noVendorConfigured_noClassOfAVendorIsLoaded() throws IOException {
    String loaded = loaded(Map.of());

    assertThat(vendorsIn(loaded)).isEmpty();
    assertThat(loaded).contains(" dev.candor.telemetry.otel.OtlpDestination ");
    assertThat(collector.spans("lab.scan")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneVendorConfigured_onlyItsClassesAreLoaded(Vendor vendor) throws IOException {
    assertThat(vendorsIn(loaded(fakes.settings(vendor)))).containsExactly(vendor.word);
  }

  private String loaded(Map<String, String> environment) throws IOException {
    Path log = temporary.resolve("classes.log");
    ChildJvm.Builder builder =
        ChildJvm.of(SilentProgram.class)
            .jvmArgs("-Xlog:class+load:file=" + log)
            .args(temporary.resolve("candor").toString(), collector.uri().toString())
            .args("everything", "status");
    environment.forEach(builder::environment);
    try (ChildJvm child = builder.start()) {
      assertThat(child.awaitExit(PATIENCE)).as("%s", child.stderr()).isZero();
    }
    return Files.readString(log);
  }

  private static Set<String> vendorsIn(String loaded) {
    Set<String> vendors = new TreeSet<>();
    OF_A_VENDOR
        .matcher(loaded)
        .results()
        .flatMap(found -> Stream.of(found.group(1), found.group(2)))
        .filter(Objects::nonNull)
        .forEach(vendors::add);
    return vendors;
  }
}
