package dev.candor.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands of the page {@code docs/containers.md}. Those of Compose run without Compose here,
 * and with it in {@link ComposeIT}.
 */
@ExtendWith(EngineCondition.class)
@Timeout(300)
@Tag("linux")
class ContainersPageIT {
  private static final Path PAGE = Scripts.FOLDER.resolve("../docs/containers.md").normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
  static final String COMPOSE = "docker compose -f images/compose.yaml ";
  private static final String RUN = COMPOSE + "run --rm ";

  @TempDir private static Path folder;
  private static Secrets secrets;
  private static ComposeStack stack;

  @BeforeAll
  static void prepare() {
    secrets = Secrets.make(folder.resolve("secrets"));
    stack = new ComposeStack(secrets.folder(), FreePort.find());
    stack.up("gateway");
  }

  @AfterAll
  static void remove() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void commands_all_areOfAKindThatIsRun() throws IOException {
    assertThat(commands())
        .isNotEmpty()
        .allMatch(
            line ->
                line.startsWith(RUN)
                    || line.startsWith("OTEL_EXPORTER_OTLP_")
                    || line.startsWith("printf %s \"$KEY\" | sudo install ")
                    || List.of("images/build", "sudo images/secrets", "git pull && images/build")
                        .contains(line)
                    || line.equals(COMPOSE + "up -d"));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void command_runInAContainer_succeeds(String line) {
    String[] words = line.substring(RUN.length()).split(" ");

    Finished finished = stack.run(words[0], Arrays.copyOfRange(words, 1, words.length));

    assertThat(finished.exit()).as(finished.output()).isZero();
  }

  @Test
  void command_thatStoresASecret_makesAFileThatTheGatewayTakes() throws Exception {
    String line =
        commands().stream().filter(one -> one.startsWith("printf")).findFirst().orElseThrow();
    String made =
        line.replace("sudo ", "").replace("images/secrets.d", secrets.folder().toString());
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", made).redirectErrorStream(true);
    shell.environment().put("KEY", "0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    Process process = shell.start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(process.waitFor()).isZero();

    Path settings = Files.writeString(folder.resolve("gateway.yaml"), withAmplitude());
    Finished finished =
        stack
            .with("CANDOR_GATEWAY_FILE", settings.toString())
            .run("gateway", "gateway", "--config", "/etc/candor/gateway.yaml", "--check");
    stack.with("CANDOR_GATEWAY_FILE", "");

    assertThat(finished.output()).contains("The settings can be used.");
  }

  @Test
  void sizes_onThePage_areThoseOfTheImages() throws IOException {
    String page = Files.readString(PAGE);
    for (String line : Scripts.build()) {
      Matcher built = Pattern.compile("(candor-\\w+):test (\\d+)").matcher(line);
      assertThat(built.matches()).isTrue();
      Matcher told = Pattern.compile("\\| `" + built.group(1) + "` \\| (\\d+) MB").matcher(page);
      assertThat(told.find()).isTrue();
      // A newer JDK's runtime is larger or smaller by some.
      assertThat(Long.parseLong(built.group(2)) / 1e6)
          .isBetween(Long.parseLong(told.group(1)) * 0.8, Long.parseLong(told.group(1)) * 1.2);
    }
  }

  static Stream<String> runs() throws IOException {
    return commands().stream().filter(line -> line.startsWith(RUN));
  }

  /** The shipped settings with the line of Amplitude no comment any more. */
  private static String withAmplitude() throws IOException {
    String shipped = Files.readString(Scripts.FOLDER.resolve("gateway.yaml"));
    assertThat(shipped).contains("  # amplitude: {");
    return shipped.replace("  # amplitude: {", "  amplitude: {");
  }

  /** The lines of all its commands. */
  static List<String> commands() throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .flatMap(block -> block.group(1).lines())
        .toList();
  }
}
