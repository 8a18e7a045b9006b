package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.BaseGenerator;
import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code candor collector generate}: a Collector's files for an application's own registries. */
@Command(
    name = "generate",
    description =
        "Writes base.yaml and the overlays for the built-in registries and an application's own."
            + " Needs no network; equal registries give equal bytes.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Registry files of the application (default: none).")
  private List<Path> registries = List.of();

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder.")
  private Path out = Path.of("");

  @Option(
      names = "--check",
      description = "Writes nothing; ends 1 if a file in the folder differs or is missing.")
  private boolean check;

  GenerateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Registry registry = RegistryCommands.read(registries);
    Map<String, String> files = new TreeMap<>();
    for (CollectorFiles file : CollectorFiles.values()) {
      files.put(file.file(), file.text());
    }
    files.put(CollectorFiles.BASE.file(), BaseGenerator.generate(registry));
    return check ? compare(files) : write(files);
  }

  private int write(Map<String, String> files) {
    try {
      Files.createDirectories(out);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(out.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw CommandFailure.missing("the folder cannot be written: give another one with --out");
    }
    shell.line("Written: " + String.join(", ", files.keySet()));
    return ExitCode.OK;
  }

  private int compare(Map<String, String> files) {
    List<String> different = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          if (!isSame(out.resolve(name), text)) {
            different.add(name);
          }
        });
    if (different.isEmpty()) {
      shell.line("The files are what the registries generate.");
      return ExitCode.OK;
    }
    shell.line(
        "Not what the registries generate: %s; write them again without --check"
            .formatted(String.join(", ", different)));
    return ExitCode.FAILED;
  }

  private static boolean isSame(Path file, String text) {
    try {
      return Files.readString(file).equals(text);
    } catch (NoSuchFileException missing) {
      return false;
    } catch (IOException e) {
      throw CommandFailure.missing("a file in the folder cannot be read");
    }
  }
}
