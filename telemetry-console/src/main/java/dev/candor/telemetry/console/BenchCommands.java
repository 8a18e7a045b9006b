package dev.candor.telemetry.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code candor bench pipeline}. */
final class BenchCommands {
  private BenchCommands() {}

  static CommandLine tree(Shell shell) {
    return new CommandLine(new Bench()).addSubcommand(new Pipeline(shell));
  }

  @Command(
      name = "bench",
      description = "Measures what whole ways cost on this machine.",
      mixinStandardHelpOptions = true)
  private static final class Bench extends Group {}

  @Command(
      name = "pipeline",
      description = {
        "Starts a Collector, a gateway and receivers in the vendors' places, all on loopback, sends"
            + " events at a rate, and prints what arrived and what it cost.",
        "Ends 1 if an event is lost or came twice. Needs Linux: the figures come from /proc."
      },
      mixinStandardHelpOptions = true)
  private static final class Pipeline implements Callable<Integer> {
    private static final int TABLE_SECONDS = 30;
    private static final int[] DESTINATIONS = {1, 2, 3, 4};
    private static final int[] INSTALLATIONS = {10, 100, 1_000, 10_000};

    private final Shell shell;

    @Option(
        names = "--rate",
        paramLabel = "N",
        defaultValue = "5000",
        description = "Events a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
        names = "--seconds",
        paramLabel = "N",
        defaultValue = "120",
        description = "How long it sends (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
        names = "--destinations",
        paramLabel = "N",
        defaultValue = "3",
        description = "The first N of ga4, amplitude, sentry, store (default: ${DEFAULT-VALUE}).")
    private int destinations;

    @Option(
        names = "--installations",
        paramLabel = "N",
        defaultValue = "100",
        description = "How many installations send in turn (default: ${DEFAULT-VALUE}).")
    private int installations;

    @Option(
        names = "--per-request",
        paramLabel = "N",
        defaultValue = "500",
        description = "Events in a request of an installation (default: ${DEFAULT-VALUE}).")
    private int perRequest;

    @Option(
        names = "--separate",
        description =
            "Brings ga4 and amplitude the same by a queue and a request each, and not by one for"
                + " both.")
    private boolean separate;

    @Option(
        names = "--table",
        description =
            "Runs once for 1 to 4 destinations and once for 10 to 10,000 installations, each for"
                + " --seconds, and prints a table for a page.")
    private boolean table;

    @Option(
        names = "--page",
        paramLabel = "FILE",
        description =
            "Runs once as it is told, then as --table for 30 s each, and writes the figures between"
                + " the two lines of a page that are made for it.")
    private @Nullable Path page;

    @Option(
        names = "--profile",
        hidden = true,
        paramLabel = "FILE",
        description = "Records the gateway with JFR into a file.")
    private Path profile = Path.of("");

    Pipeline(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
      if (!Files.isReadable(Path.of("/proc/self/stat"))) {
        throw CommandFailure.missing("this needs Linux: the figures come from /proc");
      }
      PipelineLoad load = load();
      List<String> lines = new ArrayList<>();
      boolean exact;
      if (page != null) {
        PipelinePage written = PipelinePage.read(page);
        lines.addAll(List.of(PipelinePage.machine(shell), "", "```"));
        exact = single(load, lines);
        lines.addAll(List.of("```", ""));
        exact &= table(load.withSeconds(TABLE_SECONDS), lines);
        written.write(lines);
      } else {
        exact = table ? table(load, lines) : single(load, lines);
      }
      return exact ? ExitCode.OK : ExitCode.FAILED;
    }

    private PipelineLoad load() {
      try {
        return new PipelineLoad(rate, seconds, destinations, installations, perRequest, separate);
      } catch (IllegalArgumentException e) {
        throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
      }
    }

    private boolean single(PipelineLoad load, List<String> lines) throws InterruptedException {
      PipelineResult result = run(load);
      result.lines().forEach(line -> tell(line, lines));
      return result.isExact();
    }

    private boolean table(PipelineLoad load, List<String> lines) throws InterruptedException {
      boolean exact = true;
      PipelineResult.HEAD.lines().forEach(line -> tell(line, lines));
      for (int n : DESTINATIONS) {
        exact &= row(load.withDestinations(n), lines);
      }
      for (int n : INSTALLATIONS) {
        exact &= row(load.withInstallations(n), lines);
      }
      return exact;
    }

    private boolean row(PipelineLoad load, List<String> lines) throws InterruptedException {
      PipelineResult result = run(load);
      tell(result.row(), lines);
      return result.isExact();
    }

    private void tell(String line, List<String> lines) {
      shell.line(line);
      lines.add(line);
    }

    private PipelineResult run(PipelineLoad load) throws InterruptedException {
      try (TemporaryFolder folder = TemporaryFolder.create();
          PipelineParts parts = PipelineParts.start(shell, folder.path(), load, profile)) {
        return new PipelineRun(parts, load).run();
      }
    }
  }
}
