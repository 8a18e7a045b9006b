package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every command of docs/operating.md, in its order, by a shell in one folder. */
@Timeout(400)
@Tag("posix")
class OperatingPageIT {
  private static final Path PAGE = TestShell.ROOT.resolve("docs/operating.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\R(.*?)^```");
  private static final String RUNNING = "Running.";

  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @RegisterExtension final FakeSentry sentry = new FakeSentry();
  @TempDir Path folder;

  static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    while (block.find()) {
      commands.addAll(block.group(1).lines().toList());
    }
    return commands;
  }

  @Test
  void commands_inTheirOrder_doWhatThePageSays() throws Exception {
    candor();
    List<String> commands = commands();

    assertThat(commands).hasSizeGreaterThanOrEqualTo(9);
    for (String command : commands) {
      try (UpProcess shell = UpProcess.shell(environment(command), folder, command)) {
        if (command.contains("collector up")) {
          assertThat(shell.until(RUNNING).out()).as(command).contains(RUNNING);
          shell.terminate();
          shell.exit();
          assertThat(shell.out()).as(command).contains("Stopping");
        } else {
          int exit = shell.exit();
          assertThat(exit).as(command + "\n" + shell.out()).isZero();
        }
      }
    }
    assertThat(folder.resolve("way.tar")).isNotEmptyFile();
    assertThat(folder.resolve("files/listen-tls.yaml")).isRegularFile();
  }

  /** The script, without the build. */
  private void candor() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("candor"),
            "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -Dcandor.root='%s' -cp '%s' %s \"$@\"\n"
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    TestShell.ROOT,
                    System.getProperty("java.class.path"),
                    Candor.class.getName()));
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  /** What an operator has set, by the settings that the page names. */
  private Map<String, String> environment(String command) {
    Map<String, String> environment = new HashMap<>();
    if (command.contains("collector check")) {
      environment.put("CANDOR_QUEUE_DIR", folder.resolve("queue").toString());
      environment.put("CANDOR_GATEWAY_ENDPOINT", "http://127.0.0.1:4320");
      environment.put("CANDOR_GATEWAY_TOKEN", "not-a-real-token-0");
    }
    environment.put("GA_MEASUREMENT_ID", FakeGa4.STREAM);
    environment.put("GA_API_SECRET", FakeGa4.SECRET);
    environment.put("GA_ENDPOINT", google.uri().toString());
    environment.put("AMPLITUDE_API_KEY", FakeAmplitude.KEY);
    environment.put("AMPLITUDE_ENDPOINT", amplitude.uri().toString());
    environment.put("SENTRY_DSN", sentry.dsn());
    environment.put("CANDOR_TLS_CERTIFICATE", "server.pem");
    environment.put("CANDOR_TLS_KEY", "server.key");
    environment.put("CANDOR_DEST_ENDPOINT", "https://collect.example.org:4318");
    environment.put("CANDOR_DEST_TOKEN", "not-a-real-token");
    environment.put("CANDOR_KAFKA_BROKER", "broker.example.org:9093");
    return environment;
  }
}
