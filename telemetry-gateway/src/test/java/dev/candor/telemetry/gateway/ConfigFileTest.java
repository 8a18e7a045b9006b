package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file may say, and what is said of one that is wrong. */
class ConfigFileTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(ConfigFile.TOKEN, TestGateway.TOKEN, "GA_API_SECRET", "not-a-real-secret");

  @TempDir Path temporary;

  private GatewayConfig read(String text) {
    try {
      Path file = Files.writeString(temporary.resolve("gateway.yaml"), text);
      return ConfigFile.read(file, ENVIRONMENT, Clock.systemUTC());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> faults(String text) {
    try {
      read(text);
      return List.of();
    } catch (ConfigException e) {
      return e.faults();
    }
  }

  @Test
  void file_whole_isRead() {
    GatewayConfig config =
        read(
            """
            listen: 127.0.0.1:4399
            data: stores
            services: [lab]
            retry-after-seconds: 7
            stop-within-seconds: 9
            room: {items: 5000, mib: 64, sent-days: 2}
            limits: {body-kib: 1024, connections: 99}
            paths:
              ga4: {GA_MEASUREMENT_ID: G-TEST123, requests-per-minute: 77}
              store: {retention-days: 3}
            """);

    assertThat(config.listen()).isEqualTo(new ListenAddress("127.0.0.1", 4399));
    assertThat(config.data()).isEqualTo(temporary.resolve("stores"));
    assertThat(config.services()).containsExactly("lab");
    assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(config.stopWithin()).isEqualTo(Duration.ofSeconds(9));
    assertThat(config.limits().body()).isEqualTo(1 << 20);
    assertThat(config.limits().connections()).isEqualTo(99);
    assertThat(config.storeLimits().age()).isEqualTo(Duration.ofDays(3));
    assertThat(config.storeLimits().rows()).isEqualTo(5_000);
    assertThat(config.sent()).isEqualTo(Duration.ofDays(2));
    assertThat(config.destinations().get(GatewayPath.GA4).limits().requestsPerMinute())
        .isEqualTo(77);
  }

  @Test
  void file_manyFaults_areToldAtOnceWithLineAndRuleAndWithoutValues() {
    List<String> faults =
        faults(
            """
            listen: jane.doe
            data: stores
            jane: 1
            services: [Jane Doe]
            room: {items: jane}
            paths:
              ga4: {GA_MEASUREMENT_ID: jane}
            """);

    assertThat(faults)
        .anySatisfy(fault -> assertThat(fault).startsWith("line 1: listen: must be an address"))
        .anySatisfy(fault -> assertThat(fault).startsWith("line 3: only these settings are known"))
        .anySatisfy(fault -> assertThat(fault).startsWith("line 4: services[0]: must be words"))
        .anySatisfy(fault -> assertThat(fault).startsWith("line 5: room.items: must be 1000 to"))
        .anySatisfy(
            fault -> assertThat(fault).startsWith("line 7: paths.ga4.GA_MEASUREMENT_ID: must be"))
        .allSatisfy(fault -> assertThat(fault).doesNotContainIgnoringCase("jane"));
  }

  @Test
  void file_secretWithinIt_isRefused() {
    assertThat(
            faults(
                """
                data: stores
                paths:
                  ga4: {GA_MEASUREMENT_ID: G-TEST123, GA_API_SECRET: not-a-real-one}
                """))
        .singleElement()
        .asString()
        .contains("line 3: paths.ga4.GA_API_SECRET: is a secret")
        .doesNotContain("not-a-real-one");
  }

  @Test
  void file_offLoopbackWithoutTls_isRefused() {
    assertThatThrownBy(() -> read("listen: 0.0.0.0:4320\ndata: s\npaths: {store: {}}\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("needs tls");
  }

  @Test
  void file_noYaml_isRefusedWithItsLine() {
    assertThat(faults("data: stores\npaths: {store\n"))
        .singleElement()
        .asString()
        .startsWith("line ")
        .endsWith("must be YAML with unique keys");
  }

  @Test
  @Tag("posix")
  void tokenFile_readableByOthers_isRefused() throws IOException {
    Path file = Files.writeString(temporary.resolve("token"), TestGateway.TOKEN);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(faults("data: s\ntoken-file: token\npaths: {store: {}}\n"))
        .singleElement()
        .asString()
        .contains("token-file: must be a file with a secret");
  }

  @Test
  @Tag("posix")
  void tokenFile_ofTwoTokens_allowsBoth() throws IOException {
    Path file =
        Files.writeString(temporary.resolve("token"), "not-a-real-token-A\nnot-a-real-token-B\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    Tokens tokens = read("data: s\ntoken-file: token\npaths: {store: {}}\n").tokens();

    assertThat(tokens.allow("Bearer not-a-real-token-A")).isTrue();
    assertThat(tokens.allow("bearer not-a-real-token-B")).isTrue();
    assertThat(tokens.allow("Bearer not-a-real-token-C")).isFalse();
  }
}
