package lab;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ConsentPrompt;
import dev.candor.telemetry.ConsentQuestion;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;

/** Asks in the terminal. Anything but an answer, the end of input too, is no answer. */
final class ConsolePrompt implements ConsentPrompt {
  @Override
  public Optional<ConsentPreset> ask(ConsentQuestion question) {
    System.out.println(question.application() + " would like to send:");
    for (ConsentQuestion.Item item : question.items()) {
      System.out.println("  " + item.name() + ": " + item.brief() + " (" + item.why() + ")");
    }
    System.out.println("no, counts or everything?");
    Scanner input = new Scanner(System.in);
    if (!input.hasNextLine()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ConsentPreset.valueOf(input.nextLine().strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
