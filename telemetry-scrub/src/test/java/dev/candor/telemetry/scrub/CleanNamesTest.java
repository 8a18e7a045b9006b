package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P4")
class CleanNamesTest {
  private static final String KEY = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final List<String> NAMES =
      List.of("jdoe", "Jdoe", "a", "Main", "<init>", "<lambda>", "lambda$0", "x-1", KEY, "patient");

  private final Sanitizer sanitizer =
      Sanitizer.create(KnownValues.collect(Map.of("user.name", "jdoe"), Map.of()));

  private String clean(String text) {
    return ErrorText.clean(text, sanitizer, () -> {});
  }

  @Test
  void clean_knownValueInAType_isUnknown() {
    assertThat(clean("com.jdoe.StageError\n  at a.B.run:1\ncaused by jdoe.Fault\n  ... 3 more"))
        .isEqualTo("unknown\n  at a.B.run:1\ncaused by unknown\n  ... 3 more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "E\n  at lab.Auth.password:982 *",
        "E\n  at lab.login.user:7\n  at scope.Main.run:3",
        "E\n  at vi._begin_of_sentence.run:12\n  at lab.Stage.move:1",
      })
  void clean_whatIsNoDataInACall_stays(String text) {
    assertThat(clean(text)).isEqualTo(text);
  }

  @Test
  void clean_anyNames_textOfTheGrammarInWhichNothingIsFound() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      String call = name(random, 3) + "." + name(random, 2);
      String text = name(random, 2).replaceAll("[<>-]", "_") + "\n  at " + call + ":12 *";
      if (ErrorText.matches(text)) {
        List<String> taken = new ArrayList<>();

        String clean = ErrorText.clean(text, sanitizer, () -> taken.add(call));

        assertThat(ErrorText.matches(clean)).as(clean).isTrue();
        assertThat(clean).doesNotContainIgnoringCase("jdoe").doesNotContain(KEY);
        assertThat(clean.equals(text)).isEqualTo(taken.isEmpty());
        assertThat(clean(clean)).isEqualTo(clean);
      }
    }
  }

  @Test
  void clean_everyClassOfTheJdk_nearlyAllStay() throws IOException {
    List<String> damaged = new ArrayList<>();
    List<String> classes = classesOfTheJdk();
    for (String name : classes) {
      String text = "E\n  at " + name + ".run:12";
      if (ErrorText.matches(text) && !clean(text).equals(text)) {
        damaged.add(name);
      }
    }

    assertThat(classes).hasSizeGreaterThan(5_000);
    assertThat(damaged).hasSizeLessThan(classes.size() / 500);
  }

  private static List<String> classesOfTheJdk() throws IOException {
    try (Stream<Path> all =
        Files.walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules"))) {
      // "/modules/java.base/java/lang/Object.class"
      return all.map(Path::toString)
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.substring(file.indexOf('/', "/modules/".length()) + 1))
          .map(file -> file.replace(".class", "").replace('/', '.'))
          .toList();
    }
  }

  private static String name(Random random, int most) {
    StringBuilder name = new StringBuilder(NAMES.get(random.nextInt(NAMES.size())));
    for (int i = random.nextInt(most); i > 0; i--) {
      name.append("._$-".charAt(random.nextInt(4))).append(NAMES.get(random.nextInt(NAMES.size())));
    }
    return name.toString();
  }
}
