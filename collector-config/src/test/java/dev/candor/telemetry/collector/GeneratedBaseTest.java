package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.registry.RegistryReader;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any base that the generator could have written is known again, and no other. */
@Tag("P4")
class GeneratedBaseTest {
  private static List<ConfigFault> faults(String text) {
    JsonNode tree = ConfigFiles.tree("base", text);
    assertThat(GeneratedBase.isMeant(tree)).isTrue();
    return GeneratedBase.faults(tree);
  }

  static List<Registry> registries() {
    return List.of(TestRegistries.lab(), TestRegistries.shipped(), TestRegistries.all());
  }

  @ParameterizedTest
  @MethodSource("registries")
  void faults_baseOfAnyRegistry_areNone(Registry registry) {
    String text = BaseGenerator.generate(registry);

    assertThat(faults(text)).isEmpty();
    assertThat(ConfigRules.faults(ConfigFiles.tree("base", text))).isEmpty();
  }

  @Test
  void faults_baseOfOddNamesAndNumbers_areNone() {
    String registry =
        """
        file_format: definition/2
        attributes:
          - {key: service.name, type: string, brief: S, stability: development, annotations: {candor: {kind: word}}}
          - {key: session.id, type: string, brief: S, stability: development, annotations: {candor: {kind: session_id}}}
          - {key: a.all, type: int, brief: A, stability: development, annotations: {candor: {kind: integer}}}
          - {key: a.low, type: double, brief: A, stability: development, annotations: {candor: {kind: decimal, min: -0.25}}}
          - {key: a.high, type: int, brief: A, stability: development, annotations: {candor: {kind: integer, max: 9000000000}}}
          - {key: a.short, type: string, brief: A, stability: development, annotations: {candor: {kind: text, max: 80}}}
          - {key: a.long, type: string, brief: A, stability: development, annotations: {candor: {kind: text, max: 4321}}}
        attribute_groups:
          - {id: candor.resource, type: attribute_group, attributes: [{ref: service.name}]}
        spans:
          - type: a.b
            kind: internal
            name: {note: a.b}
            brief: B
            stability: development
            attributes: [{ref: session.id, requirement_level: required}, {ref: a.all}, {ref: a.low}, {ref: a.high}, {ref: a.short}, {ref: a.long}]
        """;
    Registry read = RegistryReader.create().text("odd", registry).read();

    assertThat(faults(BaseGenerator.generate(read))).isEmpty();
  }

  static List<Arguments> changes() {
    return List.of(
        arguments("error_mode: propagate", "error_mode: ignore"),
        arguments("    error_mode: propagate\n", ""),
        arguments("    redact_all_types: true\n", ""),
        arguments("summary: silent\n", "summary: silent\n    hash_function: md5\n"),
        arguments("'Len(links) > 0'", "'false'"),
        arguments("Len(exemplars) > 0'", "Len(exemplars) > 9'"),
        arguments("groupbyattrs, filter/contract", "filter/contract"),
        arguments("set(span.trace_state, \"\")", "set(span.flags, 0)"),
        arguments("max_request_body_size: 1048576", "max_request_body_size: 20971520"),
        arguments("level: info", "level: debug"),
        arguments("auth: {authenticator: bearertokenauth/in}", "cors: {allowed_origins: []}"),
        arguments("ContainsValue([\"manual\", \"select_wells\"],", "IsString("),
        arguments("(?:autofocus|laser|stage)", "(?:.*)"),
        arguments("$$\")", "\")"),
        arguments("IsBool(span.attributes[\"imaging.run.simulated\"])", "true"),
        arguments("imaging.run.channels\"] <= 16", "imaging.run.channels\"] <= 16 or true"),
        arguments(", redaction/last]", "]"),
        arguments("attributes[\"session.id\"] == nil", "attributes[\"session.id\"] == \"\""),
        arguments("forward/scrubbed: {}\n", "forward/scrubbed: {}\n  count: {}\n"),
        arguments("merge_maps(span.cache", "merge_maps(span.attributes"),
        arguments("|imaging\\\\.run)$$", "|imaging\\\\.run|.*)$$"),
        arguments("          - 'set(resource.schema_url, \"\")'\n", ""));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void faults_baseThatWasChanged_areFound(String from, String to) {
    String text = BaseGenerator.generate(TestRegistries.lab());
    assertThat(text).contains(from);

    assertThat(faults(text.replace(from, to)))
        .isNotEmpty()
        .extracting(ConfigFault::rule)
        .containsOnly(ConfigRule.GENERATED);
  }
}
