package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The measured pipeline itself: what it costs is measured by hand. */
@Tag("linux")
@Tag("P8")
class BenchCommandsIT {
  @ParameterizedTest
  @ValueSource(strings = {"--destinations=4", "--separate"})
  void pipeline_shortRun_losesAndDoublesNothing(String option) {
    TestShell shell =
        new TestShell()
            .run(
                "bench",
                "pipeline",
                "--rate=200",
                "--seconds=1",
                option,
                "--installations=7",
                "--per-request=5");

    assertThat(shell.out()).contains("200 events of 7 installations", "lost: 0, doubled: 0");
    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void pipeline_numberOutOfRange_namesOptionAndRule() {
    TestShell shell = new TestShell().run("bench", "pipeline", "--destinations=5");

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("--destinations must be 1 to 4");
  }
}
