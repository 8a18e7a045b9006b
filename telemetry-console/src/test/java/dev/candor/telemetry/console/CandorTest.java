package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandorTest {
  @Test
  void help_listsCommandsAndExitCodes() {
    TestShell shell = new TestShell().run("--help");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out())
        .contains(
            "demo",
            "squid",
            "consent",
            "status",
            "outbox",
            "sanitize",
            "preview",
            "registry",
            "collector",
            "ga4")
        .contains("Exit codes:", "130", "Ctrl-C", "nobody answered");
  }

  @Test
  void version_isOneLine() {
    TestShell shell = new TestShell().run("--version");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out()).startsWith("candor ");
    assertThat(shell.out().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "squid",
        "consent",
        "status",
        "outbox",
        "sanitize",
        "preview",
        "registry",
        "collector",
        "ga4"
      })
  void help_ofEachCommand_ends0(String command) {
    assertThat(new TestShell().run(command, "--help").exit()).isEqualTo(ExitCode.OK);
  }

  @ParameterizedTest
  @CsvSource({"''", "nonsense", "squid", "collector", "consent perhaps", "demo --answer perhaps"})
  void unknownWords_end2AndExplain(String words) {
    String[] args = words.isEmpty() ? new String[0] : words.split(" ", -1);

    TestShell shell = new TestShell().run(args);

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo --answer smith-lab",
        "demo smith-lab",
        "demo --dest smith-lab",
        "demo --dest ga4,smith-lab",
        "demo --dest ga4;amplitude-smith-lab",
        "squid replay smith-lab smith-lab",
        "consent smith-lab",
        "smith-lab",
        "status --smith-lab",
        "sanitize smith-lab smith-lab"
      })
  void badWords_areRefusedByTheRuleAndNeverRepeated(String words) {
    TestShell shell = new TestShell().run(words.split(" "));

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).startsWith("candor: ").contains("Usage:").doesNotContain("smith-lab");
  }
}
