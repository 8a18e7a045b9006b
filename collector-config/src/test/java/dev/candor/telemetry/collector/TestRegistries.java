package dev.candor.telemetry.collector;

import dev.candor.telemetry.registry.BuiltInRegistries;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.registry.RegistryReader;
import java.nio.file.Path;

/** The registries that tests generate from. */
final class TestRegistries {
  static final Path LAB =
      Path.of(
          System.getProperty("candor.root"),
          "telemetry-registry",
          "src",
          "test",
          "resources",
          "registry",
          "lab.yaml");

  private TestRegistries() {}

  /** A registry written by hand that has every kind. */
  static Registry lab() {
    return RegistryReader.create().file(LAB).read();
  }

  /** What the shipped base is made of. */
  static Registry shipped() {
    return catalogues().read();
  }

  static Registry all() {
    return catalogues().file(LAB).read();
  }

  private static RegistryReader catalogues() {
    return BuiltInRegistries.reader();
  }
}
