package dev.candor.telemetry.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor sanitize}: what the client's first line of scrubbing makes of anyone's cases. */
@Command(
    name = "sanitize",
    description = {
      "Sanitizes cases as an application would: JSON lines {\"id\",\"carrier\",\"key\",\"text\"}"
          + " become {\"id\",\"out\"} in the same order; null is a dropped item.",
      "A line that breaks a rule is told by its number; the others go on."
    },
    mixinStandardHelpOptions = true)
final class SanitizeCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The cases (default: standard input).")
  private @Nullable Path file;

  @Option(
      names = "--no-machine",
      description = "Knows no value of this machine: the result is the same everywhere.")
  private boolean noMachine;

  SanitizeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    CaseSanitizer sanitizer =
        noMachine ? CaseSanitizer.ofNoMachine() : CaseSanitizer.ofThisMachine(shell);
    CaseWriter writer = new CaseWriter(shell);
    try (Corpus corpus = Corpus.open(shell, file)) {
      for (CorpusCase next = corpus.next(); next != null; next = corpus.next()) {
        writer.write(next, sanitizer.out(next));
      }
      return corpus.exitCode();
    }
  }
}
