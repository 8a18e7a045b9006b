package dev.candor.telemetry.console;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The {@code candor} command line. {@code candor --help} lists commands and exit codes. */
@Command(
    name = "candor",
    description = "Consent-first telemetry: replay, preview, consent, and the demo.",
    mixinStandardHelpOptions = true,
    versionProvider = Candor.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it did what it was asked to do",
      "1:what it checked is not so",
      "2:called with words that it does not know",
      "3:something on this machine is missing: Go, Maven, a free port, a folder that can be written",
      "4:it asked, and nobody answered",
      "130:Ctrl-C"
    })
public final class Candor extends Group {
  private Candor() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    int code = commandLine(Shell.ofProcess()).execute(args);
    System.exit(code);
  }

  /** The whole tree of commands. */
  static CommandLine commandLine(Shell shell) {
    CommandLine line =
        new CommandLine(new Candor())
            .addSubcommand(new DemoCommand(shell))
            .addSubcommand(SquidCommands.tree(shell))
            .addSubcommand(new ConsentCommand(shell))
            .addSubcommand(new StatusCommand(shell))
            .addSubcommand(CollectorCommands.tree(shell));
    line.setOut(shell.out());
    line.setErr(shell.err());
    line.setExecutionExceptionHandler((fault, command, parsed) -> explain(fault, command.getErr()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static int explain(Exception fault, PrintWriter err) throws Exception {
    if (fault instanceof CommandFailure failure) {
      err.println("candor: " + failure.getMessage());
      err.flush();
      return failure.exitCode();
    }
    throw fault;
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"candor " + number()};
    }

    static String number() {
      String version = Candor.class.getPackage().getImplementationVersion();
      return version == null ? "0.0.0-dev" : version;
    }
  }
}
