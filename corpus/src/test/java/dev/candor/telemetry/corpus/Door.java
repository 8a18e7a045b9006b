package dev.candor.telemetry.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.console.Candor;
import dev.candor.telemetry.testkit.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command of the real command line that says what would leave. It knows nothing of the machine
 * that it runs on: the score is the same everywhere.
 */
enum Door {
  CLIENT("sanitize", "--no-machine"),
  COLLECTOR("collector", "replay"),
  BOTH("collector", "replay", "--both", "--no-machine");

  static final Path ROOT = Path.of(System.getProperty("candor.root", "..")).toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Map<Long, List<LeakCase>> DRAWS = new HashMap<>();
  private static final Map<String, Asked> ASKED = new HashMap<>();

  private final List<String> command;

  Door(String... command) {
    this.command = List.of(command);
  }

  /**
   * What came of asking a door once.
   *
   * @param score of what came out
   * @param cases how many went in
   * @param seconds from the start of the command to its end
   */
  record Asked(Score score, int cases, double seconds) {
    String time() {
      return String.format(Locale.ROOT, "%,d cases in %.1f s", cases, seconds);
    }
  }

  /** What the door makes of the draw of {@code seed}; each is asked once in a build. */
  Score score(long seed) {
    return asked(seed).score();
  }

  Asked asked(long seed) {
    synchronized (ASKED) {
      return ASKED.computeIfAbsent(
          name() + seed, key -> ask(DRAWS.computeIfAbsent(seed, Draw::of)));
    }
  }

  Asked ask(List<LeakCase> cases) {
    try {
      Path file = Files.createTempFile("candor-corpus", ".jsonl");
      try {
        Files.write(file, cases.stream().map(CaseLines::doorLine).toList());
        long begun = System.nanoTime();
        List<@Nullable String> outs = outs(cases, file);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Asked(Score.of(cases, outs), cases.size(), seconds);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it is typed. */
  String command() {
    return "candor " + String.join(" ", command);
  }

  private List<@Nullable String> outs(List<LeakCase> cases, Path file) {
    List<String> args = new ArrayList<>(command);
    args.add(file.toString());
    try (ChildJvm child = describe(args.toArray(String[]::new)).start()) {
      int code = child.awaitExit(PATIENCE);
      assertThat(code).as("exit code of %s; %s", command, child.stderr()).isZero();
      return CaseLines.outs(cases, child.stdout());
    }
  }

  private static ChildJvm.Builder describe(String... args) {
    ChildJvm.Builder child =
        ChildJvm.of(Candor.class)
            .jvmArgs("-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-Dcandor.root=" + ROOT)
            .args(args);
    String collector = System.getenv("CANDOR_COLLECTOR");
    return collector == null ? child : child.environment("CANDOR_COLLECTOR", collector);
  }
}
