package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.scrub.RebuiltError.Frame;
import dev.candor.telemetry.scrub.RebuiltError.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P4")
@Tag("SQ-62")
class ErrorTextTest {
  private static final RebuiltError ERROR =
      new RebuiltError(
          List.of(
              new Link(
                  "java.io.IOException",
                  List.of(
                      new Frame("a.Store", "<init>", 120, true),
                      new Frame("java.lang.Thread", "run", 0, false))),
              new Link("OSError", List.of())));
  private static final String TEXT =
      """
      java.io.IOException
        at a.Store.<init>:120 *
        at java.lang.Thread.run:0
      caused by OSError""";

  @Test
  void write_chain_linesOfTheGrammar() {
    assertThat(ErrorText.write(ERROR, 1_000)).isEqualTo(TEXT);
    assertThat(ErrorText.matches(TEXT)).isTrue();
  }

  @Test
  void write_anyLength_fitsAndMatches() {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      frames.add(new Frame("a.b.C" + i, "run", i, i % 2 == 0));
    }
    RebuiltError error =
        new RebuiltError(
            List.of(new Link("E", frames), new Link("x.F", frames), new Link("G", List.of())));
    for (int max = 1; max < 3_000; max++) {
      String text = ErrorText.write(error, max);
      assertThat(text.length()).isLessThanOrEqualTo(max);
      assertThat(ErrorText.matches(text)).as(text).isTrue();
    }
    assertThat(ErrorText.write(error, 500)).contains(" more\ncaused by x.F\n", "caused by G");
    assertThat(ErrorText.write(error, 10_000)).doesNotContain(" more");
  }

  @Test
  void write_noRoomForAType_throws() {
    assertThatThrownBy(() -> ErrorText.write(ERROR, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("IOException");
  }

  @Test
  void matches_anythingElse_isRefused() {
    for (String none :
        List.of(
            "",
            "\n",
            "E\n",
            "E: message",
            "E\n\nF",
            "E\nF",
            "E\n  at a.b:1 * ",
            "E\n  at a:1",
            "E\n  at .b:1",
            "E\n  at a.:1",
            "E\n  at a.b",
            "E\n  at a.b:",
            "E\n  at a.b:01",
            "E\n  at a.b:12345678",
            "E\n  at a.b:-1",
            "E\n  at a.b(Foo.java:1)",
            "E\n at a.b:1",
            "E\n  ... 0 more",
            "E\n  ...  more",
            "E\n  ... 3 moreover",
            "E\n  ... more",
            "E\ncaused by ",
            "E\ncaused by /home/alice",
            "E\r\n  at a.b:1",
            "/home/alice",
            "E\n  at /home/alice.b:1",
            "E\n  at " + "a".repeat(201) + ".b:1",
            "a".repeat(201))) {
      assertThat(ErrorText.matches(none)).as(none).isFalse();
    }
  }

  @Test
  void readmeRegex_agreesWithTheMatcher() throws IOException {
    Pattern readme = readmeRegex();
    assertThat(readme.matcher(TEXT).matches()).isTrue();
    Random random = new Random(7);
    int matching = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = mutate(TEXT + "\n  ... 12 more", random);
      boolean matches = ErrorText.matches(text);
      assertThat(readme.matcher(text).matches()).as(text).isEqualTo(matches);
      matching += matches ? 1 : 0;
    }
    assertThat(matching).isBetween(1_000, 19_000);
  }

  @Test
  void readmeRegex_lengths_agreeWithTheMatcher() throws IOException {
    Pattern readme = readmeRegex();
    for (int length = 195; length < 205; length++) {
      String name = "a".repeat(length);
      for (String text :
          List.of(
              name,
              "E\ncaused by " + name,
              "E\n  at " + name + ".b:1",
              "E\n  at b." + name + ":1 *",
              "E\n  at b." + name + "." + name + ":1 *",
              "E\n  at " + "a.".repeat(length) + "b:1")) {
        assertThat(readme.matcher(text).matches()).isEqualTo(ErrorText.matches(text));
      }
    }
  }

  private static Pattern readmeRegex() throws IOException {
    Path root = Path.of(System.getProperty("candor.root", ".."));
    String readme = Files.readString(root.resolve("telemetry-scrub/README.md"));
    int from = readme.indexOf("```re2\n") + "```re2\n".length();
    return Pattern.compile(readme.substring(from, readme.indexOf("\n```", from)));
  }

  private static String mutate(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    int edits = random.nextInt(4);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(out.length());
      char c = "aZ_$<>.- \n:*019/é".charAt(random.nextInt(17));
      switch (random.nextInt(3)) {
        case 0 -> out.insert(at, c);
        case 1 -> out.setCharAt(at, c);
        default -> out.deleteCharAt(at);
      }
    }
    return out.toString();
  }
}
