package dev.candor.telemetry.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated from sources without a mistake. */
@Tag("P12")
class GoodSourceTest {
  private static final String EVERY_TYPE =
      """
      package lab;
      import static dev.candor.telemetry.Purpose.*;
      import dev.candor.telemetry.*;
      import java.time.Duration;
      import java.util.Set;
      class Lab {
        @EventCatalog(
            events = Run.class, features = Tool.class, pages = View.class, crumbs = Step.class,
            settings = {Key.class, Lamp.class})
        interface Events {}
        enum Mode { SELECT_WELLS, MANUAL }
        enum Tool implements Feature { LIVE_VIEW }
        enum View implements Page { PLATE, NO }
        enum Step implements Crumb { STAGE_HOMED }
        enum Key implements SettingKey {
          @Setting(brief = "Cooling on", type = SettingType.FLAG) COOLING,
          @Setting(brief = "Exposure: ms", type = SettingType.NUMBER, min = 0.5, max = 1000) EXPOSURE,
          @Setting(brief = "Mode", type = SettingType.CHOICE, choices = Mode.class) MODE
        }
        enum Lamp implements SettingKey { @Setting(brief = "Lamp", type = SettingType.FLAG) LAMP }
        @Deprecated
        @TelemetryEvent(name = "imaging.run", purpose = DIAGNOSTICS, owner = "imaging",
            expires = "2028-02-29", brief = "One \\"run\\": \\\\ \\n \\u00b5m", why = "Find out, why")
        record Run(
            @Attr(brief = "Mode") Mode mode,
            @Attr(brief = "On") boolean on,
            @Attr(brief = "Maybe") Boolean maybe,
            @Attr(brief = "Channels", max = 16) int channels,
            @Attr(brief = "Images", unit = "{image}", sum = true) Long imagesWritten,
            @Attr(brief = "Ratio", min = -1, max = 0.25) double ratio,
            @Attr(brief = "Total", sum = true) Double total,
            @Attr(brief = "Exposure") Duration exposure,
            @Attr(brief = "Modes") Set<Mode> modes,
            @Attr(brief = "All settings") Settings all,
            @Attr(brief = "Some settings", choices = Lamp.class) Settings some,
            @Attr(brief = "Old", key = "config.old", choices = Mode.class) SettingValue old,
            @Attr(brief = "Plate") Hashed plate,
            @Attr(brief = "Note", max = 200) Text note) implements Event {}
      }
      """;

  @TempDir Path output;

  @Test
  void compile_everyComponentType_hasNoWarningAndGoesToItsOwnMethod() throws IOException {
    SourceCompiler.Result result = compiler().compile(Map.of("lab/Lab.java", EVERY_TYPE));

    assertThat(result.messages()).isEmpty();
    assertThat(read("lab/Lab_Events_Catalog.java"))
        .contains("sink.constant(0, event.mode());")
        .contains("sink.flag(1, event.on());")
        .contains("sink.integer(3, event.channels());")
        .contains("sink.integer(4, value4.longValue());")
        .contains("sink.decimal(5, event.ratio());")
        .contains("sink.duration(7, event.exposure());")
        .contains("sink.constants(8, event.modes());")
        .contains("sink.settings(9, event.all());")
        .contains("sink.setting(11, event.old());")
        .contains("sink.hashed(12, event.plate());")
        .contains("sink.text(13, event.note());");
    assertThat(output.resolve("lab/Lab_Events_Catalog.class")).exists();
  }

  @Test
  void compile_everyComponentType_canBeMadeByName() throws IOException {
    compiler().compile(Map.of("lab/Lab.java", EVERY_TYPE));

    assertThat(read("lab/Lab_Events_Catalog.java"))
        .contains("source.constant(0, lab.Lab.Mode.values())")
        .contains("dev.candor.telemetry.spi.AttributeSource.given(source.flag(1))")
        .contains(" source.flag(2)")
        .contains("given(source.shortInteger(3))")
        .contains(" source.integer(4)")
        .contains("given(source.decimal(5))")
        .contains(" source.duration(7)")
        .contains("source.constants(8, lab.Lab.Mode.values())")
        .contains(" source.settings(9)")
        .contains(" source.setting(11)")
        .contains(" source.hashed(12)")
        .contains(" source.text(13)");
  }

  @Test
  void compile_enumThatTheCatalogueCannotSee_isMadeByTypeOnly() throws IOException {
    SourceCompiler.Result result =
        compiler()
            .compile(
                Map.of(
                    "inner/Near.java",
                    """
                    package inner;
                    import dev.candor.telemetry.*;
                    @TelemetryEvent(name = "near.thing", purpose = Purpose.USAGE, owner = "o",
                        expires = "2028-01-01", brief = "b", why = "w")
                    public record Near(@Attr(brief = "Hidden") Hidden hidden) implements Event {}
                    enum Hidden { A }
                    """,
                    "lab/Far.java",
                    """
                    package lab;
                    @dev.candor.telemetry.EventCatalog(events = inner.Near.class)
                    public interface Far {}
                    """));

    assertThat(result.messages()).isEmpty();
    assertThat(read("lab/Far_Catalog.java")).contains("sink.constant(0").doesNotContain(" decode(");
  }

  @Test
  void registry_everyComponentType_hasKeyTypeAndLimits() throws IOException {
    compiler().compile(Map.of("lab/Lab.java", EVERY_TYPE));

    assertThat(read("META-INF/candor/registry/lab.Lab.Events.yaml"))
        .contains("kind: integer, min: 0, max: 16}")
        .contains("key: imaging.run.images_written\n    type: int")
        .contains("kind: decimal, min: -1, max: 0.25}")
        .contains("kind: duration, min: 0, max: 1000000000, unit: s}")
        .contains("kind: constants, values: [select_wells, manual]}")
        .contains("key: imaging.run.all.exposure\n    type: double\n    brief: \"Exposure: ms\"")
        .contains("kind: decimal, min: 0.5, max: 1000}")
        .contains("key: imaging.run.some.lamp\n    type: boolean")
        .doesNotContain("imaging.run.some.exposure")
        .contains("key: config.old\n    type: string")
        .contains("kind: setting, values: [select_wells, manual]}")
        .contains("kind: hashed}")
        .contains("kind: text, max: 200}");
  }

  @Test
  void registry_openLists_repeatBuiltInAttributesWithOwnMembers() throws IOException {
    compiler().compile(Map.of("lab/Lab.java", EVERY_TYPE));

    assertThat(read("META-INF/candor/registry/lab.Lab.Events.yaml"))
        .contains("key: feature.name\n    type: {members: [{id: live_view,")
        .contains("key: page.name\n    type: {members: [{id: plate,")
        .contains("{id: \"no\", value: \"no\", brief: \"No\"")
        .contains("kind: trail, max: 50, values: [stage_homed]}")
        .contains("key: settings.report.cooling\n    type: boolean")
        .contains("- type: settings.report\n")
        .contains("{ref: settings.report.mode, requirement_level: recommended}");
  }

  @Test
  void registry_metrics_areOneCounterDurationsAndSumsWithEnumAndBooleanLabels() throws IOException {
    compiler().compile(Map.of("lab/Lab.java", EVERY_TYPE));

    String registry = read("META-INF/candor/registry/lab.Lab.Events.yaml");
    assertThat(registry.lines().filter(line -> line.startsWith("  - name: ")))
        .containsExactly(
            "  - name: imaging.run.count",
            "  - name: imaging.run.duration",
            "  - name: imaging.run.images_written",
            "  - name: imaging.run.total",
            "  - name: imaging.run.exposure");
    assertThat(registry)
        .contains(
            "attributes: [{ref: imaging.run.mode}, {ref: imaging.run.on},"
                + " {ref: imaging.run.maybe}, {ref: activity.outcome}]")
        .contains("code_generation: {metric_value_type: double}");
  }

  @Test
  void hash_isThatOfTheRegistryFile() throws Exception {
    compiler().compile(Map.of("lab/Lab.java", EVERY_TYPE));

    byte[] registry =
        Files.readAllBytes(output.resolve("META-INF/candor/registry/lab.Lab.Events.yaml"));
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(registry));
    assertThat(read("lab/Lab_Events_Catalog.java")).contains('"' + hash + '"');
  }

  @Test
  void compile_sameSourcesTwice_givesSameBytes(@TempDir Path other) throws IOException {
    compiler().compile(Map.of("lab/Lab.java", EVERY_TYPE));
    new SourceCompiler(other).compile(Map.of("lab/Lab.java", EVERY_TYPE));

    for (String file :
        new String[] {
          "lab/Lab_Events_Catalog.java", "META-INF/candor/registry/lab.Lab.Events.yaml"
        }) {
      assertThat(other.resolve(file)).hasSameBinaryContentAs(output.resolve(file));
    }
  }

  @Test
  void compile_catalogWithoutPackage_works() throws IOException {
    SourceCompiler.Result result =
        compiler()
            .compile(
                Map.of(
                    "Events.java",
                    "import dev.candor.telemetry.*;\n@EventCatalog interface Events {}\n"));

    assertThat(result.messages()).isEmpty();
    assertThat(services()).isEqualTo("Events_Catalog\n");
    assertThat(read("META-INF/candor/registry/Events.yaml")).contains("spans: []", "metrics: []");
  }

  @Test
  void builtInRegistry_namesResourceAndCommonAttributes() throws IOException {
    assertThat(
            Files.readString(
                SourceCompiler.api()
                    .resolve("META-INF/candor/registry/dev.candor.telemetry.CandorEvents.yaml")))
        .contains("- id: candor.resource", "key: session.id", "key: exception.stacktrace")
        .contains(told(BuiltInSpan.SETTINGS_REPORT), told(BuiltInSpan.APP_ERROR));
  }

  private static String told(BuiltInSpan span) {
    return "annotations: {candor: {purpose: %s, owner: %s, expires: \"%s\", why: %s,"
        .formatted(
            span.purpose().toLowerCase(java.util.Locale.ROOT),
            span.owner(),
            span.expires(),
            Yaml.text(span.why()));
  }

  @Test
  void registry_settingsAndEventsWithErrors_mayGoWithErrors() throws IOException {
    compiler()
        .compile(
            Map.of(
                "lab/Lab.java",
                EVERY_TYPE.replace("why = \"b\"", "why = \"b\", withErrors = true")));

    String errors = read("META-INF/candor/registry/lab.Lab.Events.yaml");
    assertThat(errors.substring(errors.indexOf("- type: app.error\n")))
        .contains("{ref: settings.report.mode, requirement_level: recommended}");
  }

  @Test
  void vendorNames_areInRegistryAndCatalogue() throws IOException {
    SourceCompiler.Result result =
        compiler()
            .compile(
                Map.of(
                    "lab/Lab.java",
                    """
                    package lab;
                    import static dev.candor.telemetry.Purpose.USAGE;
                    import dev.candor.telemetry.*;
                    class Lab {
                      @EventCatalog(events = Run.class) interface Events {}
                      @TelemetryEvent(name = "imaging.run", purpose = USAGE, owner = "o",
                          expires = "2028-01-01", brief = "b", why = "w",
                          vendorNames = {"ga4=run_done", "amplitude=Run done"})
                      record Run(@Attr(brief = "Images", vendorNames = "ga4=image_count") int images)
                          implements Event {}
                    }
                    """));

    assertThat(result.messages()).isEmpty();
    assertThat(read("META-INF/candor/registry/lab.Lab.Events.yaml"))
        .contains(
            "vendor_names: {amplitude: {event: Run done}, ga4: {event: run_done, attributes:"
                + " {imaging.run.images: image_count}}}");
    assertThat(read("lab/Lab_Events_Catalog.java"))
        .contains("VendorName(\"ga4\", \"imaging.run\", \"imaging.run.images\", \"image_count\")");
  }

  private SourceCompiler compiler() {
    return new SourceCompiler(output).option("-Xlint:all,-processing");
  }

  private String services() throws IOException {
    return read("META-INF/services/dev.candor.telemetry.spi.GeneratedCatalog");
  }

  private String read(String file) throws IOException {
    return Files.readString(output.resolve(file));
  }
}
