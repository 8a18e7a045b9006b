package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.BaseGenerator;
import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.GoldenRun;
import dev.candor.telemetry.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor collector test}: an operator's own golden cases. */
@Command(
    name = "test",
    description = {
      "Sends golden cases through the real Collector, in one start, and compares what arrives.",
      "Without --config and --registry the base that comes with Candor is tested."
    },
    mixinStandardHelpOptions = true)
final class GoldenCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder of the cases: base.json, and one .json file for each case.")
  private Path cases = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      arity = "1..*",
      description = "The base and overlays without a destination, in their order.")
  private List<Path> configs = List.of();

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Registry files: the base is generated from them and the built-in ones.")
  private List<Path> registries = List.of();

  @Option(names = "--show", description = "Prints values where a case failed.")
  private boolean show;

  GoldenCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (!configs.isEmpty() && !registries.isEmpty()) {
      throw new CommandFailure(ExitCode.USAGE, "give --config or --registry, not both");
    }
    if (!Files.isDirectory(cases)) {
      throw new CommandFailure(ExitCode.USAGE, "no such folder: give the folder of the cases");
    }
    Path program = CollectorCommands.find(shell);
    List<GoldenRun.Verdict> verdicts;
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      List<Path> files = files(folder.path());
      verdicts =
          CollectorCommands.guarded(
              () -> GoldenRun.run(program, folder.path(), files, settings(), cases));
    }
    verdicts.forEach(this::print);
    long failed = verdicts.stream().filter(verdict -> !verdict.passed()).count();
    shell.line("%d cases, %d failed".formatted(verdicts.size(), failed));
    return failed == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private List<Path> files(Path folder) {
    if (!configs.isEmpty()) {
      return configs;
    }
    if (registries.isEmpty()) {
      return List.of(CollectorCommands.guarded(() -> CollectorFiles.BASE.unpack(folder)));
    }
    Registry registry = RegistryCommands.read(registries);
    try {
      return List.of(
          Files.writeString(folder.resolve("base.yaml"), BaseGenerator.generate(registry)));
    } catch (IOException e) {
      throw CommandFailure.missing("no temporary file can be written: is the disk full?");
    }
  }

  /** The settings of the Collector that stand in the environment, such as CANDOR_SERVICES. */
  private Map<String, String> settings() {
    return shell.environment().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("CANDOR_"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void print(GoldenRun.Verdict verdict) {
    shell.line((verdict.passed() ? "ok     " : "FAILED ") + verdict.name());
    for (GoldenRun.Difference difference : verdict.differences()) {
      String place = difference.place().isEmpty() ? "" : difference.place() + ": ";
      shell.line("       " + place + difference.rule());
      if (show && !(difference.expected().isEmpty() && difference.arrived().isEmpty())) {
        shell.line("       expected " + difference.expected());
        shell.line("       arrived  " + difference.arrived());
      }
    }
  }
}
