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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // goes around the scrubbing
        "traces/leak: its only receiver| service: {pipelines: {traces/leak: {receivers: [otlp], exporters: [nop]}}}",
        "traces/leak: its only receiver| service: {pipelines: {traces/leak: {receivers: [otlp, forward/scrubbed], exporters: [nop]}}}",
        "receivers.otlp/own: an overlay may not add| receivers: {otlp/own: {protocols: {http: {endpoint: '127.0.0.1:4320'}}}}",
        "receivers.otlp: must be as| receivers: {otlp: {protocols: {http: {max_request_body_size: 99999999}}}}",
        "receivers.otlp: must be as| receivers: {otlp: {protocols: {grpc: {endpoint: '127.0.0.1:4320'}}}}",
        "connectors.forward/raw: an overlay may not add| connectors: {forward/raw: {}}",
        // switches it off
        "traces/in: must be as| service: {pipelines: {traces/in: {processors: []}}}",
        "traces/in: must be as| service: {pipelines: {traces/in: {exporters: [forward/scrubbed, nop]}}}",
        "processors.filter/contract: must be as| processors: {filter/contract: {error_mode: ignore, traces: {span: []}}}",
        "processors.filter/contract: must be as| processors: {filter/contract: }",
        "processors.transform/shape: must be as| processors: {transform/shape: {error_mode: silent}}",
        "processors.redaction/last: must be as| processors: {redaction/last: {allow_all_keys: true}}",
        "processors.redaction/last: must be as| processors: {redaction/last: {allowed_values: ['.*']}}",
        "processors.transform/late: an overlay may not add| processors: {transform/late: {error_mode: ignore}}",
        // opens the door or talks too much
        "bearertokenauth/in: must be as| extensions: {bearertokenauth/in: {token: open}}",
        "must repeat bearertokenauth/in| service: {extensions: [health_check]}",
        "service.telemetry: only the base| service: {telemetry: {logs: {level: debug}}}",
        "verbosity must be basic| exporters: {debug: {verbosity: detailed}}",
        // loses data
        "max_elapsed_time must be 0| exporters: {otlp_http/d: {endpoint: 'http://127.0.0.1:1', sending_queue: {storage: file_storage/q}, retry_on_failure: {max_elapsed_time: 60s}}}",
        "fsync must be true| extensions: {file_storage/q: {directory: /}}",
        "must list file_storage/q| extensions: {file_storage/q: {directory: /}}",
        // cannot be read
        "the Collector refuses the files| exporters: {no_such: {}}",
        "the Collector refuses the files| exporters: [",
        "the Collector refuses the files| service: {pipelines: {traces/x: {receivers: [forward/scrubbed], exporters: [file/none]}}}",
      })
  void faults_badOverlay_namesPlaceAndRule(String rule, String overlay) throws IOException {
    Path file = Files.writeString(folder.resolve("overlay.yaml"), overlay);

    assertThat(check.faults(List.of(base, file), environment()))
        .anySatisfy(fault -> assertThat(fault).contains(rule));
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
}
