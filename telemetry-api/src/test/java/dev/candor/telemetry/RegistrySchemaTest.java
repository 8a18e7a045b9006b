package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.candor.telemetry.spi.CoreEvents;
import dev.candor.telemetry.spi.GeneratedCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema of registries holds what is generated, and refuses what readers could not trust. */
@Tag("P12")
class RegistrySchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(resource("META-INF/candor/registry.schema.json"), InputFormat.JSON);
  private static final String BUILT_IN = registry(new CandorEvents_Catalog());
  private static final String SAMPLE = registry(new SampleEvents_Catalog());

  @Test
  void schema_isItselfValid() {
    Schema metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));

    assertThat(
            metaSchema.validate(resource("META-INF/candor/registry.schema.json"), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void validate_generatedRegistry_isAccepted(String registry) {
    assertThat(errors(registry)).isEmpty();
  }

  static List<String> validate_generatedRegistry_isAccepted() {
    return List.of(BUILT_IN, SAMPLE, registry(new BootstrapTest_Inner_Deep_Catalog()));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource
  void validate_brokenRegistry_isRefused(String good, String broken) {
    assertThat(SAMPLE).contains(good);

    assertThat(errors(SAMPLE.replaceFirst(Pattern.quote(good), broken))).isNotEmpty();
  }

  static List<Arguments> validate_brokenRegistry_isRefused() {
    return List.of(
        Arguments.of("definition/2", "definition/1"),
        Arguments.of("file_format", "groups: []\nfile_format"),
        Arguments.of("key: sample.take.mode", "key: Sample Mode"),
        Arguments.of("type: int", "type: string"),
        Arguments.of("type: double", "type: float"),
        Arguments.of("type: boolean", "type: string[]"),
        Arguments.of("kind: flag", "kind: anything"),
        Arguments.of("kind: flag", "kind: flag, pii: high"),
        Arguments.of("kind: integer, min: 0, max: 16", "kind: integer"),
        Arguments.of("kind: text, max: 200", "kind: text"),
        Arguments.of("kind: text, max: 200", "kind: text, max: 200000"),
        Arguments.of("kind: hashed", "kind: hashed, values: [a]"),
        Arguments.of("values: \\[select_wells, manual\\]".replace("\\", ""), "values: [A B]"),
        Arguments.of("id: select_wells, value: select_wells", "id: a, value: Smith Lab"),
        Arguments.of("    brief: Mode\n", ""),
        Arguments.of("    brief: Mode\n", "    brief: \" \"\n"),
        Arguments.of(
            "type: sample.take", "type: " + "sample.take.longer.than.all.of.forty.letters"),
        Arguments.of("kind: internal", "kind: server"),
        Arguments.of("purpose: diagnostics, ", ""),
        Arguments.of("purpose: diagnostics", "purpose: marketing"),
        Arguments.of("expires: \"2028-01-01\"", "expires: \"never\""),
        Arguments.of("owner: tests, ", ""),
        Arguments.of("retention_days: 30", "retention_days: 0"),
        Arguments.of("instrument: counter", "instrument: gauge"),
        Arguments.of("{ref: sample.take.mode}", "sample.take.mode"),
        Arguments.of("metric_value_type: int", "metric_value_type: text"),
        Arguments.of("metrics:", "events:"));
  }

  @Test
  void refs_areDefinedInTheRegistryOrTheBuiltInOne() {
    Set<String> defined = new HashSet<>(all(BUILT_IN + SAMPLE, "- key: ([a-z0-9_.]+)"));

    assertThat(defined).containsAll(all(BUILT_IN + SAMPLE, "ref: ([a-z0-9_.]+)"));
  }

  @Test
  void registries_repeatSharedSpansAndAttributesAlike() {
    String report = "  - type: settings.report\n";
    String builtIn = BUILT_IN.substring(BUILT_IN.indexOf(report));
    String sample = SAMPLE.substring(SAMPLE.indexOf(report));

    assertThat(sample.substring(0, sample.indexOf("    attributes:")))
        .isEqualTo(builtIn.substring(0, builtIn.indexOf("    attributes:")));
    assertThat(sample.lines().filter(line -> line.startsWith("    annotations")).findFirst())
        .isEqualTo(builtIn.lines().filter(line -> line.startsWith("    annotations")).findFirst());
    assertThat(SAMPLE).contains("  - key: feature.name\n", "    brief: Feature\n");
  }

  @Test
  void builtInRegistry_namesEveryConstantOfTheApi() {
    for (Class<? extends Enum<?>> type :
        List.of(
            ErrorReport.Language.class,
            ErrorReport.Origin.class,
            RunEnvironment.class,
            SessionEnd.class,
            CoreEvents.StartKind.class)) {
      String values =
          Arrays.stream(type.getEnumConstants())
              .map(WireNames::of)
              .map(wire -> "{id: " + wire + ", value: " + wire + ",")
              .collect(Collectors.joining(".*", "members: \\[", ".*"))
              .replace("{", "\\{");
      assertThat(BUILT_IN).containsPattern(values);
    }
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  private static List<Error> errors(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML);
  }

  private static String registry(GeneratedCatalog catalog) {
    return resource(catalog.registryResource());
  }

  private static String resource(String name) {
    try (InputStream in = RegistrySchemaTest.class.getClassLoader().getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
