package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.collector.CollectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor collector up}: a Collector that stays, or a whole way that is watched. */
@Command(
    name = "up",
    description = {
      "Starts a Collector that stays, until 'candor collector down'.",
      "With --dest: starts a Collector with these destinations and the gateway that they need,"
          + " proves the way, and watches both until Ctrl-C."
    },
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "arrived.jsonl",
      description = "The file that receives what passed (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("arrived.jsonl");

  @Option(
      names = "--dest",
      paramLabel = "DEST",
      split = ",",
      description =
          "Destinations, joined by commas: ga4, amplitude, sentry, store, file, otlp, prometheus,"
              + " kafka. Their settings come from the environment.")
  private List<WayDestination> destinations = List.of();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "candor-up",
      description =
          "With --dest: where queue, store, tokens and logs stay (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("candor-up");

  @Option(
      names = "--gateway-port",
      paramLabel = "PORT",
      description = "With --dest: the gateway's port (default: a free one).")
  private @Nullable Integer gatewayPort;

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      arity = "1..*",
      description = "With --dest: registries of the applications.")
  private List<Path> registries = List.of();

  @Option(
      names = "--test-event",
      description =
          "With --dest: the probe that proves the way goes on to the vendors, as an event of the"
              + " name candor.probe.")
  private boolean testEvent;

  @Option(names = "--port", description = "The port for OTLP/HTTP (default: a free one).")
  private @Nullable Integer port;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "Overlays in place of --out, checked first; or a generated base of your own and its"
              + " overlays. Variables that they name come from the environment.")
  private List<Path> files = List.of();

  UpCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (destinations.isEmpty()) {
      return stay();
    }
    return new WayStart(
            shell,
            List.copyOf(new TreeSet<>(destinations)),
            new WayStart.Choices(folder, files, registries, out, testEvent, port, gatewayPort))
        .run();
  }

  private int stay() {
    Path folder = CollectorCommands.home(shell);
    if (CollectorState.read(folder).isPresent()) {
      throw CommandFailure.missing("a Collector is running: 'candor collector down' stops it");
    }
    Path program = CollectorCommands.find(shell);
    CollectorProcess.Builder builder =
        CollectorProcess.builder(program, folder)
            .environment("CANDOR_SERVICES", CollectorCommands.SERVICES)
            .progress(line -> shell.err().println(line))
            .stays();
    if (files.isEmpty()) {
      builder
          .config(CollectorFiles.BASE.unpack(folder))
          .config(CollectorFiles.DEST_FILE.unpack(folder))
          .environment("CANDOR_FILE", out.toAbsolutePath().toString());
    } else {
      CollectorSetup setup = CollectorCommands.guarded(() -> new CollectorSetup(folder, files));
      Map<String, String> variables = setup.variables(shell.environment());
      List<String> faults = CollectorCommands.guarded(() -> setup.faults(program, variables));
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
    CollectorProcess running = CollectorCommands.guarded(builder::start);
    shell.line("OTEL_EXPORTER_OTLP_ENDPOINT=" + running.endpoint());
    shell.line("OTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer%20" + running.token());
    return ExitCode.OK;
  }
}
