package dev.candor.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.collector.CollectorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Both containers, started with the shipped files as they are, and looked at from outside. */
@ExtendWith(EngineCondition.class)
@Timeout(300)
@Tag("linux")
class HardeningIT {
  // Our Collector does not run the one; the other is for ports that are published beyond loopback.
  private static final Set<CollectorFiles> LEFT_OUT =
      EnumSet.of(CollectorFiles.DEST_CLICKHOUSE, CollectorFiles.LISTEN_TLS);

  /** Not on any disk; the engine gives them to every container. */
  private static final List<String> KERNEL = List.of("/dev", "/proc", "/sys");

  private static final String SETTINGS = "/etc/candor/gateway.yaml";

  @TempDir private static Path folder;
  private static Secrets secrets;
  private static ComposeStack stack;

  @BeforeAll
  static void start() {
    secrets = Secrets.make(folder.resolve("secrets"));
    stack = new ComposeStack(secrets.folder(), FreePort.find());
    stack.up("gateway");
    stack.up("collector");
  }

  @AfterAll
  static void remove() {
    if (stack != null) {
      stack.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector", "gateway"})
  void process_ofEach_isNobodyWithoutCapabilities(String service) throws IOException {
    Map<String, String> status = status(service);

    assertThat(status.get("Uid").split("\\s+")).containsOnly("65532");
    assertThat(status.get("Gid").split("\\s+")).containsOnly("65532");
    assertThat(status.get("CapEff")).matches("0+");
    assertThat(status.get("CapBnd")).matches("0+");
    assertThat(status.get("NoNewPrivs")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector", "gateway"})
  void mounts_ofEach_onlyTheVolumeCanBeWritten(String service) throws IOException {
    Set<String> writable = new TreeSet<>();
    for (String line : Files.readAllLines(proc(service, "mountinfo"))) {
      String[] fields = line.split(" ");
      String target = fields[4];
      boolean readOnly = Arrays.asList(fields[5].split(",")).contains("ro");
      if (!readOnly && KERNEL.stream().noneMatch(target::startsWith)) {
        writable.add(target);
      }
    }

    assertThat(writable).containsExactly("/var/lib/candor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector", "gateway"})
  void limits_ofEach_areThoseOfTheComposeFile(String service) {
    InspectContainerResponse container = stack.inspect(service);
    ComposeService described = stack.compose().service(service);

    assertThat(container.getHostConfig().getMemory()).isEqualTo(described.memory());
    assertThat(container.getHostConfig().getPidsLimit()).isEqualTo(described.pids());
    assertThat(container.getHostConfig().getReadonlyRootfs()).isTrue();
    assertThat(container.getHostConfig().getPrivileged()).isFalse();
  }

  @Test
  void ports_onlyTheCollectorsIsPublished_onLoopback() {
    Map<ExposedPort, Ports.Binding[]> published =
        stack.inspect("collector").getNetworkSettings().getPorts().getBindings();
    published.values().removeIf(bindings -> bindings == null);
    Map<ExposedPort, Ports.Binding[]> behind =
        stack.inspect("gateway").getNetworkSettings().getPorts().getBindings();
    behind.values().removeIf(bindings -> bindings == null);

    assertThat(published.keySet()).containsExactly(ExposedPort.tcp(4318));
    assertThat(published.values().iterator().next())
        .extracting(Ports.Binding::getHostIp)
        .containsExactly("127.0.0.1");
    assertThat(behind).isEmpty();
  }

  @Test
  void gateway_toldToWriteOutsideOfItsVolume_doesNotStart() throws IOException {
    String elsewhere =
        Files.readString(Scripts.FOLDER.resolve("gateway.yaml"))
            .replace("data: /var/lib/candor/gateway", "data: /elsewhere");
    Path file = Files.writeString(folder.resolve("elsewhere.yaml"), elsewhere);

    Finished finished = stack.with("CANDOR_GATEWAY_FILE", file.toString()).run("gateway");
    stack.with("CANDOR_GATEWAY_FILE", "");

    assertThat(finished.exit()).isEqualTo(3);
    assertThat(finished.output()).contains("the folder data cannot be made or written");
  }

  @Test
  void collector_toldToWriteOutsideOfItsVolume_doesNotStart() {
    Finished finished =
        stack.run(
            "collector",
            "--config",
            "/etc/candor/base.yaml",
            "--config",
            "/etc/candor/dest-file.yaml",
            "--config",
            "yaml:exporters::file/dest::path: /elsewhere.jsonl");

    assertThat(finished.exit()).isNotZero();
    assertThat(finished.output()).contains("read-only file system");
  }

  @Test
  void overlays_allThatOurCollectorRuns_areTakenByTheImage() {
    secrets.put("collector/sentry.key", "not-a-real-key");
    secrets.put("collector/dest.token", "not-a-real-token");
    stack
        .with("CANDOR_SENTRY_TRACES", "https://sentry.invalid/api/1/integration/otlp/v1/traces")
        .with("CANDOR_DEST_ENDPOINT", "https://dest.invalid")
        .with("CANDOR_KAFKA_BROKER", "kafka.invalid:9093");
    String[] command =
        Stream.concat(
                Stream.of("validate"),
                Arrays.stream(CollectorFiles.values())
                    .filter(file -> !LEFT_OUT.contains(file))
                    .flatMap(file -> Stream.of("--config", "/etc/candor/" + file.file())))
            .toArray(String[]::new);

    Finished finished = stack.run("collector", command);

    assertThat(finished.exit()).as(finished.output()).isZero();
  }

  @Test
  void environment_ofEach_holdsPathsInPlaceOfSecrets() {
    String shown =
        Stream.of("collector", "gateway")
            .flatMap(service -> Arrays.stream(stack.inspect(service).getConfig().getEnv()))
            .collect(Collectors.joining("\n"));

    assertThat(shown)
        .contains("CANDOR_INGEST_TOKEN=${file:/run/candor/ingest.token}")
        .doesNotContain(
            secrets.read("collector/ingest.token"), secrets.read("gateway/gateway.token"));
  }

  @Test
  void event_withTheShippedFilesAsTheyAre_isKeptInTheStore() {
    TelemetryOptions options =
        TelemetryOptions.builder("candor", "1.4.2")
            .folder(folder.resolve("application"))
            .environment(stack.forApplications(secrets))
            .build();
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options)) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      runtime.telemetry().error(new IllegalStateException());
      assertThat(runtime.flush(Duration.ofSeconds(60))).isEqualTo(FlushResult.DELIVERED);
    }

    String[] purge = {"gateway", "purge", "--config", SETTINGS, "--days", "0", "--dry-run"};
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                assertThat(stack.run("gateway", purge).output())
                    .containsPattern("[1-9][0-9]* items older than 0 days would be deleted"));
  }

  @Test
  void settings_checkedInAContainer_canBeUsed() {
    Finished finished = stack.run("gateway", "gateway", "--config", SETTINGS, "--check");

    assertThat(finished.output()).contains("The settings can be used.");
    assertThat(finished.exit()).isZero();
  }

  private static Map<String, String> status(String service) throws IOException {
    return Files.readAllLines(proc(service, "status")).stream()
        .map(line -> line.split(":", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1].strip()));
  }

  private static Path proc(String service, String file) {
    return Path.of("/proc", "" + stack.inspect(service).getState().getPidLong(), file);
  }
}
