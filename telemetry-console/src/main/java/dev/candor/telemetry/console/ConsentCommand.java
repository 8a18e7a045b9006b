package dev.candor.telemetry.console;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ConsentRecord;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.otel.EngineInspection;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the answer and its history, or sets it. */
@Command(
    name = "consent",
    description = "Shows the answer and its history, or sets it.",
    mixinStandardHelpOptions = true)
final class ConsentCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final Runtimes runtimes = new Runtimes();

  @Parameters(
      arity = "0..1",
      paramLabel = "no|counts|everything",
      description = "The answer: ${COMPLETION-CANDIDATES}.")
  private @Nullable ConsentPreset answer;

  ConsentCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (answer != null) {
      try (TelemetryRuntime runtime = runtimes.open(shell)) {
        runtime.consent().set(answer);
      }
    }
    show(shell, EngineInspection.status(runtimes.options(shell)).answer());
    EngineInspection.history(runtimes.options(shell)).forEach(this::show);
    return ExitCode.OK;
  }

  /** Prints an answer, one line for each purpose. */
  static void show(Shell shell, ConsentAnswer answer) {
    if (answer.state() == ConsentAnswer.State.UNKNOWN) {
      shell.line("Nobody has answered yet, so nothing is kept or sent.");
      return;
    }
    shell.line("Answered by: " + lower(answer.authority()));
    for (Purpose purpose : Purpose.values()) {
      ConsentAnswer.Switches switches = answer.of(purpose);
      shell.line(
          "  %-12s keep here: %-4s send: %s"
              .formatted(lower(purpose), switches.keep() ? "yes" : "no", lower(switches.send())));
    }
  }

  private void show(ConsentRecord entry) {
    shell.line(
        "  %s  grant %d by %s: %s"
            .formatted(
                entry.at(),
                entry.answer().grant(),
                lower(entry.answer().authority()),
                words(entry.answer())));
  }

  /** An answer in one word where all purposes have the same. */
  static String words(ConsentAnswer answer) {
    if (answer.state() == ConsentAnswer.State.UNKNOWN) {
      return "unknown";
    }
    for (ConsentPreset preset : ConsentPreset.values()) {
      ConsentAnswer.Switches switches = ConsentAnswer.Switches.of(preset);
      if (answer.purposes().values().stream().allMatch(switches::equals)) {
        return lower(preset);
      }
    }
    return "differs by purpose";
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
