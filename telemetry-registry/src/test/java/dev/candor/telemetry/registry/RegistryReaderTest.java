package dev.candor.telemetry.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P12")
class RegistryReaderTest {
  private static final String HEAD = "file_format: definition/2\n";
  private static final String MODE =
      "attributes: [{key: a.mode, type: {members: [{id: x, value: x}]},"
          + " annotations: {candor: {kind: constant}}}]\n";

  private static Registry read(String... texts) {
    RegistryReader reader = RegistryReader.create();
    for (String text : texts) {
      reader.text("file" + text.hashCode() + ".yaml", text);
    }
    return reader.read();
  }

  @Test
  void read_labRegistry_knowsItsNames() {
    Registry registry = TestRegistries.lab();

    assertThat(registry.spanNames()).containsExactly("app.error", "imaging.run");
    assertThat(registry.metricNames()).containsExactly("imaging.run.count", "imaging.run.duration");
    assertThat(registry.keys()).contains("imaging.run.mode", "service.name").hasSize(21);
  }

  @Test
  void read_sameAttributeTwice_unitesMembers() {
    String other = MODE.replace("id: x, value: x", "id: y, value: y");
    String span =
        "spans: [{type: a, kind: internal, name: {note: a}, attributes: [{ref: a.mode}]}]\n";

    Registry registry = read(HEAD + MODE, HEAD + other + span);

    assertThat(registry.rules(registry.keys()))
        .singleElement()
        .satisfies(rule -> assertThat(rule.values()).containsExactly("x", "y"));
  }

  @Test
  void read_builtInsAndAFile_knowsBoth() {
    // region: read
    Registry registry = BuiltInRegistries.reader().file(TestRegistries.LAB).read();
    // endregion

    assertThat(registry.spanNames()).contains("session.start", "acquisition.run", "imaging.run");
  }

  @Test
  void catalogue_unknown_saysWhatIsMissing() {
    RegistryReader reader = RegistryReader.create();

    assertThatThrownBy(() -> reader.catalogue(getClass().getClassLoader(), "no.Such"))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("META-INF/candor/registry/no.Such.yaml")
        .hasMessageContaining("annotation processor");
  }

  @Test
  void file_missing_isReported() {
    RegistryReader reader = RegistryReader.create();
    Path missing = Path.of("no-such.yaml");

    assertThatThrownBy(() -> reader.file(missing)).isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "expected a mapping| []",
        "not one YAML document| a: [",
        "not one YAML document| a: 1\\na: 2",
        "not one YAML document| a: &x [1]\\nb: *x\\nc: *x\\n---\\nd: 1",
        "must be definition/2| file_format: definition/1",
        "only these keys| file_format: definition/2\\nevents: []",
        "only these keys| HATTR{key: a, type: int, unit: s, ANN integer}}}]",
        "'key' must be a text| HATTR{type: int, ANN integer}}}]",
        "'key' must be dotted| HATTR{key: A, type: int, ANN integer}}}]",
        "'annotations' is missing| HATTR{key: a, type: int}]",
        "'kind' is not one| HATTR{key: a, type: string, ANN free}}}]",
        "must be int| HATTR{key: a, type: string, ANN integer}}}]",
        "needs 'max'| HATTR{key: a, type: string, ANN text}}}]",
        "'min' must be a number| HATTR{key: a, type: int, ANN integer, min: few}}}]",
        "'max' must be a finite| HATTR{key: a, type: double, ANN decimal, max: .inf}}}]",
        "must list texts| HATTR{key: a, type: string, ANN setting, values: [1]}}}]",
        "must be a list| HATTR{key: a, type: string, ANN setting, values: x}}}]",
        "only texts have| HATTR{key: a, type: int, ANN integer, values: [x]}}}]",
        "printable ASCII| HATTR{key: a, type: string, ANN trail, values: ['x,y']}}}]",
        "would mask a member| HATTR{key: a, type: string, ANN setting, values: [/home/x]}}}]",
        "like a variable| HATTR{key: a, type: string, ANN setting, values: ['${env:X}']}}}]",
        "which no registry declares| HSPAN{type: a, kind: internal, name: {note: a}, attributes: [{ref: b}]}]",
        "must be internal| HSPAN{type: a, kind: client, name: {note: a}}]",
        "must be the type| HSPAN{type: a, kind: internal, name: {note: b}}]",
        "must name a group| HSPAN{type: a, kind: internal, name: {note: a}, attributes: [{ref_group: g}]}]",
        "counter or histogram| HMET{name: a, instrument: gauge, unit: s}]",
        "UCUM| HMET{name: a, instrument: counter, unit: 'a b'}]",
        "another shape| HMET{name: a, instrument: counter, unit: s}, {name: a, instrument: counter, unit: m}]",
        "another kind| HATTR{key: a, type: int, ANN integer}}}, {key: a, type: boolean, ANN flag}}}]",
      })
  void read_faultyRegistry_isRefusedWithFileAndRule(String rule, String yaml) {
    String text =
        yaml.replace("\\n", "\n")
            .replace("HATTR", HEAD + "attributes: [")
            .replace("HSPAN", HEAD + "spans: [")
            .replace("HMET", HEAD + "metrics: [")
            .replace("ANN", "annotations: {candor: {kind:");

    assertThatThrownBy(() -> RegistryReader.create().text("faulty.yaml", text).read())
        .isInstanceOf(RegistryException.class)
        .hasMessageStartingWith("faulty.yaml")
        .hasMessageContaining(rule);
  }

  private static String named(String names) {
    return HEAD
        + MODE
        + "spans: [{type: a, kind: internal, name: {note: a}, attributes: [{ref: a.mode}],"
        + " annotations: {candor: {vendor_names: "
        + names
        + "}}}]\n";
  }

  @Test
  void read_vendorNames_areKept() {
    Registry registry = read(named("{ga4: {event: run_done, attributes: {a.mode: mode}}}"));

    assertThat(registry.vendorNames())
        .containsExactly(
            new NameAtVendor("ga4", "a", "", "run_done"),
            new NameAtVendor("ga4", "a", "a.mode", "mode"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{GA4: {event: x}}                  | short name",
        "{ga4: {name: x}}                   | only these keys",
        "{ga4: {event: ' x'}}               | printable ASCII",
        "{ga4: {attributes: {b.mode: x}}}   | only attributes of the event",
        "{ga4: [x]}                         | expected a mapping"
      })
  void read_vendorNamesThatAreFaulty_nameTheRule(String names, String rule) {
    assertThatThrownBy(() -> read(named(names)))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining(rule);
  }

  @Test
  void read_twoNamesForOneEvent_isAFault() {
    assertThatThrownBy(() -> read(named("{ga4: {event: x}}"), named("{ga4: {event: y}}")))
        .hasMessageContaining("another name there");
  }

  @Test
  void page_ofNamedEvents_saysWhatVendorsCallThem() {
    String page =
        RegistryReader.create()
            .text("file", named("{ga4: {event: run_done, attributes: {a.mode: mode}}}"))
            .page();

    assertThat(page).contains("At ga4: the event is `run_done`, `a.mode` is `mode`.\n");
  }
}
