package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.registry.BuiltInRegistries;
import dev.candor.telemetry.registry.Contract;
import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.Sanitizer;
import java.util.Set;

/** The built-in events and the test kit's. */
final class TestContracts {
  static final String LAB =
      """
      file_format: definition/2
      attributes:
        - {key: imaging.run.channels, type: int, annotations: {candor: {kind: integer, min: 0}}}
        - {key: imaging.run.note, type: string, annotations: {candor: {kind: text, max: 100}}}
      spans:
        - {type: imaging.run, kind: internal, name: {note: imaging.run}, attributes: [{ref: imaging.run.channels}, {ref: imaging.run.note}, {ref: session.id}]}
        - {type: imaging.strict, kind: internal, name: {note: imaging.strict}, attributes: [{ref: imaging.run.channels, requirement_level: required}]}
      """;

  private TestContracts() {}

  static Contract lab() {
    return Contract.of(
        BuiltInRegistries.reader().text("lab", LAB).read(),
        Sanitizer.create(KnownValues.none()),
        Set.of("lab"));
  }
}
