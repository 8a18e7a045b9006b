package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the example of the guide as a program of its own, against the real engine and a backend on
 * loopback.
 */
class GuideExampleTest {
  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path home;

  @Test
  @Tag("SQ-2")
  @Tag("SQ-49")
  void example_onTheClassPath_asksAndDelivers() throws Exception {
    String output =
        run(
            List.of("-cp", System.getProperty("java.class.path"), "lab.LabApplication"),
            "everything\n");

    assertThat(output.lines()).contains("30 images", "DELIVERED");
    assertRunArrived();
  }

  @Test
  void example_asANamedModuleWithoutOpens_asksAndDelivers() throws Exception {
    String output = runAsModule("ALL-MODULE-PATH,java.net.http,java.sql");

    assertThat(output.lines()).contains("30 images", "DELIVERED");
    assertRunArrived();
  }

  @Test
  @Tag("P9")
  void example_modulesOfTheJdkMissing_runsOnAndSaysWhatToAdd() throws Exception {
    String output = runAsModule("ALL-MODULE-PATH");

    assertThat(output.lines()).contains("30 images", "TIMED_OUT");
    assertThat(output).contains("--add-modules ALL-MODULE-PATH,java.net.http,java.sql");
    assertThat(backend.requests()).isEmpty();
  }

  @Test
  @Tag("P1")
  @Tag("SQ-1")
  void example_nobodyAnswers_writesAndConnectsNothing() throws Exception {
    String output =
        run(List.of("-cp", System.getProperty("java.class.path"), "lab.LabApplication"), "");

    assertThat(output.lines()).contains("30 images", "OFF");
    assertThat(backend.requests()).isEmpty();
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.filter(file -> !file.equals(home))).isEmpty();
    }
  }

  private void assertRunArrived() {
    List<ReceivedSpan> spans = backend.spans();
    assertThat(spans).extracting(ReceivedSpan::name).contains("imaging.run", "feature.use");
    ReceivedSpan run =
        spans.stream().filter(span -> span.name().equals("imaging.run")).findFirst().orElseThrow();
    assertThat(run.attributes())
        .containsEntry("imaging.run.mode", "select_wells")
        .containsEntry("imaging.run.images", 30L)
        .containsEntry("activity.outcome", "completed");
  }

  private String runAsModule(String modules) throws Exception {
    List<String> path = jars();
    path.add(compileAsModule().toString());
    return run(
        List.of(
            "--module-path",
            String.join(File.pathSeparator, path),
            "--add-modules",
            modules,
            "-m",
            "lab/lab.LabApplication"),
        "everything\n");
  }

  private String run(List<String> program, String input) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("OTEL_") || name.startsWith("TELEMETRY_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "TELEMETRY_ENDPOINT", backend.uri().toString(),
                "HOME", home.toString(),
                "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "XDG_DATA_HOME", home.resolve("data").toString()));
    Process process = builder.start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private Path compileAsModule() throws IOException {
    Path sources = Files.createDirectories(home.resolveSibling(home.getFileName() + "-module"));
    Path classes = Files.createDirectories(sources.resolve("classes"));
    Path descriptor = sources.resolve("module-info.java");
    // region: module
    String module =
        """
        module lab {
          requires dev.candor.telemetry;

          provides dev.candor.telemetry.spi.GeneratedCatalog with
              lab.LabEvents_Catalog;
        }
        """;
    // endregion
    Files.writeString(descriptor, module);
    Path lab = Repository.ROOT.resolve("docs/src/test/java/lab");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-d", classes.toString()));
    arguments.addAll(List.of("--module-path", String.join(File.pathSeparator, jars())));
    arguments.addAll(List.of("--processor-path", jar("telemetry-processor")));
    arguments.add(descriptor.toString());
    try (Stream<Path> files = Files.list(lab)) {
      files
          .map(Path::toString)
          .filter(file -> !file.contains("package-info"))
          .forEach(arguments::add);
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).isZero();
    return classes;
  }

  /** The jars that an application has at run time: the engine and what it needs. */
  private static List<String> jars() {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String name = Path.of(entry).getFileName().toString();
      if (name.matches(
              "(telemetry-(api|scrub|outbox|otel)|exporter-common|opentelemetry|jackson-core|sqlite-jdbc|jctools).*\\.jar")
          && !name.contains("proto")) {
        jars.add(entry);
      }
    }
    return jars;
  }

  private static String jar(String artifact) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().startsWith(artifact))
        .findFirst()
        .orElseThrow();
  }
}
