package dev.candor.telemetry.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registries as one file, as a page, and what is wrong with them. */
@Tag("P12")
class RegistryExportTest {
  private static final String ONE =
      """
      file_format: definition/2
      attributes:
        - key: lab.mode
          type: {members: [{id: b, value: b, brief: B, stability: development}]}
          brief: Mode
          stability: development
          annotations: {candor: {kind: constant}}
        - {key: lab.count, type: int, brief: Count, stability: development, annotations: {candor: {kind: integer, min: 0, max: 5}}}
        - {key: lab.open, type: int, brief: Open, stability: development, annotations: {candor: {kind: integer, min: 0, max: 5}}}
      spans:
        - {type: lab.run, kind: internal, name: {note: lab.run}, brief: First, stability: development, attributes: [{ref: lab.mode}]}
      metrics: []
      """;
  private static final String OTHER =
      """
      file_format: definition/2
      attributes:
        - key: lab.mode
          type: {members: [{id: a, value: a, brief: A, stability: development}]}
          brief: Other words
          stability: development
          annotations: {candor: {kind: constant}}
        - {key: lab.count, type: int, brief: Count, stability: development, annotations: {candor: {kind: integer, min: -1, max: 4}}}
        - {key: lab.open, type: int, brief: Open, stability: development, annotations: {candor: {kind: integer, min: 1}}}
      spans:
        - {type: lab.run, kind: internal, name: {note: lab.run}, brief: Second, stability: development, attributes: [{ref: lab.mode, requirement_level: required}, {ref: lab.count}]}
      metrics: []
      """;

  @TempDir Path folder;

  @Test
  void export_allRegistries_readsBackAsTheSameRegistry() {
    RegistryReader all = BuiltInRegistries.reader().file(TestRegistries.LAB);

    Registry back = RegistryReader.create().text("export", all.export()).read();

    assertThat(rules(back)).isEqualTo(rules(all.read()));
  }

  @Test
  void export_twoOfOneName_areUnited() {
    RegistryReader both = RegistryReader.create().text("one", ONE).text("other", OTHER);

    Registry back = RegistryReader.create().text("export", both.export()).read();

    assertThat(rules(back)).isEqualTo(rules(both.read()));
    assertThat(both.export())
        .contains("brief: First", "min: -1", "max: 5", "requirement_level: required")
        .doesNotContain("brief: Second", "Other words");
  }

  @Test
  void export_ofItself_isUnchanged() {
    String once = BuiltInRegistries.reader().export();

    assertThat(RegistryReader.create().text("export", once).export()).isEqualTo(once);
  }

  @Test
  void export_catalogueAlone_mayReferToTheBuiltIns() {
    RegistryReader squid =
        RegistryReader.create()
            .catalogue(getClass().getClassLoader(), "dev.candor.telemetry.squid.SquidEvents");

    assertThat(squid.export()).contains("ref: session.id");
    assertThatThrownBy(squid::read).isInstanceOf(RegistryException.class);
  }

  @Test
  void page_lab_namesEventsReasonsValuesAndDaysKept() {
    String page = RegistryReader.create().file(TestRegistries.LAB).page();

    assertThat(page)
        .contains(
            "| `imaging.run` | One imaging run | Find out which runs fail | usage | 30 | imaging | 2028-01-01 |",
            "| `app.error` | One error | not said | not said |",
            "| `imaging.run.mode` | How positions were chosen | `select_wells`, `manual` |",
            "| `imaging.run.channels` | Channels | a whole number from 0 to 16 |",
            "| `imaging.run.overlap` | Overlap | a number from 0 to 0.5 |",
            "| `imaging.run.note` | Note | free text, sanitized, at most 1500 characters |",
            "| `imaging.run.count` | One imaging run | counter | `{event}` | `imaging.run.mode`,",
            "## What stands beside every event");
  }

  @Test
  void page_everyKind_hasWordsOfItsOwn() {
    String page = RegistryReader.create().file(TestRegistries.LAB).page();

    for (String key : TestRegistries.lab().keys()) {
      assertThat(page).containsPattern("\\| `" + key.replace(".", "[.]") + "` \\| .+ \\| .+ \\|");
    }
  }

  @Test
  void faults_severalFiles_nameFileLinePlaceAndRule() throws IOException {
    Path one =
        Files.writeString(
            folder.resolve("one.yaml"), ONE.replace("min: 0, max: 5}}}", "min: few, max: 5}}}"));
    Path other =
        Files.writeString(
            folder.resolve("other.yaml"),
            OTHER.replace("type: int, brief: Count", "type: boolean, brief: Count"));

    assertThat(BuiltInRegistries.reader().file(one).file(other).faults())
        .containsExactly(
            "one.yaml:8: attributes[1].annotations.candor: 'min' must be a number",
            "one.yaml:9: attributes[2].annotations.candor: 'min' must be a number",
            "other.yaml:8: attributes[1]: 'type' of this kind must be int");
  }

  @Test
  void faults_conflictingDefinitions_nameTheKeyAndWhoDeclaredItFirst() {
    RegistryReader reader =
        BuiltInRegistries.reader()
            .text("one", ONE)
            .text(
                "other",
                """
                file_format: definition/2
                attributes:
                  - {key: lab.count, type: boolean, brief: Count, annotations: {candor: {kind: flag}}}
                  - {key: session.id, type: boolean, brief: Id, annotations: {candor: {kind: flag}}}
                """);

    assertThat(reader.faults())
        .containsExactly(
            "other:3: attributes[0]: one declares lab.count with another kind",
            "other:4: attributes[1]: dev.candor.telemetry.CandorEvents declares session.id with"
                + " another kind");
  }

  @Test
  void faults_referenceWithoutAttribute_isNamed() {
    assertThat(
            RegistryReader.create()
                .text(
                    "one",
                    "file_format: definition/2\nspans:\n- type: a\n  kind: internal\n"
                        + "  name: {note: a}\n  attributes:\n  - {ref: b}\n")
                .faults())
        .containsExactly(
            "one:7: spans[0].attributes[0]: refers to attribute b, which no registry declares");
  }

  @Test
  void faults_noYaml_tellsWhereItEnds() {
    assertThat(RegistryReader.create().text("one", "a: b\n'alice").faults())
        .singleElement()
        .asString()
        .startsWith("one:2: not one YAML document")
        .doesNotContain("alice");
  }

  @Test
  void file_twoFilesOfOneName_areBothRead() throws IOException {
    Path here = Files.createDirectories(folder.resolve("a")).resolve("r.yaml");
    Path there = Files.createDirectories(folder.resolve("b")).resolve("r.yaml");
    Files.writeString(here, ONE);
    Files.writeString(there, OTHER.replace("lab.run", "lab.walk"));

    assertThat(RegistryReader.create().file(here).file(there).read().spanNames())
        .isEqualTo(new java.util.TreeSet<>(List.of("lab.run", "lab.walk")));
  }

  @Test
  void file_notUtf8_isRefusedByRule() throws IOException {
    Path file = Files.write(folder.resolve("r.yaml"), new byte[] {(byte) 0xff, 'a'});

    assertThatThrownBy(() -> RegistryReader.create().file(file))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("must be UTF-8");
  }

  private static List<Object> rules(Registry registry) {
    return List.of(
        registry.spans(),
        registry.metrics(),
        registry.rules(registry.keys()),
        registry.spanResource(),
        registry.metricResource());
  }
}
