package dev.candor.telemetry.console;

import dev.candor.telemetry.gateway.ConfigException;
import dev.candor.telemetry.gateway.ConfigFile;
import dev.candor.telemetry.gateway.Gateway;
import dev.candor.telemetry.gateway.GatewayConfig;
import dev.candor.telemetry.gateway.GatewayLog;
import dev.candor.telemetry.gateway.StorePurge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code candor gateway} and {@code candor gateway purge}. */
final class GatewayCommands {
  private GatewayCommands() {}

  static CommandLine tree(Shell shell) {
    return new CommandLine(new Run(shell)).addSubcommand(new Purge(shell));
  }

  private static GatewayConfig config(Shell shell, Path file) {
    try {
      return ConfigFile.read(file, shell.environment(), shell.clock());
    } catch (ConfigException e) {
      e.faults().forEach(fault -> shell.err().println("candor: " + fault));
      throw CommandFailure.failed("the gateway's file cannot be used");
    }
  }

  @Command(
      name = "gateway",
      description = {
        "Stands behind a Collector: takes OTLP, stores it, and sends it on to vendors.",
        "Runs until it is told to stop (Ctrl-C, SIGTERM); writes its log to standard output, a line"
            + " of JSON for each thing an operator should know."
      },
      mixinStandardHelpOptions = true)
  private static final class Run implements Callable<Integer> {
    private final Shell shell;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "The gateway's settings (YAML).")
    private @Nullable Path file;

    @Option(names = "--check", description = "Reads the settings, says what is wrong, and ends.")
    private boolean check;

    @Option(
        names = "--until-input-ends",
        description =
            "Stops when its standard input ends, too: so it ends with the program that started it.")
    private boolean untilInputEnds;

    Run(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
      if (file == null) {
        CommandSpec own = spec;
        throw own == null
            ? CommandFailure.failed("--config=FILE is needed")
            : new ParameterException(own.commandLine(), "--config=FILE is needed");
      }
      GatewayConfig config = config(shell, file);
      if (check) {
        shell.line("The settings can be used.");
        return ExitCode.OK;
      }
      run(config);
      return ExitCode.OK;
    }

    private void run(GatewayConfig config) throws InterruptedException {
      Gateway gateway;
      try {
        gateway = Gateway.start(config, new GatewayLog(shell.out(), shell.clock()), shell.clock());
      } catch (IOException e) {
        throw CommandFailure.missing(String.valueOf(e.getMessage()));
      }
      Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "candor-gateway-stop"));
      if (untilInputEnds) {
        awaitEnd(shell.stdin());
        gateway.close();
        return;
      }
      // Until a signal: the hook ends it, and with it the process.
      new CountDownLatch(1).await();
    }

    private static void awaitEnd(InputStream input) {
      try {
        while (input.read() >= 0) {
          // Whatever is typed is no end.
        }
      } catch (IOException e) {
        // So is a broken pipe.
      }
    }
  }

  @Command(
      name = "purge",
      description = "Deletes what the store of the path /store has held for longer than some days.",
      mixinStandardHelpOptions = true)
  private static final class Purge implements Callable<Integer> {
    private final Shell shell;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        required = true,
        description = "The gateway's settings (YAML).")
    private Path file = Path.of("");

    @Option(
        names = "--days",
        paramLabel = "N",
        required = true,
        description = "Keeps what came within so many days.")
    private int days;

    @Option(names = "--dry-run", description = "Says what would be deleted, and deletes nothing.")
    private boolean dryRun;

    Purge(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      if (days < 0) {
        throw new CommandFailure(ExitCode.USAGE, "--days must be 0 or more");
      }
      StorePurge purge = StorePurge.of(config(shell, file), shell.clock());
      Duration age = Duration.ofDays(days);
      long items = dryRun ? purge.count(age) : purge.delete(age);
      shell.line(
          "%d items older than %d days %s"
              .formatted(items, days, dryRun ? "would be deleted." : "are deleted."));
      return ExitCode.OK;
    }
  }
}
