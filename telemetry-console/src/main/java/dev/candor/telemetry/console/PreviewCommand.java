package dev.candor.telemetry.console;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.exporter.door.GivenSpan;
import dev.candor.telemetry.exporter.door.RegisteredNames;
import dev.candor.telemetry.registry.Registry;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor preview}: what a vendor would get, without network and credentials. */
@Command(
    name = "preview",
    description = {
      "Prints the request bodies that a vendor would get for registered events, one per line.",
      "Nothing is sent, and no credentials are needed. What is left out is told on standard error."
    },
    mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {
  /** Stands where the file names no installation: vendors ask for one. */
  private static final String INSTALLATION = "00000000-0000-4000-8000-000000000000";

  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "GA_MEASUREMENT_ID", "G-PREVIEW",
          "GA_API_SECRET", "preview",
          "AMPLITUDE_API_KEY", "preview",
          "SENTRY_DSN", "https://00000000000000000000000000000000@preview.invalid/1");

  private final Shell shell;

  @Option(
      names = "--to",
      paramLabel = "VENDOR",
      required = true,
      description = "ga4, amplitude, sentry, or the name of another exporter on the class path.")
  private String vendor = "";

  @Parameters(
      paramLabel = "FILE",
      description =
          "Spans as OTLP/JSON: one or more requests, such as the Collector's file exporter"
              + " writes; or items of 'squid replay --print'.")
  private Path file = Path.of("");

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Registry files of an application, beside the built-in events and Squid's.")
  private List<Path> registries = List.of();

  PreviewCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Registry registry = RegistryCommands.read(registries);
    List<GivenSpan> spans = OtlpJsonSpans.read(file);
    try (Destination destination = destination(registry)) {
      LeftOut leftOut = new LeftOut();
      Map<String, List<Item>> items =
          AdmittedEvents.of(registry, spans, shell.environment(), leftOut);
      items.forEach(
          (id, group) ->
              print(
                  destination, group, new SealContext(id.isEmpty() ? INSTALLATION : id), leftOut));
      leftOut.lines().forEach(shell.err()::println);
      if (items.isEmpty()) {
        shell.err().println("candor: the file holds no registered event, so nothing would be sent");
      }
      shell.err().flush();
      return ExitCode.OK;
    }
  }

  private void print(
      Destination destination, List<Item> items, SealContext context, LeftOut leftOut) {
    Set<String> sealed = new HashSet<>();
    for (Sealed body : destination.seal(items, context)) {
      sealed.addAll(body.itemIds());
      shell.line(BodyLine.of(body));
    }
    leftOut.addUnsupported(
        items.stream().filter(item -> !sealed.contains(item.id())).toList(), destination.name());
  }

  private Destination destination(Registry registry) {
    List<DestinationProvider> providers =
        Exporters.all(fault -> shell.err().println("candor: " + fault + " cannot be used"));
    for (DestinationProvider provider : providers) {
      if (provider.name().equals(vendor)) {
        return made(provider, registry);
      }
    }
    throw new CommandFailure(
        ExitCode.USAGE,
        "--to takes one of "
            + providers.stream()
                .map(DestinationProvider::name)
                .sorted()
                .collect(Collectors.joining(", ")));
  }

  /** A destination that seals and never sends needs none; all other settings stay as they are. */
  private Shell withoutCredentials() {
    Map<String, String> environment = new LinkedHashMap<>(shell.environment());
    environment.putAll(CREDENTIALS);
    return new Shell(
        shell.in(),
        shell.stdin(),
        shell.out(),
        shell.err(),
        environment,
        shell.root(),
        shell.clock());
  }

  private Destination made(DestinationProvider provider, Registry registry) {
    ShellSettings settings = new ShellSettings(withoutCredentials(), RegisteredNames.of(registry));
    Destination destination = provider.create(settings);
    if (destination == null || !settings.faults().isEmpty()) {
      if (destination != null) {
        destination.close();
      }
      throw new CommandFailure(ExitCode.USAGE, String.join("; ", settings.faults()));
    }
    return destination;
  }
}
