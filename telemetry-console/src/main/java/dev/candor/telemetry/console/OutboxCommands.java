package dev.candor.telemetry.console;

import dev.candor.telemetry.TelemetryStatus.DestinationLedger;
import dev.candor.telemetry.otel.EngineInspection;
import dev.candor.telemetry.otel.Folders;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.RefusedItem;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code candor outbox refused|retry}: what destinations refused, and offering it again. */
final class OutboxCommands {
  private static final int PAGE = 200;

  private OutboxCommands() {}

  static CommandLine tree(Shell shell) {
    return new CommandLine(new Store())
        .addSubcommand(new Refused(shell))
        .addSubcommand(new Retry(shell));
  }

  /**
   * Opens the store if there is one; a store is never made here.
   *
   * @return whether there is one
   */
  private static boolean open(Runtimes runtimes, Shell shell, Consumer<Outbox> work) {
    Folders folders = EngineInspection.of(runtimes.options(shell)).folders();
    if (!Files.exists(folders.outboxFile())) {
      return false;
    }
    try (Outbox outbox = Outbox.open(folders.data(), Outbox.Limits.defaults(), shell.clock())) {
      work.accept(outbox);
    }
    return true;
  }

  @Command(
      name = "outbox",
      description = "What destinations refused, and offering it again.",
      mixinStandardHelpOptions = true)
  private static final class Store extends Group {}

  @Command(
      name = "refused",
      description = "Lists the items that destinations refused and that are still here.",
      mixinStandardHelpOptions = true)
  private static final class Refused implements Callable<Integer> {
    private final Shell shell;

    @Mixin private final Runtimes runtimes = new Runtimes();

    Refused(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      if (!open(runtimes, shell, this::list)) {
        shell.line("There is no store, so nothing was refused.");
      }
      return ExitCode.OK;
    }

    private void list(Outbox outbox) {
      List<RefusedItem> page = outbox.refused(0, PAGE);
      if (page.isEmpty()) {
        shell.line("Nothing was refused.");
      }
      while (!page.isEmpty()) {
        for (RefusedItem item : page) {
          shell.line(
              String.join(
                  " ",
                  item.at().toString(),
                  item.destination(),
                  item.reason(),
                  item.name(),
                  item.itemId()));
        }
        page = outbox.refused(page.get(page.size() - 1).number(), PAGE);
      }
    }
  }

  @Command(
      name = "retry",
      description = "Offers what a destination refused to it once more.",
      mixinStandardHelpOptions = true)
  private static final class Retry implements Callable<Integer> {
    private final Shell shell;

    @Mixin private final Runtimes runtimes = new Runtimes();

    @Parameters(
        paramLabel = "DESTINATION",
        description = "Its name, as status and refused show it.")
    private String destination = "";

    Retry(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      boolean opened =
          open(
              runtimes,
              shell,
              outbox ->
                  shell.line(
                      retried(outbox)
                          + " offered again; they go when an application runs, if its answer"
                          + " allows it."));
      if (!opened) {
        throw CommandFailure.missing(
            "There is no store, so nothing can be offered again; --folder names the folder of the"
                + " application");
      }
      return ExitCode.OK;
    }

    private long retried(Outbox outbox) {
      List<String> known =
          outbox.ledger().destinations().stream().map(DestinationLedger::destination).toList();
      if (!known.contains(destination)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            known.isEmpty()
                ? "DESTINATION must be one of the store's, and it has none"
                : "DESTINATION must be one of the store's: " + String.join(", ", known));
      }
      return outbox.retry(destination);
    }
  }
}
