package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayCommandsTest {
  @TempDir Path temporary;

  private TestShell run(String file, String... args) throws IOException {
    Path config = Files.writeString(temporary.resolve("gateway.yaml"), file);
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--config";
    all[args.length + 1] = config.toString();
    return new TestShell().with("CANDOR_GATEWAY_TOKEN", "not-a-real-token-0").run(all);
  }

  @Test
  void gateway_checkOfAFileThatFits_saysSo() throws IOException {
    TestShell shell = run("data: stores\npaths: {store: {}}\n", "gateway", "--check");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out()).contains("The settings can be used.");
  }

  @Test
  void gateway_faultyFile_namesLineAndRuleAndNoValue() throws IOException {
    TestShell shell = run("data: stores\nlisten: jane\npaths: {store: {}}\n", "gateway", "--check");

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("line 2: listen: must be").doesNotContain("jane");
  }

  @Test
  void gateway_noFile_isAWordItDoesNotKnow() {
    assertThat(new TestShell().run("gateway").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void purge_noStoreYet_deletesNothing() throws IOException {
    TestShell shell =
        run("data: stores\npaths: {store: {}}\n", "gateway", "purge", "--days", "3", "--dry-run");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out()).contains("0 items older than 3 days would be deleted.");
    assertThat(temporary.resolve("stores")).doesNotExist();
  }
}
