package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.BaseGenerator;
import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.registry.Registry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * {@code candor collector up --dest}: looks for everything that is wrong, starts gateway and
 * Collector, proves the way, and watches until a signal, or until one of them ends. One thread.
 */
final class WayStart {
  private final Shell shell;
  private final WayPlan plan;
  private final List<WayDestination> destinations;
  private final Choices choices;
  private final WayChecks checks = new WayChecks();

  /** What was asked for besides destinations. */
  record Choices(
      Path folder,
      List<Path> overlays,
      List<Path> registries,
      Path file,
      boolean testEvent,
      @Nullable Integer port,
      @Nullable Integer gatewayPort) {}

  WayStart(Shell shell, WayPlan plan, Choices choices) {
    this.shell = shell;
    this.plan = plan;
    this.destinations = plan.destinations();
    this.choices = choices;
  }

  /** Runs it; returns the exit code. */
  int run() throws InterruptedException {
    try (WayFolder folder = WayFolder.open(choices.folder())) {
      WaySettings settings = new WaySettings(shell.environment(), folder, choices.file());
      plan.variables().forEach(settings::set);
      int port = WayGateway.free(choices.port(), "--port");
      int gatewayPort = WayGateway.free(choices.gatewayPort(), "--gateway-port");
      CollectorSetup setup = CollectorCommands.guarded(() -> setup(folder));
      if (!isFit(folder, settings, gatewayPort)) {
        return ExitCode.FAILED;
      }
      Path program = CollectorCommands.find(shell);
      WayGateway gateway = byGateway() ? gateway(folder, settings, gatewayPort) : null;
      Way way;
      try {
        way = new Way(shell, plan, collector(program, folder, setup, settings, port), gateway);
      } catch (CommandFailure e) {
        if (gateway != null) {
          gateway.stop();
        }
        throw e;
      }
      return watch(way, settings, folder);
    }
  }

  private boolean byGateway() {
    return destinations.stream().anyMatch(WayDestination::byGateway);
  }

  /** Whether a gateway runs already, and the environment says where. */
  private boolean isGiven() {
    return shell.environment().containsKey(WaySettings.GATEWAY_ENDPOINT);
  }

  private CollectorSetup setup(WayFolder folder) {
    Path home = folder.collector();
    List<Path> files = new ArrayList<>();
    if (!choices.registries().isEmpty()) {
      Registry registry =
          RegistryCommands.guarded(
              () -> RegistryCommands.withBuiltIns(choices.registries()).read());
      Path base = CollectorFiles.BASE.unpack(home);
      folder.write(base, BaseGenerator.generate(registry));
      files.add(base);
    }
    plan.overlays().forEach(overlay -> files.add(overlay.unpack(home)));
    files.addAll(choices.overlays());
    return new CollectorSetup(home, files);
  }

  /** Tells everything that is wrong at once. */
  private boolean isFit(WayFolder folder, WaySettings settings, int gatewayPort)
      throws InterruptedException {
    boolean own = byGateway() && !isGiven();
    if (own) {
      folder.write(
          folder.gatewayFile(),
          settings.gatewayFile(gatewayPort, destinations, choices.registries()));
      settings.gateway(URI.create("http://127.0.0.1:" + gatewayPort), folder.ownGatewayToken());
    }
    List<String> faults = new ArrayList<>(settings.missing(overlays(), own));
    if (own) {
      WaySettings.gatewayFaults(shell, folder.gatewayFile()).stream()
          .map(fault -> "gateway.yaml: " + fault)
          .forEach(faults::add);
    }
    if (faults.isEmpty()) {
      ask(folder, settings);
      faults.addAll(checks.faults());
    }
    faults.forEach(fault -> shell.err().println("candor: " + fault));
    if (!faults.isEmpty()) {
      shell.err().println("candor: nothing was started");
    }
    return faults.isEmpty();
  }

  private void ask(WayFolder folder, WaySettings settings) throws InterruptedException {
    if (byGateway()) {
      checks.vendors(shell, destinations, folder.path());
    }
    if (destinations.contains(WayDestination.OTLP)) {
      checks.otlp(settings.get("CANDOR_DEST_ENDPOINT", ""), settings.get("CANDOR_DEST_TOKEN", ""));
    }
  }

  private Map<String, String> overlays() {
    Map<String, String> overlays = new LinkedHashMap<>();
    plan.overlays().forEach(overlay -> overlays.put(overlay.file(), overlay.text()));
    for (Path file : choices.overlays()) {
      try {
        overlays.put(String.valueOf(file.getFileName()), Files.readString(file));
      } catch (IOException e) {
        throw new CommandFailure(ExitCode.USAGE, "no such file: give overlays");
      }
    }
    return overlays;
  }

  private WayGateway gateway(WayFolder folder, WaySettings settings, int port)
      throws InterruptedException {
    if (isGiven()) {
      return WayGateway.given(settings.givenGateway(), settings.get(WaySettings.GATEWAY_TOKEN, ""));
    }
    shell.line("Starting the gateway ...");
    folder.write(folder.gatewayLog(), "");
    return WayGateway.start(
        new GatewayChild.Start(
            folder.gatewayFile(), folder.gatewayLog(), shell.environment(), List.of()),
        port,
        folder.ownGatewayToken());
  }

  private CollectorProcess collector(
      Path program, WayFolder folder, CollectorSetup setup, WaySettings settings, int port) {
    shell.line("Starting the Collector ...");
    Map<String, String> variables = setup.variables(settings.all());
    List<String> faults = CollectorCommands.guarded(() -> setup.faults(program, variables));
    faults.forEach(shell::line);
    if (!faults.isEmpty()) {
      throw CommandFailure.failed("the check refuses the files; nothing is left running");
    }
    CollectorProcess.Builder builder =
        CollectorProcess.builder(program, folder.collector())
            .listen(URI.create("http://127.0.0.1:" + port))
            .token(folder.ingestToken())
            .progress(line -> shell.err().println(line));
    setup.files().forEach(builder::config);
    variables.forEach(builder::environment);
    return CollectorCommands.guarded(builder::start);
  }

  private int watch(Way way, WaySettings settings, WayFolder folder) throws InterruptedException {
    Thread atExit = new Thread(way::leave, "candor-up-stop");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      CompletableFuture<String> ended = way.ended();
      way.showAddresses(folder.path());
      if (!isProved(way, settings, ended)) {
        return ExitCode.FAILED;
      }
      way.showFigures();
      shell.line("Running. Ctrl-C or SIGTERM stops; what is under way stays in the folder.");
      String name = ended.get();
      if (way.isLeaving()) {
        return ExitCode.INTERRUPTED;
      }
      shell.err().println("candor: " + name + " has ended; its log in the folder says why");
      return ExitCode.FAILED;
    } catch (ExecutionException e) {
      return ExitCode.FAILED;
    } finally {
      way.close();
      forget(atExit);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      return; // it runs already
    }
  }

  private boolean isProved(Way way, WaySettings settings, CompletableFuture<String> ended)
      throws InterruptedException {
    WayProbe probe = new WayProbe(choices.testEvent(), shell.clock());
    WayProof proof =
        new WayProof(
            destinations, way.collector(), way.gateway(), settings, probe, choices.testEvent());
    boolean proved = proof.send(ended);
    shell.line("One probe (candor.probe) was sent:");
    for (WayDestination one : destinations) {
      shell.line("  %-10s %s".formatted(one, words(one, proof.isAt(one))));
    }
    if (!proved) {
      shell.err().println("candor: the way is not proved: both are stopped; their logs say more");
    }
    return proved;
  }

  private String words(WayDestination one, boolean arrived) {
    String heard = checks.words(one);
    return switch (one) {
      case GA4, AMPLITUDE, SENTRY ->
          choices.testEvent() ? delivered(arrived) : atGateway(arrived) + "; the vendor: " + heard;
      case STORE -> choices.testEvent() && arrived ? "stored in the gateway" : atGateway(arrived);
      case FILE -> arrived ? "written to the file" : "NOT in the file";
      case PROMETHEUS -> arrived ? "shown to Prometheus" : "NOT shown to Prometheus";
      case OTLP ->
          arrived ? "taken by the destination" : "NOT taken yet, it waits; asked before: " + heard;
      case KAFKA -> arrived ? "taken by the broker" : "NOT taken yet, it waits";
    };
  }

  private static String atGateway(boolean arrived) {
    return arrived
        ? "arrived at the gateway, which counted it and passed nothing on"
        : "NOT at the gateway: is its path open?";
  }

  private static String delivered(boolean arrived) {
    return arrived
        ? "the vendor took it as an event of this name"
        : "NOT taken by the vendor yet: it waits in the gateway";
  }
}
