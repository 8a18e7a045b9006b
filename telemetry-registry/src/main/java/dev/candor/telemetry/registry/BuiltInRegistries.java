package dev.candor.telemetry.registry;

import java.util.List;

/**
 * The registries that come with Candor: the built-in events, the probe of operators and, where its
 * jar is, Squid's.
 */
public final class BuiltInRegistries {
  private static final String SQUID = "dev.candor.telemetry.squid.SquidEvents";

  /** Their catalogues, by qualified name. */
  public static final List<String> CATALOGUES =
      List.of("dev.candor.telemetry.CandorEvents", "dev.candor.probe", SQUID);

  private BuiltInRegistries() {}

  /** A reader that has them already; an application's own are added to it. */
  public static RegistryReader reader() {
    ClassLoader loader = BuiltInRegistries.class.getClassLoader();
    RegistryReader reader = RegistryReader.create();
    for (String name : CATALOGUES) {
      if (!name.equals(SQUID) || RegistryReader.isThere(loader, name)) {
        reader.catalogue(loader, name);
      }
    }
    return reader;
  }
}
