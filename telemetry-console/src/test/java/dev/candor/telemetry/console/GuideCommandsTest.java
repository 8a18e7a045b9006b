package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call of {@code ./candor} that a page shows is one that the command line takes. */
class GuideCommandsTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:sh|bash|console)\\R(.*?)^```");
  private static final Pattern CALL =
      Pattern.compile("(?m)^(?:\\w+=\\S+ )*(?:\\./)?candor ([^#|>\\n]*)");

  @Test
  void pages_theDemoForVendors_isAmongTheirCalls() throws IOException {
    assertThat(calls()).contains("demo --dest ga4,amplitude,sentry", "demo");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void pages_eachCall_isTaken(String call) {
    String[] words = call.split("\\s+");

    assertThatNoException()
        .as("./candor %s", call)
        .isThrownBy(() -> Candor.commandLine(new TestShell().shell()).parseArgs(words));
  }

  static Stream<String> calls() throws IOException {
    TreeSet<String> calls = new TreeSet<>();
    for (Path page : pages()) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      while (block.find()) {
        Matcher call = CALL.matcher(block.group(1));
        while (call.find()) {
          calls.add(call.group(1).replaceAll("[\\[\\]]", "").strip());
        }
      }
    }
    return calls.stream();
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> modules = Files.list(TestShell.ROOT)) {
      for (Path module : modules.filter(Files::isDirectory).toList()) {
        pages.addAll(pagesIn(module));
      }
    }
    pages.addAll(pagesIn(TestShell.ROOT));
    return pages;
  }

  private static List<Path> pagesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).toList();
    }
  }
}
