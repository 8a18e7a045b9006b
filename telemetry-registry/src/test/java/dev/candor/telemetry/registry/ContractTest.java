package dev.candor.telemetry.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.Sanitizer;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of each kind: what passes, what does not, and how it is counted. */
@Tag("P4")
class ContractTest {
  private static final String SESSION = "0190a8a0-1234-7abc-8def-0123456789ab";
  private static final String PLAIN =
      """
      file_format: definition/2
      attributes:
        - {key: a.flag, type: boolean, annotations: {candor: {kind: flag}}}
        - {key: a.whole, type: int, annotations: {candor: {kind: integer, min: 0, max: 16}}}
        - {key: a.share, type: double, annotations: {candor: {kind: decimal, min: 0, max: 0.1}}}
        - {key: a.took, type: double, annotations: {candor: {kind: duration}}}
        - {key: a.mode, type: string, annotations: {candor: {kind: constant, values: [x, y]}}}
        - {key: a.modes, type: string, annotations: {candor: {kind: constants, values: [x, y]}}}
        - {key: a.trail, type: string, annotations: {candor: {kind: trail, values: [x, y]}}}
        - {key: a.set, type: string, annotations: {candor: {kind: setting, values: [mono8]}}}
        - {key: a.hash, type: string, annotations: {candor: {kind: hashed}}}
        - {key: a.text, type: string, annotations: {candor: {kind: text, max: 20}}}
        - {key: a.type, type: string, annotations: {candor: {kind: type_name}}}
        - {key: a.trace, type: string, annotations: {candor: {kind: stacktrace}}}
        - {key: session.id, type: string, annotations: {candor: {kind: session_id}}}
        - {key: a.version, type: string, annotations: {candor: {kind: version}}}
        - {key: a.hex, type: string, annotations: {candor: {kind: hex64}}}
        - {key: a.word, type: string, annotations: {candor: {kind: word}}}
        - {key: service.name, type: string, annotations: {candor: {kind: word}}}
        - {key: host.arch, type: string, annotations: {candor: {kind: word}}}
        - {key: app.installation.id, type: string, annotations: {candor: {kind: installation_id}}}
        - {key: candor.report.id, type: string, annotations: {candor: {kind: hex32}}}
      attribute_groups:
        - id: candor.resource
          type: attribute_group
          attributes: [{ref: service.name}, {ref: host.arch}, {ref: app.installation.id}, {ref: candor.report.id}]
      spans:
        - type: a.run
          kind: internal
          name: {note: a.run}
          attributes: [{ref: a.flag}, {ref: a.whole}, {ref: a.share}, {ref: a.took}, {ref: a.mode},
            {ref: a.modes}, {ref: a.trail}, {ref: a.set}, {ref: a.hash}, {ref: a.text}, {ref: a.type},
            {ref: a.trace}, {ref: session.id}, {ref: a.version}, {ref: a.hex}, {ref: a.word}]
        - {type: a.strict, kind: internal, name: {note: a.strict}, attributes: [{ref: a.flag, requirement_level: required}]}
      """;

  private final Contract contract =
      Contract.of(
          RegistryReader.create().text("plain", PLAIN).read(),
          Sanitizer.create(KnownValues.collect(Map.of("user.name", "jdoe"), Map.of())),
          Set.of("lab"));

  private Admission value(String key, Object value) {
    return contract.admit("a.run", Map.of(key, value), Map.of());
  }

  private static Object typed(String text) {
    return switch (text.length() < 2 ? "" : text.substring(0, 2)) {
      case "b:" -> Boolean.valueOf(text.substring(2));
      case "l:" -> Long.valueOf(text.substring(2));
      case "d:" -> Double.valueOf(text.substring(2));
      default -> text.replace("\\n", "\n");
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.flag    | b:true",
        "a.whole   | l:0",
        "a.whole   | l:16",
        "a.share   | d:0.0",
        "a.share   | d:0.1",
        "a.took    | d:1e300",
        "a.mode    | x",
        "a.modes   | x,y",
        "a.trail   | x,x,y",
        "a.set     | true",
        "a.set     | -0.5",
        "a.set     | mono8",
        "a.hash    | 0123456789abcdef0123456789abcdef",
        "a.text    | stage is slow",
        "a.type    | java.io.IOException",
        "a.type    | ValueError",
        "a.type    | unknown",
        "a.trace   | java.io.IOException\\n  at a.b.C.run:12 *\\n  ... 3 more\\ncaused by OSError",
        "session.id| 0190a8a0-1234-7abc-8def-0123456789ab",
        "a.version | 1.4.2-rc1+g0123abc",
        "a.version | 0123abc",
        "a.hex     | 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "a.word    | in-house.build_2",
      })
  void value_thatFitsItsKind_passesUnchanged(String key, String text) {
    Object value = typed(text);

    Admission admission = value(key, value);

    assertThat(admission.attributes()).containsExactly(Map.entry(key, value));
    assertThat(admission.omissions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TYPE     | a.flag    | true",
        "TYPE     | a.whole   | d:1",
        "TYPE     | a.share   | l:0",
        "TYPE     | a.mode    | b:true",
        "RANGE    | a.whole   | l:17",
        "RANGE    | a.whole   | l:-1",
        "RANGE    | a.share   | d:0.11",
        "RANGE    | a.share   | d:-0.01",
        "RANGE    | a.took    | d:NaN",
        "RANGE    | a.took    | d:Infinity",
        "UNLISTED | a.mode    | alice",
        "UNLISTED | a.modes   | x,alice",
        "UNLISTED | a.trail   | x,",
        "UNLISTED | a.set     | alice",
        "UNLISTED | a.set     | 007",
        "UNLISTED | a.word    | Alice Smith",
        "SHAPE    | a.hash    | 0123456789ABCDEF0123456789abcdef",
        "SHAPE    | a.type    | alice",
        "SHAPE    | a.type    | a..B",
        "SHAPE    | a.trace   | OSError\\n  at /home/alice/x.py:12",
        "SHAPE    | a.trace   | OSError: cannot open alice.tif",
        "SHAPE    | a.trace   | OSError\\n  at a.b:012",
        "SHAPE    | session.id| 0190a8a0-1234-4abc-8def-0123456789ab",
        "SHAPE    | a.version | alice-smith",
        "SHAPE    | a.version | 1.2-alice",
        "SHAPE    | a.version | 192.168.0.1.5.6.7.8.9.10.11.12.13.14.15.16",
        "SHAPE    | a.hex     | 0123",
        "KEY      | a.other   | x",
        "KEY      | service.name | lab",
      })
  void value_thatDoesNotFit_isLeftOutAndCounted(Omission reason, String key, String text) {
    Admission admission = value(key, typed(text));

    assertThat(admission.isAdmitted()).isTrue();
    assertThat(admission.attributes()).isEmpty();
    assertThat(admission.omissions()).containsExactly(Map.entry(reason, 1));
  }

  @Test
  void text_withAMailAddress_passesMaskedAndCounted() {
    Admission admission = value("a.text", "ask jane@example.org");

    assertThat(admission.attributes()).containsExactly(Map.entry("a.text", "ask <email>"));
    assertThat(admission.omissions()).containsExactly(Map.entry(Omission.MASKED, 1));
  }

  @Test
  void trace_wellFormedNamesWithData_passesWithoutThem() {
    String given =
        "OSError\n  at com.jdoe.Main.run:12 *\n  at lab.Main.sk_live_4eC39HqLyjWDarjtT1zdp7dc:7"
            + "\n  at lab.Main.main:3";

    Admission admission = value("a.trace", given);

    assertThat(admission.attributes())
        .containsExactly(
            Map.entry(
                "a.trace",
                "OSError\n  at unknown.run:12 *\n  at lab.Main.unknown:7\n  at lab.Main.main:3"));
    assertThat(admission.omissions()).containsExactly(Map.entry(Omission.MASKED, 2));
  }

  @Test
  void trace_typeWithAKnownValue_isLeftOut() {
    assertThat(value("a.trace", "com.jdoe.StageError\n  at lab.Main.main:3").omissions())
        .containsExactly(Map.entry(Omission.SENSITIVE, 1));
  }

  @Test
  void text_longerThanDeclared_isMaskedBeforeItIsCut() {
    Admission admission = value("a.text", "long enough jane@example.org and more");

    assertThat(admission.attributes().get("a.text")).isEqualTo("long enough <email> ");
  }

  @Test
  void text_withAnInvisibleCharacter_isLeftOut() {
    assertThat(value("a.text", "stage\u200bslow").omissions())
        .containsExactly(Map.entry(Omission.SHAPE, 1));
  }

  @Test
  void name_unregistered_passesNothing() {
    Admission admission =
        contract.admit("GET /users/jane@example.org", Map.of("a.flag", true), Map.of());

    assertThat(admission.isAdmitted()).isFalse();
    assertThat(admission.attributes()).isEmpty();
    assertThat(admission.omissions()).containsExactly(Map.entry(Omission.NAME, 1));
    assertThat(admission.toString()).doesNotContain("jane");
  }

  @Test
  void requiredKey_missing_passesNothing() {
    Admission admission = contract.admit("a.strict", Map.of(), Map.of());

    assertThat(admission.isAdmitted()).isFalse();
    assertThat(admission.omissions()).containsExactly(Map.entry(Omission.REQUIRED, 1));
  }

  @Test
  void resource_ofAHost_keepsOnlyWhatIsDeclared() {
    String installation = "0190a8a0-1234-4abc-8def-0123456789ab";

    Admission admission =
        contract.admit(
            "a.run",
            Map.of("session.id", SESSION),
            Map.of(
                "service.name", "lab",
                "host.arch", "amd64",
                "host.name", "janes-laptop",
                "candor.report.id", "0123456789abcdef0123456789abcdef",
                "app.installation.id", installation));

    assertThat(admission.resource())
        .containsExactly(Map.entry("host.arch", "amd64"), Map.entry("service.name", "lab"));
    assertThat(admission.installationId()).isEqualTo(installation);
    assertThat(admission.omissions()).containsExactly(Map.entry(Omission.KEY, 2));
  }

  @Test
  void resource_withAServiceThatNobodyNamed_losesIt() {
    Admission admission =
        contract.admit("a.run", Map.of(), Map.of("service.name", "janes-experiment"));

    assertThat(admission.resource()).isEmpty();
    assertThat(admission.omissions()).containsExactly(Map.entry(Omission.UNLISTED, 1));
  }

  @Test
  void witness_hearsEachKeyThatIsLeftOut() {
    List<String> heard = new ArrayList<>();

    contract.admit(
        "a.run",
        Map.of("a.other", "x"),
        Map.of("host.name", "y"),
        (reason, key) -> heard.add(reason.wireName() + " " + key));

    assertThat(heard).containsExactly("key a.other", "key host.name");
  }

  @Test
  void admit_nullsAndForeignClasses_areCountedAndNeverThrown() {
    Map<String, @Nullable Object> odd = new HashMap<>();
    odd.put(null, "x");
    odd.put("a.mode", null);
    odd.put("a.whole", List.of(1L));

    Admission admission = contract.admit("a.run", odd, Map.of());

    assertThat(admission.omissions())
        .containsOnly(Map.entry(Omission.KEY, 1), Map.entry(Omission.TYPE, 2));
    assertThat(contract.admit(null, odd, odd).isAdmitted()).isFalse();
  }

  @Test
  void admit_mapThatFails_isAFaultAndNeverThrown() {
    Map<String, Object> failing =
        new AbstractMap<>() {
          @Override
          public java.util.Set<Entry<String, Object>> entrySet() {
            throw new IllegalStateException("jane@example.org");
          }
        };

    assertThat(contract.admit("a.run", failing, failing).omissions())
        .containsExactly(Map.entry(Omission.FAULT, 2));
  }

  @Test
  void everyValueOfTheLabRegistry_hasARule() {
    Contract lab =
        Contract.of(TestRegistries.lab(), Sanitizer.create(KnownValues.none()), Set.of());

    for (String key : TestRegistries.lab().keys()) {
      assertThat(lab.admit("imaging.run", Map.of(key, List.of()), Map.of()).attributes()).isEmpty();
    }
  }
}
