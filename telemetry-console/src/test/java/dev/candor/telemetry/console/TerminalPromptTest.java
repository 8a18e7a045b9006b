package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ConsentQuestion;
import dev.candor.telemetry.Purpose;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("SQ-2")
class TerminalPromptTest {
  private static final ConsentQuestion QUESTION =
      new ConsentQuestion(
          "squid",
          1,
          List.of("127.0.0.1"),
          List.of(
              new ConsentQuestion.Item(
                  "acquisition.run",
                  Purpose.USAGE,
                  "One run",
                  "Find out which fail",
                  List.of("Mode: fast, slow"))));

  @ParameterizedTest
  @EnumSource(ConsentPreset.class)
  void ask_eachWord_isItsPreset(ConsentPreset preset) {
    TestShell shell = new TestShell().typing(" " + preset.name().toLowerCase() + "\n");

    assertThat(new TerminalPrompt(shell.shell()).ask(QUESTION)).contains(preset);
  }

  @Test
  void ask_showsWhatWhyAndWhere() {
    TestShell shell = new TestShell().typing("no\n");

    new TerminalPrompt(shell.shell()).ask(QUESTION);

    assertThat(shell.out())
        .contains("acquisition.run", "One run", "Find out which fail", "127.0.0.1");
  }

  @Test
  void ask_emptyLine_isNoAnswerAndAsksAgain() {
    TestShell shell = new TestShell().typing("\nyes\ncounts\n");

    assertThat(new TerminalPrompt(shell.shell()).ask(QUESTION)).contains(ConsentPreset.COUNTS);
    assertThat(shell.out()).containsSubsequence("one of the three words", "one of the three words");
  }

  @Test
  void ask_closedInput_isNoAnswer() {
    assertThat(new TerminalPrompt(new TestShell().shell()).ask(QUESTION)).isEmpty();
  }

  @Test
  void ask_list_showsWhatEachEventCarriesAndAsksAgain() {
    TestShell shell = new TestShell().typing("List\nno\n");

    assertThat(new TerminalPrompt(shell.shell()).ask(QUESTION)).contains(ConsentPreset.NO);
    assertThat(shell.out()).contains("Mode: fast, slow");
  }

  @Test
  void ask_anotherWord_doesNotShowTheList() {
    TestShell shell = new TestShell().typing("no\n");

    new TerminalPrompt(shell.shell()).ask(QUESTION);

    assertThat(shell.out()).doesNotContain("Mode: fast, slow");
  }
}
