package dev.candor.telemetry.console;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

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
      "3:something on this machine is missing: Go, Maven, a free port, a folder that can be"
          + " written",
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
            .addSubcommand(new DoctorCommand(shell))
            .addSubcommand(OutboxCommands.tree(shell))
            .addSubcommand(new SanitizeCommand(shell))
            .addSubcommand(new PreviewCommand(shell))
            .addSubcommand(RegistryCommands.tree(shell))
            .addSubcommand(CollectorCommands.tree(shell))
            .addSubcommand(GatewayCommands.tree(shell))
            .addSubcommand(BenchCommands.tree(shell))
            .addSubcommand(Ga4Commands.tree(shell));
    line.setOut(shell.out());
    line.setErr(shell.err());
    line.setExecutionExceptionHandler((fault, command, parsed) -> explain(fault, command.getErr()));
    line.setParameterExceptionHandler((fault, arguments) -> refuse(fault));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static int explain(Exception fault, PrintWriter err) {
    if (fault instanceof CommandFailure failure) {
      err.println("candor: " + failure.getMessage());
      err.flush();
      return failure.exitCode();
    }
    // Its message may quote a path or a value; its type and place do not.
    StackTraceElement[] frames = fault.getStackTrace();
    err.println(
        "candor: a fault of its own, %s %s"
            .formatted(fault.getClass().getName(), frames.length == 0 ? "" : "at " + frames[0]));
    err.flush();
    return ExitCode.FAILED;
  }

  private static int refuse(ParameterException fault) {
    CommandLine command = fault.getCommandLine();
    command.getErr().println("candor: " + rule(fault));
    command.usage(command.getErr());
    return ExitCode.USAGE;
  }

  /** What was expected, never what was given. */
  private static String rule(ParameterException fault) {
    if (fault instanceof MissingParameterException) {
      return String.valueOf(fault.getMessage());
    }
    ArgSpec argument = fault.getArgSpec();
    if (argument == null) {
      return "a word or an option that this command does not know";
    }
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    Iterable<String> choices = argument.completionCandidates();
    return choices == null
        ? name + " takes " + argument.paramLabel()
        : name + " takes one of " + String.join(", ", choices).toLowerCase(Locale.ROOT);
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
