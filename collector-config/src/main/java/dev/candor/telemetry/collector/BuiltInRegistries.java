package dev.candor.telemetry.collector;

import java.util.List;

/** The registries that come with Candor: the built-in events and Squid's. */
public final class BuiltInRegistries {
  /** Their catalogues, by qualified name. */
  public static final List<String> CATALOGUES =
      List.of("dev.candor.telemetry.CandorEvents", "dev.candor.telemetry.squid.SquidEvents");

  private BuiltInRegistries() {}

  /** A reader that has them already; an application's own are added to it. */
  public static RegistryReader reader() {
    RegistryReader reader = RegistryReader.create();
    CATALOGUES.forEach(name -> reader.catalogue(BuiltInRegistries.class.getClassLoader(), name));
    return reader;
  }
}
