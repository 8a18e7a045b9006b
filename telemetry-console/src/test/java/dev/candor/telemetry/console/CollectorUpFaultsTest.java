package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.gateway.ConfigFile;
import dev.candor.telemetry.gateway.Gateway;
import dev.candor.telemetry.gateway.GatewayLog;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code candor collector up --dest} refuses before it starts anything. */
@Timeout(120)
class CollectorUpFaultsTest {
  private static final String TOKEN = "not-a-real-token-of-a-gateway";

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @TempDir Path folder;

  private TestShell up(TestShell shell, String destinations, String... more) {
    String[] words = new String[6 + more.length];
    System.arraycopy(
        new String[] {
          "collector", "up", "--dest", destinations, "--folder", folder.resolve("up").toString()
        },
        0,
        words,
        0,
        6);
    System.arraycopy(more, 0, words, 6, more.length);
    return shell.run(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--folder=up",
        "--gateway-port=4320",
        "--registry=lab.yaml",
        "--test-event",
        "--together"
      })
  void optionOfAWay_noDestination_isRefused(String option) {
    TestShell shell = new TestShell().run("collector", "up", option);

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("--dest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ga4", "ga4,sentry,store", "file"})
  void together_fewerThanTwoThatGetTheSame_isRefusedWithTheRule(String destinations) {
    TestShell shell = up(new TestShell(), destinations, "--together");

    assertThat(shell.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("--together joins ga4 and amplitude");
    assertThat(folder.resolve("up")).doesNotExist();
  }

  @Test
  void settingsAreMissing_allAreNamedAtOnce() {
    TestShell shell = up(new TestShell(), "ga4,amplitude,sentry,otlp,kafka");

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err())
        .contains(
            "GA_MEASUREMENT_ID",
            "GA_API_SECRET",
            "AMPLITUDE_API_KEY",
            "SENTRY_DSN",
            "CANDOR_DEST_ENDPOINT must be given, for dest-otlp.yaml",
            "CANDOR_DEST_TOKEN must be given",
            "CANDOR_KAFKA_BROKER must be given",
            "nothing was started");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void settingIsFaulty_isNamedWithItsRuleAndNoValue() {
    TestShell shell = up(new TestShell().with("SENTRY_DSN", "https://jane.example.org"), "sentry");

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("SENTRY_DSN must be https://KEY@HOST").doesNotContain("jane");
  }

  @Test
  void portOfTheGatewayIsTaken_isNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      TestShell shell =
          up(new TestShell(), "store", "--gateway-port", String.valueOf(taken.getLocalPort()));

      assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
      assertThat(shell.err()).contains("--gateway-port: the port is in use");
    }
  }

  @Test
  void gatewayThatRunsTakesAnotherToken_nothingIsStarted() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("gateway.yaml"),
            "listen: 127.0.0.1:0\ndata: gateway\npaths: {store: {}}\n");
    Clock clock = Clock.systemUTC();
    try (Gateway gateway =
        Gateway.start(
            ConfigFile.read(file, Map.of(ConfigFile.TOKEN, TOKEN), clock),
            new GatewayLog(new PrintWriter(new StringWriter()), clock),
            clock)) {
      TestShell shell = up(given("http://127.0.0.1:" + gateway.port(), TOKEN + "-old"), "store");

      assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(shell.err())
          .contains("does not take the token of CANDOR_GATEWAY_TOKEN", "nothing was started")
          .doesNotContain(TOKEN);
    }
  }

  @Test
  void somethingElseIsAtTheAddressOfTheGateway_nothingIsStarted() {
    TestShell shell = up(given(backend.uri().toString(), TOKEN), "store");

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("is no gateway", "nothing was started");
  }

  @Test
  void addressOfTheGatewayIsNone_isNamedWithoutItsValue() {
    TestShell shell = up(given("jane", TOKEN), "store");

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("CANDOR_GATEWAY_ENDPOINT must be").doesNotContain("jane");
  }

  @Test
  void destinationRefusesTheToken_nothingIsStarted() {
    backend.answerWith(401);

    TestShell shell =
        up(
            new TestShell()
                .with("CANDOR_DEST_ENDPOINT", backend.uri().toString())
                .with("CANDOR_DEST_TOKEN", "wrong"),
            "otlp");

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("otlp: status 401", "CANDOR_DEST_TOKEN");
  }

  @Test
  void vendorRefusesTheKey_nothingIsStarted() {
    TestShell shell =
        up(
            new TestShell()
                .with("AMPLITUDE_API_KEY", "f".repeat(32))
                .with("AMPLITUDE_ENDPOINT", amplitude.uri().toString()),
            "amplitude");

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("amplitude: ", "nothing was started");
  }

  @Test
  void folderIsInUse_isSaid() {
    try (WayFolder held = WayFolder.open(folder.resolve("up"))) {
      TestShell shell = up(new TestShell(), "store");

      assertThat(held.path()).isDirectory();
      assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
      assertThat(shell.err()).contains("the folder is in use");
    }
  }

  private static TestShell given(String endpoint, String token) {
    return new TestShell()
        .with("CANDOR_GATEWAY_ENDPOINT", endpoint)
        .with("CANDOR_GATEWAY_TOKEN", token);
  }
}
