package dev.candor.telemetry;

import dev.candor.telemetry.spi.GeneratedCatalog;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the class that the annotation processor generated for a catalogue. */
final class CatalogLookup {
  // A service file with more faulty lines than this is not worth reading on.
  private static final int MAX_FAULTS = 100;

  private CatalogLookup() {}

  /**
   * Returns the generated catalogue, or null.
   *
   * <p>On the class path it is found by its name, which survives jars that are shaded without
   * merging service files; in a named module by {@code provides}, which needs no {@code opens}.
   */
  static @Nullable GeneratedCatalog find(Class<?> catalog) {
    GeneratedCatalog found = catalog.getModule().isNamed() ? byService(catalog) : byName(catalog);
    if (found != null) {
      return found;
    }
    // Tests patched into a module that exports their package; a catalogue written by hand.
    return catalog.getModule().isNamed() ? byName(catalog) : byService(catalog);
  }

  /** What the developer does about a catalogue that was not found. */
  static String hint(Class<?> catalog) {
    if (catalog.getModule().isNamed() && generatedClass(catalog) != null) {
      return "module "
          + catalog.getModule().getName()
          + " does not offer "
          + catalog.getName()
          + ": add to module-info.java the line 'provides "
          + GeneratedCatalog.class.getName()
          + " with "
          + generatedName(catalog)
          + ";'";
    }
    return "no class was generated for "
        + catalog.getName()
        + ": annotate the interface with @EventCatalog and run the annotation processor; in the"
        + " configuration of maven-compiler-plugin <annotationProcessorPaths><path>"
        + "<groupId>dev.candor</groupId><artifactId>telemetry-processor</artifactId>"
        + "<version>...</version></path></annotationProcessorPaths>";
  }

  /** {@code lab.LabEvents_Catalog}, or {@code lab.Outer_Inner_Catalog} for a nested interface. */
  static String generatedName(Class<?> catalog) {
    StringBuilder name = new StringBuilder(catalog.getSimpleName()).append("_Catalog");
    for (Class<?> outer = catalog.getEnclosingClass();
        outer != null;
        outer = outer.getEnclosingClass()) {
      name.insert(0, outer.getSimpleName() + "_");
    }
    String packageName = catalog.getPackageName();
    return packageName.isEmpty() ? name.toString() : packageName + "." + name;
  }

  private static @Nullable GeneratedCatalog byName(Class<?> catalog) {
    Class<?> generated = generatedClass(catalog);
    if (generated == null || !GeneratedCatalog.class.isAssignableFrom(generated)) {
      return null;
    }
    try {
      return (GeneratedCatalog) generated.getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      return null; // not what the processor generates; the caller reports it as missing
    }
  }

  private static @Nullable Class<?> generatedClass(Class<?> catalog) {
    try {
      return Class.forName(generatedName(catalog), false, catalog.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  private static @Nullable GeneratedCatalog byService(Class<?> catalog) {
    Iterator<ServiceLoader.Provider<GeneratedCatalog>> providers =
        ServiceLoader.load(GeneratedCatalog.class, catalog.getClassLoader()).stream().iterator();
    for (int faults = 0; faults < MAX_FAULTS; ) {
      try {
        if (!providers.hasNext()) {
          return null;
        }
        GeneratedCatalog generated = providers.next().get();
        if (generated.catalog() == catalog) {
          return generated;
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        faults++; // another jar's faulty service must not hide ours
      }
    }
    return null;
  }
}
