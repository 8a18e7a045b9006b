package dev.candor.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.collector.CollectorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the compose file against the image files, the overlays and the scripts. */
class ComposeFileTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)(:-[^}]*)?}");
  private static final Path COMPOSE = Scripts.FOLDER.resolve("compose.yaml");

  private final ComposeFile compose = ComposeFile.read(COMPOSE, Map.of());

  @Test
  void services_eachHasAnImageFile() {
    compose
        .services()
        .forEach(
            (name, service) -> {
              assertThat(service.image()).isEqualTo("candor-" + name + ":local");
              assertThat(dockerfile(name)).startsWith("#").contains("\nFROM scratch\n");
            });
    assertThat(compose.services()).containsOnlyKeys("collector", "gateway");
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector", "gateway"})
  void service_each_isHardened(String name) {
    ComposeService service = compose.service(name);

    assertThat(service.readOnly()).isTrue();
    assertThat(service.capDrop()).containsExactly("ALL");
    assertThat(service.securityOpt()).containsExactly("no-new-privileges:true");
    assertThat(service.memory()).isPositive();
    assertThat(service.pids()).isPositive();
    assertThat(service.restart()).isEqualTo("unless-stopped");
    assertThat(service.logging().get("options"))
        .isEqualTo(Map.of("max-size", "10m", "max-file", "3"));
    assertThat(dockerfile(name)).contains("\nUSER 65532:65532\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector", "gateway"})
  void service_each_writesToTheVolumeOfItsImageOnly(String name) {
    List<ComposeService.Mount> written =
        compose.service(name).mounts().stream().filter(mount -> !mount.readOnly()).toList();

    assertThat(written).hasSize(1);
    assertThat(written.get(0).type()).isEqualTo("volume");
    assertThat(compose.volumes()).contains(written.get(0).source());
    assertThat(dockerfile(name))
        .contains("\nVOLUME " + written.get(0).target() + "\n")
        .contains("COPY --chown=65532:65532 state " + written.get(0).target() + "\n");
  }

  @Test
  void ports_onlyTheCollectorsAndOnlyOnLoopback() {
    assertThat(compose.service("collector").ports())
        .containsExactly(new ComposeService.Port("127.0.0.1", 4318, 4318));
    assertThat(compose.service("gateway").ports()).isEmpty();
    assertThat(dockerfile("collector")).contains("EXPOSE 4318 ");
  }

  @Test
  void memory_ofTheGateway_holdsItsHeap() throws IOException {
    String options = Files.readString(Scripts.FOLDER.resolve("gateway/options"));
    long mebibytes =
        option(options, "-Xmx(\\d+)m") + option(options, "MaxDirectMemorySize=(\\d+)m");

    // The rest is for code, threads and SQLite's pages.
    assertThat(compose.service("gateway").memory()).isGreaterThanOrEqualTo((mebibytes + 150) << 20);
  }

  @Test
  void memory_ofTheCollector_holdsWhatItsBaseAllows() {
    long allowed = option(CollectorFiles.BASE.text(), "limit_mib: (\\d+)");
    long collected =
        option(compose.service("collector").environment().get("GOMEMLIMIT"), "^(\\d+)MiB$");

    assertThat(collected).isGreaterThan(allowed);
    assertThat(compose.service("collector").memory()).isGreaterThan((collected + 100) << 20);
  }

  // Our Collector does not run the one; the other is for ports that are published beyond loopback.
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DEST_CLICKHOUSE", "LISTEN_TLS"})
  void variables_ofEachFileThatOurCollectorRuns_areSet(CollectorFiles file) {
    Set<String> asked = new TreeSet<>();
    Matcher variables = VARIABLE.matcher(file.text());
    while (variables.find()) {
      if (variables.group(2) == null) {
        asked.add(variables.group(1));
      }
    }
    Set<String> set = new TreeSet<>(compose.service("collector").environment().keySet());
    set.addAll(environment("collector"));

    assertThat(set).containsAll(asked);
  }

  @Test
  void overlays_ofTheCommand_areTheImagesOwn() {
    List<String> given = compose.service("collector").command();
    List<String> own =
        Arrays.stream(CollectorFiles.values()).map(file -> "/etc/candor/" + file.file()).toList();

    assertThat(given.stream().filter(word -> !word.equals("--config"))).isSubsetOf(own);
    assertThat(given)
        .containsExactly(
            "--config", "/etc/candor/base.yaml", "--config", "/etc/candor/dest-store.yaml");
  }

  @Test
  void overlays_otherwiseChosen_replaceTheDefault() {
    ComposeService collector =
        ComposeFile.read(COMPOSE, Map.of("CANDOR_OVERLAYS", "--config /etc/candor/dest-ga4.yaml"))
            .service("collector");

    assertThat(collector.command())
        .containsExactly(
            "--config", "/etc/candor/base.yaml", "--config", "/etc/candor/dest-ga4.yaml");
  }

  @Test
  void secrets_inTheEnvironment_areFilesThatTheScriptMakesOrAVendorsKey() throws IOException {
    String script = Files.readString(Scripts.FOLDER.resolve("secrets"));
    Map<String, String> files =
        compose.service("collector").environment().entrySet().stream()
            .filter(entry -> entry.getKey().matches(".*(TOKEN|KEY|SECRET|PASSWORD).*"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    assertThat(files).isNotEmpty();
    assertThat(files.values()).allMatch(value -> value.startsWith("${file:/run/candor/"));
    assertThat(script).contains("/collector/ingest.token\"", "/collector/gateway.token\"");
  }

  @Test
  void network_isOneOfItsOwn() {
    assertThat(compose.networks()).containsExactly("candor");
    assertThat(compose.services().values())
        .allSatisfy(service -> assertThat(service.networks()).containsExactly("candor"));
  }

  private static long option(String options, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(options);
    assertThat(found.find()).isTrue();
    return Long.parseLong(found.group(1));
  }

  /** The variables that an image sets itself. */
  private static Set<String> environment(String image) {
    return Pattern.compile("(\\w+)=[^\\s]+")
        .matcher(dockerfile(image).replaceAll("(?s).*\nENV ", "").replaceAll("(?s)\nUSER.*", ""))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static String dockerfile(String image) {
    try {
      return Files.readString(Scripts.FOLDER.resolve(image).resolve("Dockerfile"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
