package dev.candor.telemetry.console;

import dev.candor.telemetry.registry.BuiltInRegistries;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.registry.RegistryException;
import dev.candor.telemetry.registry.RegistryReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor registry export|check}. */
final class RegistryCommands {
  private RegistryCommands() {}

  static CommandLine tree(Shell shell) {
    return new CommandLine(new Registries())
        .addSubcommand(new Export(shell))
        .addSubcommand(new Check(shell));
  }

  /** The built-in registries and an application's files. */
  static RegistryReader withBuiltIns(List<Path> files) {
    RegistryReader reader = BuiltInRegistries.reader();
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new CommandFailure(ExitCode.USAGE, "no such file: give registry files");
      }
      guarded(() -> reader.file(file));
    }
    return reader;
  }

  /** The built-in registries and an application's files as one; a fault is told with its line. */
  static Registry read(List<Path> files) {
    RegistryReader reader = withBuiltIns(files);
    try {
      return reader.read();
    } catch (RegistryException first) {
      List<String> faults = reader.faults();
      throw CommandFailure.failed(
          faults.isEmpty() ? String.valueOf(first.getMessage()) : faults.get(0) + more(faults));
    }
  }

  private static String more(List<String> faults) {
    return faults.size() == 1
        ? ""
        : " (and %d more: 'candor registry check' lists them)".formatted(faults.size() - 1);
  }

  /** Turns what is wrong with a registry into one line. */
  static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (RegistryException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      throw CommandFailure.missing("a file cannot be read or written");
    }
  }

  /** Writes a text into a file, or prints it if there is none. */
  static void put(Shell shell, @Nullable Path out, String text) {
    if (out == null) {
      shell.out().print(text);
      shell.out().flush();
      return;
    }
    try {
      Files.writeString(out, text);
    } catch (IOException e) {
      throw CommandFailure.missing("the file cannot be written: is its folder there?");
    }
  }

  @Command(
      name = "registry",
      description = "Shows and checks what may be told: events, attributes, closed lists.",
      mixinStandardHelpOptions = true)
  private static final class Registries extends Group {}

  @Command(
      name = "export",
      description = "Writes registries as one file, merged; by default the built-in ones.",
      mixinStandardHelpOptions = true)
  private static final class Export implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
        paramLabel = "CATALOGUE",
        arity = "0..*",
        description = "Qualified names of catalogues (default: the built-in ones and Squid's).")
    private List<String> catalogues = List.of();

    @Option(
        names = "--classpath",
        paramLabel = "PATH",
        description = "Jars and folders that hold the catalogues, joined as for java -cp.")
    private String classpath = "";

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "The file to write (default: standard output).")
    private @Nullable Path out;

    @Option(names = "--page", description = "Writes a page for people instead, in Markdown.")
    private boolean page;

    Export(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
      try (URLClassLoader loader = new URLClassLoader(urls(), Export.class.getClassLoader())) {
        RegistryReader reader = RegistryReader.create();
        List<String> names = catalogues.isEmpty() ? BuiltInRegistries.CATALOGUES : catalogues;
        guarded(
            () -> {
              names.forEach(name -> reader.catalogue(loader, name));
              return reader;
            });
        put(shell, out, guarded(() -> page ? reader.page() : reader.export()));
        return ExitCode.OK;
      }
    }

    private URL[] urls() throws MalformedURLException {
      List<URL> urls = new ArrayList<>();
      for (String entry : classpath.split(File.pathSeparator, -1)) {
        if (!entry.isEmpty()) {
          urls.add(Path.of(entry).toUri().toURL());
        }
      }
      return urls.toArray(URL[]::new);
    }
  }

  @Command(
      name = "check",
      description =
          "Checks registry files together with the built-in ones; each fault names file, line,"
              + " place and rule.",
      mixinStandardHelpOptions = true)
  private static final class Check implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Registry files.")
    private List<Path> files = List.of();

    Check(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      List<String> faults = withBuiltIns(files).faults();
      faults.forEach(shell::line);
      if (!faults.isEmpty()) {
        return ExitCode.FAILED;
      }
      shell.line("The registries fit together.");
      return ExitCode.OK;
    }
  }
}
