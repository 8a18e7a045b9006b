package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorBuild;
import dev.candor.telemetry.collector.CollectorException;
import dev.candor.telemetry.collector.CollectorFinder;
import dev.candor.telemetry.collector.CollectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code candor collector build|up|down|check|generate|replay|test}. */
final class CollectorCommands {
  /** Whose reports a Collector of ours takes: the watched program's and this one's. */
  static final String SERVICES = "squid|" + Runtimes.SERVICE;

  private CollectorCommands() {}

  static CommandLine tree(Shell shell) {
    return new CommandLine(new Collector())
        .addSubcommand(new Build(shell))
        .addSubcommand(new UpCommand(shell))
        .addSubcommand(new Down(shell))
        .addSubcommand(new Check(shell))
        .addSubcommand(new GenerateCommand(shell))
        .addSubcommand(new ReplayCommand(shell))
        .addSubcommand(new GoldenCommand(shell));
  }

  /** Finds a Collector, building it if need be; progress goes to the terminal. */
  static Path find(Shell shell) {
    return guarded(
        () ->
            CollectorFinder.inProject(shell.root(), shell.environment())
                .find(line -> shell.err().println(line)));
  }

  /** Turns the Collector's complaints into ours. */
  static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (CollectorException e) {
      throw CommandFailure.missing(whatToDo(String.valueOf(e.getMessage())));
    }
  }

  /** Go's own words for a missing network name addresses, and not what to do. */
  private static String whatToDo(String message) {
    boolean unreachable =
        List.of("dial tcp", "lookup ", "proxyconnect", "i/o timeout").stream()
            .anyMatch(message::contains);
    return unreachable
        ? "Go could not load the Collector's modules: connect to the network once, later builds need"
            + " none; or set "
            + CollectorFinder.VARIABLE
        : message;
  }

  /** Where a Collector that stays has its files. */
  static Path home(Shell shell) {
    return shell.root().resolve("collector-config").resolve("target").resolve("running");
  }

  @Command(
      name = "collector",
      description = "Builds, starts, stops and checks the project's OpenTelemetry Collector.",
      mixinStandardHelpOptions = true)
  private static final class Collector extends Group {}

  @Command(
      name = "build",
      description = "Builds the Collector with Go, or says that it is there.",
      mixinStandardHelpOptions = true)
  private static final class Build implements Callable<Integer> {
    private final Shell shell;

    Build(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      Path sources = shell.root().resolve("collector-config").resolve("distribution");
      CollectorBuild build = CollectorBuild.of(sources, shell.environment());
      guarded(
          () -> {
            if (!build.isFresh()) {
              build.run(line -> shell.err().println(line));
            }
            return true;
          });
      shell.line("The Collector is " + build.binary());
      return ExitCode.OK;
    }
  }

  @Command(
      name = "down",
      description = "Stops the Collector that 'up' started.",
      mixinStandardHelpOptions = true)
  private static final class Down implements Callable<Integer> {
    private final Shell shell;

    Down(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      boolean stopped = guarded(() -> CollectorState.stop(home(shell), Duration.ofSeconds(10)));
      shell.line(stopped ? "The Collector is stopped." : "No Collector was running.");
      return ExitCode.OK;
    }
  }

  @Command(
      name = "check",
      description =
          "Holds configuration files against the generated base: nothing may go around the"
              + " scrubbing or switch it off.",
      mixinStandardHelpOptions = true)
  private static final class Check implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
        paramLabel = "FILE",
        arity = "0..*",
        description =
            "Overlays in their order, after the base that comes with Candor; or a generated base of"
                + " your own first.")
    private List<Path> overlays = List.of();

    Check(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      Path folder = home(shell);
      CollectorSetup setup = guarded(() -> new CollectorSetup(folder, overlays));
      Path program = find(shell);
      List<String> faults = guarded(() -> setup.faults(program, shell.environment()));
      faults.forEach(shell::line);
      if (!faults.isEmpty()) {
        return ExitCode.FAILED;
      }
      shell.line("The files keep what the base promises.");
      return ExitCode.OK;
    }
  }
}
