package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by themselves: no Collector runs, and no base is there to compare with. */
@Tag("P4")
class ConfigRulesTest {
  private static final Path BASE = Path.of("collector", "base.yaml");
  private static final Path OTLP = Path.of("collector", "dest-otlp.yaml");

  /** These are differences from a base; without one there is nothing to say. */
  private static final Set<String> NEED_A_BASE = Set.of("base", "added", "listed");

  @TempDir private Path folder;

  static List<ConfigFaults.Bad> bad() throws IOException {
    return ConfigFaults.bad().stream().filter(bad -> !NEED_A_BASE.contains(bad.rule())).toList();
  }

  static List<Path> good() throws IOException {
    return ConfigFaults.good();
  }

  private static List<String> faults(Path... files) {
    ConfigFiles read = ConfigFiles.read(List.of(files));
    assertThat(read.unreadable()).isEmpty();
    List<ConfigFault> faults = new ArrayList<>(ConfigRules.faults(read.merged()));
    read.sources().forEach(source -> faults.addAll(SecretRules.faults(source.tree())));
    return faults.stream().map(fault -> fault.in(read.decides(fault.path()))).toList();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void faults_badFileAsWritten_namesFilePlaceAndRule(ConfigFaults.Bad bad) {
    assertThat(faults(BASE, OTLP, bad.file()))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(bad.name() + ": " + bad.place() + ": ")
                    .endsWith(" (" + bad.rule() + ")"))
        .allSatisfy(line -> assertThat(line).startsWith(bad.name() + ": "));
  }

  @ParameterizedTest
  @MethodSource("good")
  void faults_goodFileAsWritten_areNone(Path good) {
    assertThat(faults(BASE, OTLP, good)).isEmpty();
  }

  private static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("collector"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("dest-")).toList();
    }
  }

  @Test
  void faults_shippedFiles_areNone() throws IOException {
    assertThat(shipped()).isNotEmpty().allSatisfy(file -> assertThat(faults(BASE, file)).isEmpty());
  }

  /** A larger body is answered with 400 there, and the exporter drops it. */
  @Test
  @Tag("P7")
  void shippedFiles_batches_fitIntoWhatACollectorTakes() throws IOException {
    int limit =
        ConfigFiles.read(List.of(BASE))
            .merged()
            .at("/receivers/otlp/protocols/http/max_request_body_size")
            .intValue();
    List<JsonNode> batches = new ArrayList<>();
    for (Path file : shipped()) {
      batches.addAll(ConfigFiles.read(List.of(file)).merged().findValues("batch"));
    }

    assertThat(batches)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            batch -> {
              assertThat(batch.path("sizer").textValue()).isEqualTo("bytes");
              assertThat(batch.path("max_size").intValue()).isPositive().isLessThan(limit);
            });
  }

  @Test
  void rules_each_areBrokenByABadFile() throws IOException {
    Set<String> broken =
        ConfigFaults.bad().stream().map(ConfigFaults.Bad::rule).collect(Collectors.toSet());

    for (ConfigRule rule : ConfigRule.values()) {
      if (rule != ConfigRule.GENERATED) {
        assertThat(broken).contains(rule.id());
      }
    }
    assertThat(ConfigFaults.bad()).hasSizeGreaterThanOrEqualTo(25);
  }

  /** A fault is in the file that wrote the setting last, or took away what stood there. */
  @Test
  void decides_laterFileResetsAStage_namesTheLaterFile() throws IOException {
    Path reset = Files.writeString(folder.resolve("reset.yaml"), "processors:\n  filter/verify:\n");
    Path harmless = Files.writeString(folder.resolve("harmless.yaml"), "exporters: {}\n");

    ConfigFiles files = ConfigFiles.read(List.of(BASE, reset, harmless));

    assertThat(files.decides(List.of("processors", "filter/verify", "error_mode")))
        .isEqualTo("reset.yaml");
    assertThat(files.decides(List.of("processors", "transform/shape", "error_mode")))
        .isEqualTo("base.yaml");
    assertThat(files.merged().at("/processors/filter~1verify").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [",
        "a: 1\na: 2",
        "- a",
        "text",
        "a: 1\n---\nb: 2",
        "a: \"\u0001\"",
        "a: &a [*a]",
        "&a {b: *a}"
      })
  void read_whatIsNoMapping_namesTheFileAndNoContent(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("odd.yaml"), yaml);

    assertThat(ConfigFiles.read(List.of(file)).unreadable())
        .singleElement()
        .asString()
        .startsWith("odd.yaml:")
        .contains(" is not ");
    assertThat(ConfigFiles.read(List.of(folder.resolve("none.yaml"))).unreadable())
        .containsExactly("none.yaml: cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://collect.example.org",
        "http://127.0.0.1:4319",
        "http://127.8.9.1:4319/v1",
        "http://localhost:4319",
        "http://[::1]:4319",
        "HTTP://LOCALHOST:1",
        "unix:///run/collect.sock",
      })
  void faults_addressThatNobodyReads_isNone(String address) {
    assertThat(QueueRules.faults(exporter(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://collect.example.org",
        "http://10.0.0.1:4318",
        "http://127.0.0.1.example.org",
        "http://localhost@example.org",
        "http://2130706433",
        "HTTP://Example.org",
        "ws://example.org",
        "tcp://example.org:9000",
        "http://",
        "http://a b",
      })
  void faults_addressThatOthersRead_isPlainHttp(String address) {
    assertThat(QueueRules.faults(exporter(address)))
        .singleElement()
        .isEqualTo(ConfigFault.at(ConfigRule.PLAIN_HTTP, "exporters", "file/x", "any", "address"));
  }

  private static JsonNode exporter(String address) {
    return ConfigFiles.tree(
        "x", "exporters: {file/x: {any: {address: '" + address.replace("'", "''") + "'}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token: '${env:TOKEN}'",
        "token: '${file:/run/secrets/token}'",
        "token: '${env:TOKEN:-${file:C:/secrets/token}}'",
        "token: '${TOKEN}'",
        "authorization: 'Bearer ${env:TOKEN}'",
        "password: ''",
        "key_file: /etc/ssl/client.key",
        "token_url: https://login.example.org/token",
        "filename: /run/secrets/token",
        "allowed_keys: [token, password]",
        "authenticator: bearertokenauth/in",
        "endpoint: 'https://${env:USER}:${env:PASSWORD}@example.org'",
        "endpoint: 'https://example.org/v1?api_key=${env:KEY}'",
        "metadata_keys: [x-tenant]",
        "headers: {x-sentry-auth: 'sentry sentry_key=${env:KEY}'}",
      })
  void faults_valueFromElsewhere_isNoSecret(String setting) {
    assertThat(SecretRules.faults(ConfigFiles.tree("x", "a: {b: {" + setting + "}}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token: tiger",
        "tokens: [tiger]",
        "password: 12345",
        "api_key: tiger",
        "client_secret: tiger",
        "sasl_password: tiger",
        "token: '${env:TOKEN:-tiger}'",
        "token: 'tiger${env:TOKEN}'",
        "authorization: Basic dGlnZXI6dGlnZXI=",
        "note: Bearer tigertiger",
        "endpoint: 'https://tiger@example.org/1'",
        "endpoint: 'https://example.org/v1?token=tiger'",
        "htpasswd: {inline: 'tiger:tiger'}",
        "headers: {dd-api-key: tiger}",
        "headers: {x-sentry-auth: 'sentry sentry_key=tiger'}",
        "headers: [{name: X-Team-Key, value: tiger}]",
        "ca: '-----BEGIN PRIVATE KEY-----'",
      })
  void faults_valueThatStandsThere_isASecretAndNotShown(String setting) {
    List<ConfigFault> faults =
        SecretRules.faults(ConfigFiles.tree("x", "a: {b: {" + setting + "}}"));

    assertThat(faults).extracting(ConfigFault::rule).containsExactly(ConfigRule.SECRET);
    assertThat(faults.get(0).in("x.yaml")).doesNotContain("tiger").startsWith("x.yaml: a.b.");
  }
}
