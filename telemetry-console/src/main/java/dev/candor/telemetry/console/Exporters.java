package dev.candor.telemetry.console;

import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationProviders;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The exporters on the class path, configured or not. */
final class Exporters {
  /** Says what happens, and sends nothing anywhere. */
  private static final String DEBUG = "DEBUG_TELEMETRY";

  private Exporters() {}

  /**
   * Returns all of them.
   *
   * @param faults is told what could not be read or made
   */
  static List<DestinationProvider> all(Consumer<String> faults) {
    return DestinationProviders.find(setting -> true, Exporters.class.getClassLoader(), faults);
  }

  /** The names of all settings that turn one on or say where it sends. */
  static Set<String> settings() {
    return all(fault -> {}).stream()
        .flatMap(provider -> provider.settings().stream())
        .map(DestinationProvider.SettingRow::name)
        .filter(name -> !name.equals(DEBUG))
        .collect(Collectors.toSet());
  }
}
