package dev.candor.telemetry.console;

import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.exporter.door.GivenSpan;
import dev.candor.telemetry.exporter.ga4.Ga4Destination;
import dev.candor.telemetry.exporter.ga4.Ga4Provider;
import dev.candor.telemetry.exporter.ga4.Ga4Verdict;
import dev.candor.telemetry.registry.Registry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor ga4 validate}. */
final class Ga4Commands {
  /** No installation's; events that are asked about belong to nobody. */
  private static final SealContext NOBODY = new SealContext("00000000-0000-4000-8000-000000000000");

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Ga4Commands() {}

  static CommandLine tree(Shell shell) {
    return new CommandLine(new Ga4()).addSubcommand(new Validate(shell));
  }

  @Command(
      name = "ga4",
      description = "Asks Google Analytics 4 about events.",
      mixinStandardHelpOptions = true)
  private static final class Ga4 extends Group {}

  @Command(
      name = "validate",
      description = {
        "Sends events to the debug address of Google Analytics 4, which records nothing, and prints"
            + " what it finds wrong. It does not look at the secret.",
        "Settings as in any application: GA_MEASUREMENT_ID, GA_API_SECRET, GA_REGION, GA_ENDPOINT."
      },
      mixinStandardHelpOptions = true)
  private static final class Validate implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
        paramLabel = "FILE",
        arity = "0..1",
        description =
            "Registered events, moved to now: items of 'squid replay --print', or OTLP/JSON"
                + " (default: an invented one of each built-in event).")
    private @Nullable Path file;

    @Option(
        names = "--registry",
        paramLabel = "FILE",
        arity = "1..*",
        description = "Registry files of the application (default: none).")
    private List<Path> registries = List.of();

    Validate(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      ShellSettings settings = new ShellSettings(shell);
      try (Ga4Destination destination = new Ga4Provider().destination(settings)) {
        if (destination == null || !settings.faults().isEmpty()) {
          throw new CommandFailure(ExitCode.USAGE, String.join("; ", settings.faults()));
        }
        List<Item> events = events();
        List<Sealed> bodies = destination.seal(events, NOBODY);
        int sealed = bodies.stream().mapToInt(body -> body.itemIds().size()).sum();
        if (sealed < events.size()) {
          shell.line(
              "Events that Google would not take and that are never sent: "
                  + (events.size() - sealed));
        }
        return ask(destination, bodies, String.valueOf(settings.text("GA_API_SECRET")));
      }
    }

    private List<Item> events() {
      Instant now = shell.clock().instant();
      long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
      if (file == null) {
        return List.copyOf(SampleEvents.at(nanos));
      }
      Registry registry = RegistryCommands.read(registries);
      List<GivenSpan> spans = OtlpJsonSpans.read(file);
      LeftOut leftOut = new LeftOut();
      List<Item> events =
          AdmittedEvents.of(registry, endingAt(nanos, spans), shell.environment(), leftOut)
              .values()
              .stream()
              .flatMap(List::stream)
              .toList();
      if (leftOut.total() > 0) {
        shell.line("Events and values that no registry lists, left out: " + leftOut.total());
        leftOut.lines().forEach(line -> shell.line("  " + line));
      }
      if (events.isEmpty()) {
        throw CommandFailure.failed("the file holds no registered event, so nobody was asked");
      }
      return events;
    }

    /** Google looks at the last three days only. */
    private static List<GivenSpan> endingAt(long nanos, List<GivenSpan> spans) {
      long last = spans.stream().mapToLong(GivenSpan::endNanos).max().orElse(0);
      return spans.stream()
          .map(
              span ->
                  new GivenSpan(
                      span.traceId(),
                      span.spanId(),
                      span.root(),
                      span.name(),
                      span.startNanos() + nanos - last,
                      span.endNanos() + nanos - last,
                      span.status(),
                      span.attributes(),
                      span.resource()))
          .toList();
    }

    private int ask(Ga4Destination destination, List<Sealed> bodies, String secret) {
      int wrong = 0;
      for (int i = 0; i < bodies.size(); i++) {
        Ga4Verdict verdict = destination.validate(bodies.get(i), PATIENCE);
        String body = "body " + (i + 1) + ": ";
        if (verdict.status() == 0) {
          throw CommandFailure.missing(body + "no answer from the debug address");
        }
        if (!verdict.readable()) {
          throw CommandFailure.missing(body + "not Google's answer, status " + verdict.status());
        }
        for (Ga4Verdict.Message message : verdict.messages()) {
          String words =
              body + message.code() + " " + message.field() + ": " + message.description();
          shell.line(plain(words.replace(secret, "<secret>")));
        }
        wrong += verdict.valid() ? 0 : 1;
      }
      int events = bodies.stream().mapToInt(body -> body.itemIds().size()).sum();
      shell.line(
          "Asked about events: %d, bodies: %d; wrong: %d".formatted(events, bodies.size(), wrong));
      return wrong == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    /** One line without control characters: the words are a stranger's. */
    private static String plain(String words) {
      return words
          .codePoints()
          .map(c -> Character.isISOControl(c) ? ' ' : c)
          .limit(500)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  }
}
