package dev.candor.telemetry.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Runs javac with the processor over sources in memory. telemetry-api, which is built after this
 * module, is compiled from its sources first, by the same processor.
 */
final class SourceCompiler {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final Path API = compileApi();

  private final Path output;
  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();

  SourceCompiler(Path output) {
    this.output = output;
  }

  /** The compiled classes and registry of telemetry-api. */
  static Path api() {
    return API;
  }

  SourceCompiler option(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Runs another processor after ours. */
  SourceCompiler processor(Processor processor) {
    processors.add(processor);
    return this;
  }

  /** Compiles sources by file name; a {@code module-info.java} among them makes a named module. */
  Result compile(Map<String, String> sources) {
    boolean named = sources.containsKey("module-info.java");
    List<String> all = new ArrayList<>(List.of("--release", "17", "-d", output.toString()));
    all.addAll(options);
    String path = API + File.pathSeparator + output + File.pathSeparator + jspecify();
    all.addAll(named ? List.of("-p", API + File.pathSeparator + jspecify()) : List.of("-cp", path));
    return run(
        all,
        sources.entrySet().stream()
            .<JavaFileObject>map(e -> new Source(e.getKey(), e.getValue()))
            .toList(),
        processors);
  }

  private static Path compileApi() {
    Path sources =
        Path.of(System.getProperty("candor.root")).resolve("telemetry-api/src/main/java");
    try (Stream<Path> files = Files.walk(sources);
        StandardJavaFileManager manager = JAVAC.getStandardFileManager(null, null, null)) {
      Path output = Files.createDirectories(Path.of("target", "telemetry-api-classes"));
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
      List<JavaFileObject> units = new ArrayList<>();
      manager.getJavaFileObjects(java.toArray(Path[]::new)).forEach(units::add);
      Result result =
          run(
              List.of("--release", "17", "-d", output.toString(), "-p", jspecify()),
              units,
              List.of());
      if (!result.success()) {
        throw new IllegalStateException("telemetry-api does not compile: " + result.messages());
      }
      return output.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Result run(
      List<String> options, List<JavaFileObject> units, List<Processor> more) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        JAVAC.getTask(null, null, diagnostics, options, null, units);
    List<Processor> processors = new ArrayList<>(List.of(new CandorProcessor()));
    processors.addAll(more);
    task.setProcessors(processors);
    boolean success = task.call();
    return new Result(success, diagnostics.getDiagnostics());
  }

  private static String jspecify() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("jspecify"))
        .findFirst()
        .orElseThrow();
  }

  /** How a compilation went. */
  record Result(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    /** Everything javac printed. */
    List<String> messages() {
      return diagnostics.stream().map(d -> d.getMessage(Locale.ENGLISH)).toList();
    }

    /** Errors. */
    List<String> errors() {
      return of(Diagnostic.Kind.ERROR);
    }

    /** Warnings, mandatory ones included. */
    List<String> warnings() {
      return Stream.concat(
              of(Diagnostic.Kind.WARNING).stream(), of(Diagnostic.Kind.MANDATORY_WARNING).stream())
          .toList();
    }

    private List<String> of(Diagnostic.Kind kind) {
      return diagnostics.stream()
          .filter(d -> d.getKind() == kind)
          .map(d -> d.getMessage(Locale.ENGLISH))
          .toList();
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    private Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
