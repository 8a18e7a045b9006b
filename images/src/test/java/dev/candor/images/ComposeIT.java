package dev.candor.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ports;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;

/** The shipped compose file in the hands of Compose itself. */
@ExtendWith(ComposeCondition.class)
@Timeout(420)
@Tag("linux")
@Tag("once")
class ComposeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PROJECT = "candor-" + UUID.randomUUID();
  private static final String[] LOOK =
      "run --rm gateway gateway purge --config /etc/candor/gateway.yaml --days 0 --dry-run"
          .split(" ");

  @TempDir private static Path folder;
  private static Secrets secrets;
  private static Map<String, String> environment;
  private static Compose compose;

  @BeforeAll
  static void up() {
    Scripts.build();
    secrets = Secrets.make(folder.resolve("secrets"));
    environment =
        Map.of(
            "COMPOSE_PROJECT_NAME",
            PROJECT,
            "CANDOR_TAG",
            Scripts.TAG,
            "CANDOR_SECRETS",
            secrets.folder().toString(),
            "CANDOR_PORT",
            Integer.toString(FreePort.find()));
    compose = Compose.of(environment);
    compose.succeed("up", "-d");
  }

  @AfterAll
  static void down() {
    if (compose != null) {
      compose.succeed("down", "-v");
    }
  }

  static Stream<String> commands() throws IOException {
    return ContainersPageIT.commands().stream()
        .filter(line -> line.startsWith(ContainersPageIT.COMPOSE))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_ofThePage_succeeds(String line) {
    Finished finished = compose.run(line.substring(ContainersPageIT.COMPOSE.length()).split(" "));

    assertThat(finished.exit()).as(finished.output()).isZero();
  }

  @Test
  void event_isInTheStore_alsoOfContainersThatAreMadeAnew() {
    TelemetryOptions options =
        TelemetryOptions.builder("candor", "1.4.2")
            .folder(folder.resolve("application"))
            .environment(secrets.forApplications(Integer.parseInt(environment.get("CANDOR_PORT"))))
            .build();
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().error(new IllegalStateException());
      assertThat(runtime.flush(PATIENCE)).isEqualTo(FlushResult.DELIVERED);
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(compose.succeed(LOOK))
                    .containsPattern("[1-9][0-9]* items older than 0 days would be deleted"));

    compose.succeed("down");
    compose.succeed("up", "-d");

    assertThat(compose.succeed(LOOK))
        .containsPattern("[1-9][0-9]* items older than 0 days would be deleted");
  }

  /** What other tests run with other means is what Compose makes of the file. */
  @ParameterizedTest
  @ValueSource(strings = {"collector", "gateway"})
  void container_ofCompose_isWhatTheReaderOfTheTestsReads(String name) {
    ComposeService read = read(name);
    InspectContainerResponse made = inspect(name);
    HostConfig host = made.getHostConfig();

    assertThat(made.getConfig().getImage()).isEqualTo(read.image());
    assertThat(made.getConfig().getEnv())
        .containsAll(read.environment().entrySet().stream().map(one -> one + "").toList());
    assertThat(host.getReadonlyRootfs()).isEqualTo(read.readOnly());
    assertThat(host.getCapDrop()).extracting(Enum::name).isEqualTo(read.capDrop());
    assertThat(host.getSecurityOpts()).isEqualTo(read.securityOpt());
    assertThat(host.getMemory()).isEqualTo(read.memory());
    assertThat(host.getPidsLimit()).isEqualTo(read.pids());
    assertThat(host.getRestartPolicy().getName()).isEqualTo(read.restart());
    assertThat(host.getLogConfig().getConfig()).isEqualTo(read.logging().get("options"));
    if (!read.command().isEmpty()) {
      assertThat(made.getConfig().getCmd()).containsExactlyElementsOf(read.command());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector", "gateway"})
  void container_ofCompose_hasTheMountsAndPortsThatTheReaderReads(String name) {
    ComposeService read = read(name);
    InspectContainerResponse made = inspect(name);

    assertThat(made.getMounts())
        .extracting(mount -> mount.getDestination().getPath() + " " + mount.getRW())
        .containsExactlyInAnyOrderElementsOf(
            read.mounts().stream().map(mount -> mount.target() + " " + !mount.readOnly()).toList());
    assertThat(
            made.getHostConfig().getPortBindings().getBindings().values().stream()
                .flatMap(Arrays::stream)
                .map(Ports.Binding::toString))
        .containsExactlyInAnyOrderElementsOf(
            read.ports().stream().map(port -> port.address() + ":" + port.published()).toList());
  }

  private static ComposeService read(String service) {
    return ComposeFile.read(Scripts.FOLDER.resolve("compose.yaml"), environment).service(service);
  }

  private static InspectContainerResponse inspect(String service) {
    return DockerClientFactory.instance()
        .client()
        .inspectContainerCmd(compose.succeed("ps", "-q", service))
        .exec();
  }
}
