package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds good and bad overlays against the generated base, by the real Collector. */
@Tag("P4")
class CollectorCheckIT {
  private static final Path FILE = Path.of("collector", "dest-file.yaml");
  private static final Path OTLP = Path.of("collector", "dest-otlp.yaml");

  @TempDir private static Path folder;
  private static CollectorCheck check;
  private static Path base;

  @BeforeAll
  static void generate() throws IOException {
    String text = BaseGenerator.generate(TestRegistries.lab());
    base = Files.writeString(folder.resolve("base.yaml"), text);
    check = CollectorCheck.of(GoldenCollector.program(), text);
  }

  private static Map<String, String> environment() {
    return Map.of(
        "CANDOR_FILE",
        folder.resolve("arrived.jsonl").toString(),
        "CANDOR_DEST_ENDPOINT",
        "http://127.0.0.1:4319",
        "CANDOR_DEST_TOKEN",
        "secret-of-the-destination",
        "CANDOR_QUEUE_DIR",
        folder.toString());
  }

  @Test
  void faults_shippedOverlays_areNone() {
    assertThat(check.faults(List.of(base, FILE), environment())).isEmpty();
    assertThat(check.faults(List.of(base, OTLP), environment())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".*", "squid|[a-z]+", "squid|\\\\S"})
  void faults_servicesAsAPattern_areRefused(String services) {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("CANDOR_SERVICES", services);

    assertThat(check.faults(List.of(base, FILE), environment))
        .singleElement()
        .asString()
        .startsWith("CANDOR_SERVICES: only names");
    environment.put("CANDOR_SERVICES", "squid|my-lab.scope_2");
    assertThat(check.faults(List.of(base, FILE), environment)).isEmpty();
  }

  static List<ConfigFaults.Bad> bad() throws IOException {
    return ConfigFaults.bad();
  }

  static List<Path> good() throws IOException {
    return ConfigFaults.good();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void faults_badOverlay_namesFilePlaceAndRule(ConfigFaults.Bad bad) {
    assertThat(check.faults(List.of(base, OTLP, bad.file()), environment()))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(bad.name() + ": " + bad.place() + ": ")
                    .endsWith(" (" + bad.rule() + ")"))
        .allSatisfy(line -> assertThat(line).startsWith(bad.name() + ": "))
        .allSatisfy(line -> assertThat(line).doesNotContain("not-a-real"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void faults_goodOverlay_areNone(Path good) {
    assertThat(check.faults(List.of(base, OTLP, good), environment())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exporters: {no_such: {}}",
        "exporters: {file/own: {no_such: tiger}}",
        "exporters: {otlp_http: {endpoint: 5, timeout: tiger}}",
        "service: {pipelines: {traces/x: {receivers: [forward/scrubbed], exporters: [file/none]}}}",
      })
  void faults_whatTheCollectorRefuses_namesTheFileAndNoValue(String overlay) throws IOException {
    Path file = Files.writeString(folder.resolve("overlay.yaml"), overlay);

    assertThat(check.faults(List.of(base, file), environment()))
        .singleElement()
        .asString()
        .startsWith("overlay.yaml: the Collector refuses the files: ")
        .doesNotContain("tiger");
  }

  @Test
  void faults_refusal_showsNoSecret() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("overlay.yaml"), "exporters: {\"${env:CANDOR_DEST_TOKEN}\": {}}");

    assertThat(check.faults(List.of(base, file), environment()).toString())
        .contains("refuses")
        .doesNotContain("secret-of-the-destination");
  }

  /** What somebody might do to the generated file; the check holds it against the registry. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "error_mode: propagate | error_mode: ignore",
        "redact_all_types: true | redact_all_types: false",
        "allow_all_keys: false | allow_all_keys: true",
        "summary: silent | summary: info",
        "'Len(links) > 0' | 'false'",
        "groupbyattrs, filter/contract | filter/contract",
        "set(span.trace_state, \"\") | set(span.flags, 0)",
        "max_request_body_size: 1048576 | max_request_body_size: 20971520",
        "level: info | level: debug",
        "auth: {authenticator: bearertokenauth/in} | cors: {allowed_origins: []}",
        "ContainsValue([\"manual\", \"select_wells\"], | IsString(",
        ", redaction/last] | ]",
      })
  void faults_mutatedBase_areNoticed(String from, String to) throws IOException {
    String text = Files.readString(base);
    assertThat(text).contains(from);
    Path mutated = Files.writeString(folder.resolve("mutated.yaml"), text.replace(from, to));

    assertThat(check.faults(List.of(mutated, FILE), environment())).isNotEmpty();
  }

  @Test
  void faults_ownBaseOfItsOwnEvents_areNone() {
    assertThat(CollectorCheck.isBase(base)).isTrue();
    assertThat(CollectorCheck.isBase(OTLP)).isFalse();

    CollectorCheck own = CollectorCheck.ofOwnBase(GoldenCollector.program());

    assertThat(own.faults(List.of(base, OTLP), environment())).isEmpty();
  }

  @Test
  void faults_ownBaseThatWasChanged_namesThePlace() throws IOException {
    String statement = "          - 'set(span.trace_state, \"\")'\n";
    String text = Files.readString(base);
    assertThat(text).contains(statement);
    Path changed = Files.writeString(folder.resolve("own.yaml"), text.replace(statement, ""));
    CollectorCheck own = CollectorCheck.ofOwnBase(GoldenCollector.program());

    assertThat(own.faults(List.of(changed, OTLP), environment()))
        .singleElement()
        .asString()
        .startsWith("own.yaml: processors.transform/shape.trace_statements[2].statements: ")
        .endsWith(" (generated)");
  }
}
