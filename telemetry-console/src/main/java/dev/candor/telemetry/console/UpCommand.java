package dev.candor.telemetry.console;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

  @ArgGroup(exclusive = false, heading = "A whole way:%n")
  private @Nullable WayOptions way;

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
    WayOptions asked = way;
    return asked == null
        ? new StayingCollector(shell, files, out, port).start()
        : new WayStart(shell, asked.plan(), asked.choices(files, out, port)).run();
  }

  /** What only a way has. */
  private static final class WayOptions {
    @Option(
        names = "--dest",
        paramLabel = "DEST",
        required = true,
        split = ",",
        description =
            "Destinations, joined by commas: ga4, amplitude, sentry, store, file, otlp,"
                + " prometheus, kafka. Their settings come from the environment.")
    private List<WayDestination> destinations = List.of();

    @Option(
        names = "--together",
        description =
            "Brings ga4 and amplitude the same by one queue and one request: cheaper, but one of"
                + " them whose store in the gateway is full holds up the other.")
    private boolean together;

    @Option(
        names = "--folder",
        paramLabel = "DIR",
        defaultValue = "candor-up",
        description = "Where queue, store, tokens and logs stay (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("candor-up");

    @Option(
        names = "--gateway-port",
        paramLabel = "PORT",
        description = "The gateway's port (default: a free one).")
    private @Nullable Integer gatewayPort;

    @Option(
        names = "--registry",
        paramLabel = "FILE",
        arity = "1..*",
        description = "Registries of the applications.")
    private List<Path> registries = List.of();

    @Option(
        names = "--test-event",
        description =
            "The probe that proves the way goes on to the vendors, as an event of the name"
                + " candor.probe.")
    private boolean testEvent;

    WayPlan plan() {
      return new WayPlan(List.copyOf(new TreeSet<>(destinations)), together);
    }

    WayStart.Choices choices(List<Path> overlays, Path file, @Nullable Integer port) {
      return new WayStart.Choices(folder, overlays, registries, file, testEvent, port, gatewayPort);
    }
  }
}
