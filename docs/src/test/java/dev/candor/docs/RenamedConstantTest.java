package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentQuestion;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.collector.BaseGenerator;
import dev.candor.telemetry.registry.BuiltInRegistries;
import dev.candor.telemetry.registry.RegistryReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One source of truth: a constant of an enum that gets another name in Java has it everywhere, in
 * the Collector's list, on the catalogue page and in what people are asked.
 */
@Tag("P12")
class RenamedConstantTest {
  private static final String SOURCE =
      """
      package renamed;

      import dev.candor.telemetry.Attr;
      import dev.candor.telemetry.Event;
      import dev.candor.telemetry.EventCatalog;
      import dev.candor.telemetry.Purpose;
      import dev.candor.telemetry.TelemetryEvent;

      @EventCatalog(events = {Events.Run.class})
      public interface Events {
        enum Mode { CONSTANT, MANUAL }

        @TelemetryEvent(name = "imaging.run", purpose = Purpose.USAGE, owner = "imaging",
            expires = "2031-01-01", brief = "One run", why = "Find out which fail")
        record Run(@Attr(brief = "Mode") Mode mode) implements Event {}
      }
      """;

  @TempDir Path folder;

  @Test
  void constant_renamedInJava_isRenamedWhereverItIsTold() throws Exception {
    Told before = told("SKETCHED_AREA");
    Told after = told("DRAWN_AREA");

    for (String text : List.of(before.collector(), before.page(), before.question())) {
      assertThat(text).contains("sketched_area").doesNotContain("drawn_area");
    }
    for (String text : List.of(after.collector(), after.page(), after.question())) {
      assertThat(text).contains("drawn_area").doesNotContain("sketched_area");
    }
  }

  private record Told(String collector, String page, String question) {}

  private Told told(String constant) throws Exception {
    Path classes = compiled(constant);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      RegistryReader reader = BuiltInRegistries.reader().catalogue(loader, "renamed.Events");
      return new Told(
          BaseGenerator.generate(reader.read()),
          reader.page(),
          question(loader.loadClass("renamed.Events")).toString());
    }
  }

  private ConsentQuestion question(Class<?> catalogue) {
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.0.0", catalogue).folder(folder.resolve("home")).build();
    List<ConsentQuestion> asked = new ArrayList<>();
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options)) {
      runtime
          .consent()
          .askIfUnknown(
              question -> {
                asked.add(question);
                return Optional.empty();
              });
    }
    assertThat(asked).hasSize(1);
    return asked.get(0);
  }

  private Path compiled(String constant) throws IOException {
    Path sources = Files.createDirectories(folder.resolve(constant).resolve("src/renamed"));
    Path classes = Files.createDirectories(folder.resolve(constant).resolve("classes"));
    Path file =
        Files.writeString(sources.resolve("Events.java"), SOURCE.replace("CONSTANT", constant));

    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-cp",
                System.getProperty("java.class.path"),
                "-processor",
                "dev.candor.telemetry.processor.CandorProcessor",
                "-d",
                classes.toString(),
                file.toString());

    assertThat(exit).isZero();
    return classes;
  }
}
