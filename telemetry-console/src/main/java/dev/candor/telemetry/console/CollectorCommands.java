package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorBuild;
import dev.candor.telemetry.collector.CollectorException;
import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorFinder;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.collector.CollectorState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor collector build|up|down|check|generate|replay|test}. */
final class CollectorCommands {
  /** Whose reports a Collector of ours takes: the watched program's and this one's. */
  static final String SERVICES = "squid|" + Runtimes.SERVICE;

  private CollectorCommands() {}

  static CommandLine tree(Shell shell) {
    return new CommandLine(new Collector())
        .addSubcommand(new Build(shell))
        .addSubcommand(new Up(shell))
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

  private static Path home(Shell shell) {
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
      name = "up",
      description = "Starts a Collector that stays, until 'candor collector down'.",
      mixinStandardHelpOptions = true)
  private static final class Up implements Callable<Integer> {
    private final Shell shell;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        defaultValue = "arrived.jsonl",
        description = "The file that receives what passed (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("arrived.jsonl");

    @Option(names = "--port", description = "The port for OTLP/HTTP (default: a free one).")
    private @Nullable Integer port;

    @Parameters(
        paramLabel = "FILE",
        arity = "0..*",
        description =
            "Overlays in place of --out, checked first; or a generated base of your own and its"
                + " overlays. Variables that they name come from the environment.")
    private List<Path> files = List.of();

    Up(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      Path folder = home(shell);
      if (CollectorState.read(folder).isPresent()) {
        throw CommandFailure.missing("a Collector is running: 'candor collector down' stops it");
      }
      Path program = find(shell);
      CollectorProcess.Builder builder =
          CollectorProcess.builder(program, folder)
              .environment("CANDOR_SERVICES", SERVICES)
              .progress(line -> shell.err().println(line))
              .stays();
      if (files.isEmpty()) {
        builder
            .config(CollectorFiles.BASE.unpack(folder))
            .config(CollectorFiles.DEST_FILE.unpack(folder))
            .environment("CANDOR_FILE", out.toAbsolutePath().toString());
      } else {
        CollectorSetup setup = guarded(() -> new CollectorSetup(folder, files));
        Map<String, String> variables = setup.variables(shell.environment());
        List<String> faults = guarded(() -> setup.faults(program, variables));
        faults.forEach(shell::line);
        if (!faults.isEmpty()) {
          return ExitCode.FAILED;
        }
        setup.files().forEach(builder::config);
        variables.forEach(builder::environment);
      }
      if (port != null) {
        builder.listen(URI.create("http://127.0.0.1:" + port));
      }
      // Not closed: it is meant to stay.
      CollectorProcess running = guarded(builder::start);
      shell.line("OTEL_EXPORTER_OTLP_ENDPOINT=" + running.endpoint());
      shell.line("OTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer%20" + running.token());
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
