package dev.candor.telemetry.registry;

import java.nio.file.Path;

/** The registries that tests read. */
final class TestRegistries {
  static final Path LAB = Path.of("src", "test", "resources", "registry", "lab.yaml");

  private TestRegistries() {}

  /** A registry written by hand that has every kind. */
  static Registry lab() {
    return RegistryReader.create().file(LAB).read();
  }
}
