package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway runs with the same options however it is started. */
class JavaCommandTest {
  @ParameterizedTest
  @ValueSource(strings = {"candor", "images/gateway/options"})
  void gateway_startedInAnotherWay_hasTheSameOptions(String file) throws IOException {
    String text = Files.readString(Path.of(TestShell.ROOT.toString(), file));

    assertThat(JavaCommand.GATEWAY).isNotEmpty().allMatch(text::contains);
  }
}
