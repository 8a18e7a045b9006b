package dev.candor.telemetry.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named modules, several packages, and compiling only a part again. */
@Tag("P12")
class ModulesAndRoundsTest {
  private static final String EVENTS =
      """
      package lab;
      import dev.candor.telemetry.*;
      @EventCatalog(events = lab.runs.Run.class, features = Tool.class)
      public interface LabEvents {}
      """;
  private static final String TOOL =
      "package lab;\nenum Tool implements dev.candor.telemetry.Feature { LIVE_VIEW }\n";
  private static final String RUN =
      """
      package lab.runs;
      import dev.candor.telemetry.*;
      @TelemetryEvent(name = "imaging.run", purpose = Purpose.USAGE, owner = "imaging",
          expires = "2028-01-01", brief = "One run", why = "Count runs")
      public record Run(@Attr(brief = "How") Mode mode) implements Event {
        enum Mode { A, B }
      }
      """;
  private static final String PROVIDES =
      "provides dev.candor.telemetry.spi.GeneratedCatalog with lab.LabEvents_Catalog;";

  @TempDir Path output;

  @Test
  void namedModule_withoutProvides_isAnErrorThatPrintsTheLine() {
    SourceCompiler.Result result = module("module lab { requires dev.candor.telemetry; }");

    assertThat(result.success()).isFalse();
    assertThat(result.errors())
        .singleElement()
        .satisfies(error -> assertThat(error).contains("module-info.java", PROVIDES));
  }

  @Test
  void namedModule_thatProvidesAnotherCatalog_isAnErrorThatPrintsTheLine() {
    SourceCompiler.Result result =
        new SourceCompiler(output)
            .compile(
                Map.of(
                    "module-info.java",
                    "module lab { requires dev.candor.telemetry; " + PROVIDES + " }",
                    "lab/LabEvents.java",
                    EVENTS,
                    "lab/Tool.java",
                    TOOL,
                    "lab/runs/Run.java",
                    RUN,
                    "lab/More.java",
                    "package lab;\n@dev.candor.telemetry.EventCatalog interface More {}\n"));

    assertThat(result.errors())
        .singleElement()
        .satisfies(error -> assertThat(error).contains("with lab.More_Catalog;"));
  }

  @Test
  void namedModule_withProvidesAndWithoutOpens_compilesWithoutWarning() {
    SourceCompiler.Result result =
        module("/** Lab. */ module lab { requires dev.candor.telemetry; " + PROVIDES + " }");

    assertThat(result.messages()).isEmpty();
    assertThat(output.resolve("lab/LabEvents_Catalog.class")).exists();
  }

  @Test
  void exportedCatalog_withoutTransitiveRequires_compilesWithoutWarningInGeneratedCode() {
    SourceCompiler.Result result =
        module("module lab { requires dev.candor.telemetry; exports lab; " + PROVIDES + " }");

    assertThat(result.success()).isTrue();
    assertThat(result.warnings()).noneMatch(warning -> warning.contains("GeneratedCatalog"));
  }

  @Test
  void recordsCompiledEarlier_canBeListed() throws IOException {
    compile(Map.of("lab/runs/Run.java", RUN));
    SourceCompiler.Result result =
        compile(Map.of("lab/LabEvents.java", EVENTS, "lab/Tool.java", TOOL));

    assertThat(result.messages()).isEmpty();
    assertThat(read("META-INF/candor/registry/lab.LabEvents.yaml"))
        .contains("key: imaging.run.mode", "brief: How\n", "{id: a,");
  }

  @Test
  void secondCompilation_keepsTheServicesOfTheFirst_andForgetsThoseThatAreGone()
      throws IOException {
    compile(Map.of("lab/LabEvents.java", EVENTS, "lab/Tool.java", TOOL, "lab/runs/Run.java", RUN));
    compile(
        Map.of(
            "lab/More.java",
            "package lab;\n@dev.candor.telemetry.EventCatalog interface More {}\n"));
    assertThat(services()).isEqualTo("lab.LabEvents_Catalog\nlab.More_Catalog\n");

    Files.delete(output.resolve("lab/LabEvents_Catalog.class"));
    Files.delete(output.resolve("lab/LabEvents_Catalog.java"));
    compile(
        Map.of(
            "lab/More.java",
            "package lab;\n@dev.candor.telemetry.EventCatalog interface More {}\n"));
    assertThat(services()).isEqualTo("lab.More_Catalog\n");
  }

  @Test
  void secondCompilation_ofAnEventOrListOnly_knowsThatACatalogListsIt() {
    compile(Map.of("lab/LabEvents.java", EVENTS, "lab/Tool.java", TOOL, "lab/runs/Run.java", RUN));

    SourceCompiler.Result result = compile(Map.of("lab/Tool.java", TOOL, "lab/runs/Run.java", RUN));

    assertThat(result.messages()).isEmpty();
  }

  @Test
  void typesThatAnotherProcessorGenerates_areWaitedFor() throws IOException {
    Map<String, String> missing = new HashMap<>();
    missing.put("lab.Tool", TOOL);
    missing.put("lab.Mode", "package lab;\npublic enum Mode { LATE }\n");
    String run =
        RUN.replace(
            "Mode mode", "lab.Mode mode, @Attr(brief = \"All\") java.util.Set<lab.Mode> all");

    SourceCompiler.Result result =
        new SourceCompiler(output)
            .processor(new LateSources(missing))
            .compile(Map.of("lab/LabEvents.java", EVENTS, "lab/runs/Run.java", run));

    assertThat(result.errors()).isEmpty();
    assertThat(read("META-INF/candor/registry/lab.LabEvents.yaml"))
        .contains("id: live_view", "id: late", "values: [late]");
  }

  @Test
  void manySettings_fitIntoGeneratedMethods() {
    String constants =
        IntStream.range(0, 1500)
            .mapToObj(i -> "@Setting(brief = \"b\", type = SettingType.FLAG) SETTING_" + i)
            .collect(Collectors.joining(",\n"));

    SourceCompiler.Result result =
        compile(
            Map.of(
                "lab/Key.java",
                "package lab;\nimport dev.candor.telemetry.*;\nenum Key implements SettingKey {\n"
                    + constants
                    + "\n}\n",
                "lab/Events.java",
                """
                package lab;
                @dev.candor.telemetry.EventCatalog(settings = Key.class) interface Events {}
                """));

    assertThat(result.messages()).isEmpty();
  }

  @Test
  void deletedEvent_isJavacsErrorAndNothingIsWritten() {
    SourceCompiler.Result result =
        compile(Map.of("lab/LabEvents.java", EVENTS, "lab/Tool.java", TOOL));

    assertThat(result.success()).isFalse();
    assertThat(result.errors()).noneMatch(error -> error.contains("Candor"));
    assertThat(output.resolve("META-INF/services")).doesNotExist();
  }

  @Test
  void protectedRecordOfAnotherPackage_cannotBeReached() {
    SourceCompiler.Result result =
        compile(
            Map.of(
                "base/Base.java",
                RUN.replace("package lab.runs;", "package base;")
                        .replace("@TelemetryEvent", "public class Base {\n@TelemetryEvent")
                        .replace("public record", "protected record")
                    + "}\n",
                "lab/Sub.java",
                """
                package lab;
                class Sub extends base.Base {
                  @dev.candor.telemetry.EventCatalog(events = Run.class) interface Events {}
                }
                """));

    assertThat(result.errors()).anyMatch(error -> error.contains("cannot reach Run"));
  }

  private SourceCompiler.Result module(String moduleInfo) {
    return new SourceCompiler(output)
        .option("-Xlint:all,-processing")
        .compile(
            Map.of(
                "module-info.java",
                moduleInfo,
                "lab/LabEvents.java",
                EVENTS,
                "lab/Tool.java",
                TOOL,
                "lab/runs/Run.java",
                RUN));
  }

  private SourceCompiler.Result compile(Map<String, String> sources) {
    return new SourceCompiler(output).option("-Xlint:all,-processing").compile(sources);
  }

  private String services() throws IOException {
    return read("META-INF/services/dev.candor.telemetry.spi.GeneratedCatalog");
  }

  private String read(String file) throws IOException {
    return Files.readString(output.resolve(file));
  }
}
