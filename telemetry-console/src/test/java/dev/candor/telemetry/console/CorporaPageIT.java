package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of docs/corpora.md runs, and prints what stands below it. */
class CorporaPageIT {
  private static final Path PAGE = TestShell.ROOT.resolve("docs/corpora.md");

  /** A command, and the block below it; empty if there is none. */
  record Sample(String command, String printed) {
    @Override
    public String toString() {
      return command;
    }
  }

  static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    List<String> lines = Files.readAllLines(PAGE);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).equals("```sh")) {
        continue;
      }
      int end = i + lines.subList(i, lines.size()).indexOf("```");
      for (String command : lines.subList(i + 1, end - 1)) {
        samples.add(new Sample(command, ""));
      }
      List<String> below = lines.subList(end + 1, lines.size());
      boolean hasBlock = below.get(0).startsWith("```");
      String printed =
          hasBlock ? String.join("\n", below.subList(1, below.indexOf("```"))) + "\n" : "";
      samples.add(new Sample(lines.get(end - 1), printed));
    }
    return samples;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sample_run_printsWhatStandsBelowIt(Sample sample) {
    TestShell shell = new TestShell();
    List<String> words = new ArrayList<>(List.of(sample.command().split(" ")));
    while (words.get(0).contains("=")) {
      String[] variable = words.remove(0).split("=", 2);
      shell.with(variable[0], variable[1]);
    }
    assertThat(words.remove(0)).isEqualTo("./candor");
    words.replaceAll(
        word -> word.startsWith("docs/") ? TestShell.ROOT.resolve(word).toString() : word);

    shell.run(words.toArray(String[]::new));

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    if (!sample.printed().isEmpty()) {
      assertThat(shell.out().lines())
          .containsExactlyElementsOf(Arrays.asList(sample.printed().split("\n")));
    }
  }
}
