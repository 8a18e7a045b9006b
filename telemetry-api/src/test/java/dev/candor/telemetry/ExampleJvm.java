package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.processor.CandorProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles example sources and runs them in a child JVM. */
final class ExampleJvm {
  private ExampleJvm() {}

  /** What a program printed, by lines, and its exit code. */
  record Output(int exit, List<String> out, List<String> err) {}

  /** One part of the example. */
  static Path sources(String part) {
    return Path.of(System.getProperty("candor.root"))
        .resolve("telemetry-api/src/test/resources/example")
        .resolve(part);
  }

  /** The folder or jar that holds a class. */
  static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compiles files without any warning or error. */
  static void compile(List<Path> files, List<String> options) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(List.of("--release", "17", "-Xlint:all,-processing"));
    all.addAll(options);
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              manager,
              diagnostics,
              all,
              null,
              manager.getJavaFileObjects(files.toArray(Path[]::new)));
      if (!options.contains("-proc:none")) {
        task.setProcessors(List.of(new CandorProcessor()));
      }
      boolean success = task.call();
      assertThat(diagnostics.getDiagnostics())
          .extracting(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
          .isEmpty();
      assertThat(success).isTrue();
    }
  }

  /** Runs {@code java} to its end. */
  static Output run(String input, List<String> arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(Path.of("target"), "example");
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Duser.language=en");
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends within a minute").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Output(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
  }
}
