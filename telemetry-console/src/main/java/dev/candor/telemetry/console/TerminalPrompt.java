package dev.candor.telemetry.console;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ConsentPrompt;
import dev.candor.telemetry.ConsentQuestion;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks for consent in a terminal. No answer is pre-selected: an empty line asks again, and closing
 * the input (Ctrl-D) is no answer.
 */
final class TerminalPrompt implements ConsentPrompt {
  private static final String LIST = "list";

  private final Shell shell;

  TerminalPrompt(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Optional<ConsentPreset> ask(ConsentQuestion question) {
    show(question);
    while (true) {
      shell.out().print("Your answer (no, counts or everything): ");
      shell.out().flush();
      String line = read();
      if (line == null) {
        shell.line("");
        return Optional.empty();
      }
      if (line.strip().equalsIgnoreCase(LIST)) {
        list(question);
        continue;
      }
      Optional<ConsentPreset> answer = preset(line);
      if (answer.isPresent()) {
        return answer;
      }
      shell.line("Please type one of the three words. Ctrl-D leaves without an answer.");
    }
  }

  /** The preset that a word names. */
  static Optional<ConsentPreset> preset(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "no" -> Optional.of(ConsentPreset.NO);
      case "counts" -> Optional.of(ConsentPreset.COUNTS);
      case "everything" -> Optional.of(ConsentPreset.EVERYTHING);
      default -> Optional.empty();
    };
  }

  private void show(ConsentQuestion question) {
    shell.line("");
    shell.line("May " + question.application() + " tell how it is used?");
    shell.line("");
    for (ConsentQuestion.Item item : question.items()) {
      shell.line("  %-18s %s".formatted(item.name(), item.brief()));
      shell.line("  %-18s why: %s (%s)".formatted("", item.why(), lower(item.purpose())));
    }
    String to =
        question.destinations().isEmpty()
            ? "nowhere yet"
            : String.join(", ", question.destinations());
    shell.line("");
    shell.line("  It would go to: " + to);
    shell.line("  no          nothing is kept, nothing is sent");
    shell.line("  counts      totals of a day, without any id");
    shell.line("  everything  single events, under a random id that you can destroy");
    shell.line("  list        shows each value that an event can carry");
    shell.line("  Names, paths, texts and pictures are never collected. You can change your mind.");
    shell.line("");
  }

  private void list(ConsentQuestion question) {
    for (ConsentQuestion.Item item : question.items()) {
      shell.line("  " + item.name());
      item.attributes().forEach(attribute -> shell.line("    " + attribute));
    }
    shell.line("");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private @org.jspecify.annotations.Nullable String read() {
    try {
      return shell.in().readLine();
    } catch (IOException e) {
      return null; // a closed terminal is no answer
    }
  }
}
