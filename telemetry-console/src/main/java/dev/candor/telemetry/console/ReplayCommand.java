package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.Replay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor collector replay}: what the Collector alone makes of anyone's cases. */
@Command(
    name = "replay",
    description = {
      "Sends each case in its own carrier through the real Collector, as a sender would that knows"
          + " nothing of Candor: JSON lines {\"id\",\"carrier\",\"key\",\"text\"} become"
          + " {\"id\",\"out\"} in the same order; null is a dropped item.",
      "A line that breaks a rule is told by its number; the others go on."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final int CHUNK_CASES = 500;
  private static final int CHUNK_CHARACTERS = 4 << 20;
  private static final int NOT_FOUND = 404;

  private final Shell shell;
  private final SortedMap<Integer, Integer> refused = new TreeMap<>();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The cases (default: standard input).")
  private @Nullable Path file;

  @Option(names = "--both", description = "Sanitizes each case first, as 'candor sanitize' does.")
  private boolean both;

  @Option(names = "--no-machine", description = "With --both, knows no value of this machine.")
  private boolean noMachine;

  ReplayCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    CaseSanitizer sanitizer =
        noMachine ? CaseSanitizer.ofNoMachine() : CaseSanitizer.ofThisMachine(shell);
    try (Corpus corpus = Corpus.open(shell, file);
        TemporaryFolder folder = TemporaryFolder.create();
        Replay replay = start(folder)) {
      List<CorpusCase> chunk = new ArrayList<>();
      int characters = 0;
      for (CorpusCase next = corpus.next(); next != null; next = corpus.next()) {
        chunk.add(next);
        characters += next.text().length();
        if (chunk.size() == CHUNK_CASES || characters > CHUNK_CHARACTERS) {
          pass(chunk, replay, sanitizer);
          chunk.clear();
          characters = 0;
        }
      }
      pass(chunk, replay, sanitizer);
      refused.forEach(
          (status, count) ->
              shell
                  .err()
                  .println(
                      "candor: the Collector answered %d, cases: %d; nothing of them left"
                          .formatted(status, count)));
      return corpus.exitCode();
    }
  }

  private Replay start(TemporaryFolder folder) {
    Path program = CollectorCommands.find(shell);
    return CollectorCommands.guarded(() -> Replay.start(program, folder.path()));
  }

  private void pass(List<CorpusCase> chunk, Replay replay, CaseSanitizer sanitizer) {
    List<@Nullable Integer> places = new ArrayList<>();
    List<Replay.Case> sent = new ArrayList<>();
    for (CorpusCase given : chunk) {
      String text = both ? sanitizer.sent(given) : given.text();
      places.add(text == null ? null : sent.size());
      if (text != null) {
        sent.add(new Replay.Case(given.carrier(), given.key(), text));
      }
    }
    List<Replay.Outcome> outcomes = CollectorCommands.guarded(() -> replay.through(sent));
    CaseWriter writer = new CaseWriter(shell);
    for (int i = 0; i < chunk.size(); i++) {
      Integer place = places.get(i);
      writer.write(chunk.get(i), place == null ? null : outcomes.get(place).out());
    }
    for (Replay.Outcome outcome : outcomes) {
      if (outcome.status() != 200 && outcome.status() != NOT_FOUND) {
        refused.merge(outcome.status(), 1, Integer::sum);
      }
    }
  }
}
