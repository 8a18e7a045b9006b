package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of the guide ({@code src/test/resources/example}) compiled and run in a JVM of its
 * own, beside an engine that prints.
 */
@Tag("P9")
class ExampleTest {
  private static final String API = ExampleJvm.place(TelemetryRuntime.class);
  private static final String PROVIDES =
      "provides dev.candor.telemetry.spi.GeneratedCatalog with lab.LabEvents_Catalog;";

  @TempDir Path folder;

  @Test
  void classPath_asksOnceAndRecordsWhatHappened() throws Exception {
    String app = compile("app", false, true);
    String engine = compile("engine", false, true);
    offerEngine(engine);

    ExampleJvm.Output output =
        ExampleJvm.run(
            "everything\n", List.of("-cp", path(API, app, engine), "lab.Main", "4", "0"));

    assertWhole(output);
    assertThat(output.out()).contains("answer EVERYTHING");
  }

  @Test
  void module_withoutOpensOrExports_recordsTheSame() throws Exception {
    String app = compile("app", true, true);
    String engine = compile("engine", true, true);

    ExampleJvm.Output output =
        ExampleJvm.run("", List.of("-p", path(API, app, engine), "-m", "lab/lab.Main", "4", "0"));

    assertWhole(output);
    assertThat(output.out()).contains("no answer").doesNotContain("answer EVERYTHING");
  }

  @Test
  @Tag("SV-10")
  void withoutEngine_worksTheSameAndSaysNothing() throws Exception {
    String app = compile("app", false, true);

    ExampleJvm.Output output =
        ExampleJvm.run("", List.of("-cp", path(API, app), "lab.Main", "4", "0"));

    assertThat(output.exit()).isZero();
    assertThat(output.out()).containsExactly("took 12", "took none: no positions");
    assertThat(output.err()).isEmpty();
  }

  @Test
  void withoutProcessor_applicationRunsAndOneWarningSaysWhatToAdd() throws Exception {
    String app = compile("app", false, false);
    String engine = compile("engine", false, true);
    offerEngine(engine);

    ExampleJvm.Output output =
        ExampleJvm.run("", List.of("-cp", path(API, app, engine), "lab.Main", "4"));

    assertThat(output.exit()).isZero();
    assertThat(output.out()).contains("took 12").noneMatch(line -> line.startsWith("imaging.run"));
    assertThat(output.err())
        .filteredOn(line -> line.startsWith("WARNING"))
        .singleElement()
        .satisfies(
            line -> assertThat(line).contains("lab.LabEvents", "<annotationProcessorPaths>"));
  }

  @Test
  void moduleWithoutProvides_applicationRunsAndTheWarningPrintsTheLine() throws Exception {
    Path sources = ExampleJvm.sources("app");
    String generated = compile("app", false, true) + "/lab/LabEvents_Catalog.java";
    Path bare =
        Files.writeString(
            folder.resolve("module-info.java"), "module lab { requires dev.candor.telemetry; }");
    List<Path> files = new ArrayList<>(List.of(bare, Path.of(generated)));
    try (Stream<Path> all = Files.list(sources.resolve("lab"))) {
      all.forEach(files::add);
    }
    String app = folder.resolve("bare").toString();
    ExampleJvm.compile(files, List.of("-d", app, "-p", API, "-proc:none"));
    String engine = compile("engine", true, true);

    ExampleJvm.Output output =
        ExampleJvm.run("", List.of("-p", path(API, app, engine), "-m", "lab/lab.Main", "4"));

    assertThat(output.exit()).isZero();
    assertThat(output.out()).contains("took 12");
    assertThat(String.join("\n", output.err())).contains("module-info.java", PROVIDES);
  }

  private static void assertWhole(ExampleJvm.Output output) {
    assertThat(output.err()).isEmpty();
    assertThat(output.exit()).isZero();
    assertThat(output.out())
        .contains(
            "catalogue dev.candor.telemetry.CandorEvents []",
            "catalogue lab.LabEvents [class lab.Tool]",
            "lab would like to send:",
            "  imaging.run: One imaging run (Find out which runs fail)",
            "feature.use feature.name=live_view feature.use.times=1 recorded",
            "imaging.run imaging.run.mode=select_wells imaging.run.channels=3"
                + " imaging.run.images=12 completed",
            "took 12",
            "ImagingRun failed with IllegalStateException",
            "took none: no positions",
            "closed");
  }

  /** Compiles one of the example's folders, as a module or not, and returns where to. */
  private String compile(String part, boolean module, boolean processor) throws IOException {
    String output = folder.resolve(part + "-" + module).toString();
    List<String> options = new ArrayList<>(List.of("-d", output, module ? "-p" : "-cp", API));
    if (!processor) {
      options.add("-proc:none");
    }
    try (Stream<Path> all = Files.walk(ExampleJvm.sources(part))) {
      ExampleJvm.compile(
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> module || !file.endsWith("module-info.java"))
              .toList(),
          options);
    }
    return output;
  }

  private static void offerEngine(String engine) throws IOException {
    Path services = Files.createDirectories(Path.of(engine, "META-INF", "services"));
    Files.writeString(
        services.resolve("dev.candor.telemetry.spi.TelemetryEngine"), "engine.PrintingEngine\n");
  }

  private static String path(String... entries) {
    return String.join(File.pathSeparator, entries);
  }
}
