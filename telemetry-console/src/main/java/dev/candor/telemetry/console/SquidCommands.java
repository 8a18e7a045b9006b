package dev.candor.telemetry.console;

import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.squid.ChannelName;
import dev.candor.telemetry.squid.ConfigChange;
import dev.candor.telemetry.squid.ConfigDiff;
import dev.candor.telemetry.squid.ConfigSnapshot;
import dev.candor.telemetry.squid.ObjectiveName;
import dev.candor.telemetry.squid.SettingAddress;
import dev.candor.telemetry.squid.SnapshotReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code candor squid replay|snapshot|diff}. */
final class SquidCommands {
  private SquidCommands() {}

  static CommandLine tree(Shell shell) {
    return new CommandLine(new Squid())
        .addSubcommand(new SquidReplayCommand(shell))
        .addSubcommand(new Snapshot(shell))
        .addSubcommand(new Diff(shell));
  }

  /** Refuses a folder that is not there, with one line. */
  static Path folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(
          ExitCode.USAGE, "no such folder: give the folder of a recording or a configuration");
    }
    return folder;
  }

  /** Where a setting stands, in closed words only. */
  private static String name(SettingAddress address) {
    StringBuilder name = new StringBuilder(WireNames.of(address.key().file()));
    if (address.objective() != ObjectiveName.NONE) {
      name.append(' ').append(WireNames.of(address.objective()));
    }
    if (address.channel() != ChannelName.NONE) {
      name.append(' ').append(WireNames.of(address.channel()));
    }
    return name.append(' ').append(WireNames.of(address.key())).toString();
  }

  @Command(
      name = "squid",
      description = "Looks at a Squid microscope: a recorded run, its configuration, a change.",
      mixinStandardHelpOptions = true)
  private static final class Squid extends Group {}

  @Command(
      name = "snapshot",
      description =
          "Shows what may be told of a configuration: flags, numbers, members of closed lists.",
      mixinStandardHelpOptions = true)
  private static final class Snapshot implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "DIR", description = "The folder of the program.")
    private Path folder = Path.of("");

    Snapshot(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      ConfigSnapshot snapshot = SnapshotReader.create().read(folder(folder));
      snapshot.values().forEach((address, value) -> shell.line(name(address) + " = " + value));
      shell.line(
          "%d settings in %d files, %d unreadable, hash %s"
              .formatted(
                  snapshot.values().size(),
                  snapshot.files().size(),
                  snapshot.unreadable(),
                  snapshot.hash()));
      return ExitCode.OK;
    }
  }

  @Command(
      name = "diff",
      description = "Shows what differs between two configurations, value by value.",
      mixinStandardHelpOptions = true)
  private static final class Diff implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "A", description = "The folder before.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The folder after.")
    private Path after = Path.of("");

    Diff(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      SnapshotReader reader = SnapshotReader.create();
      List<ConfigChange> changes =
          ConfigDiff.between(reader.read(folder(before)), reader.read(folder(after)));
      for (ConfigChange change : changes) {
        shell.line(
            "%s %s: %s -> %s"
                .formatted(
                    WireNames.of(change.file()),
                    WireNames.of(change.key()),
                    change.before(),
                    change.after()));
      }
      shell.line(changes.size() == 1 ? "1 change" : changes.size() + " changes");
      return ExitCode.OK;
    }
  }
}
