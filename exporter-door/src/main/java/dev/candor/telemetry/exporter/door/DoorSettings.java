package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.registry.BuiltInRegistries;
import dev.candor.telemetry.registry.Contract;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.registry.RegistryException;
import dev.candor.telemetry.registry.RegistryReader;
import dev.candor.telemetry.scrub.Grammars;
import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.Sanitizer;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the door itself reads of an SDK's properties. */
final class DoorSettings {
  static final String REGISTRY = "CANDOR_REGISTRY";
  static final String SERVICES = "CANDOR_SERVICES";
  static final String TIMEOUT = "TELEMETRY_TIMEOUT";

  private static final String REGISTRY_RULE =
      "must list, with commas, registry files (.yaml) or catalogues on the class path by qualified"
          + " name, all of them fit";
  private static final String SERVICES_RULE =
      "must be words of lower-case letters, digits, dashes and dots, with | between them";
  private static final int LONGEST_TIMEOUT = 30;

  private final PropertySettings settings;

  DoorSettings(PropertySettings settings) {
    this.settings = settings;
  }

  /** Whether an operator has said no: it wins over everything. */
  boolean isForbidden() {
    String track = settings.text("DO_NOT_TRACK");
    boolean isSet = track != null && !track.equals("0") && !track.equalsIgnoreCase("false");
    return isSet || "false".equalsIgnoreCase(settings.text("TELEMETRY_ENABLED"));
  }

  Duration timeout() {
    String given = settings.text(TIMEOUT);
    if (given == null) {
      return Duration.ofSeconds(5);
    }
    boolean isWhole = given.length() <= 2 && given.chars().allMatch(c -> c >= '0' && c <= '9');
    int seconds = isWhole ? Integer.parseInt(given) : 0;
    if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
      settings.fault(TIMEOUT, "must be 1 to 30 seconds");
      return Duration.ofSeconds(5);
    }
    return Duration.ofSeconds(seconds);
  }

  /** The contract to make at the first span; null if a registry cannot be used. */
  @Nullable Supplier<Contract> contract(ClassLoader loader) {
    Registry registry = registry(loader);
    Set<String> services = services();
    if (registry == null) {
      return null;
    }
    settings.vendorNames(RegisteredNames.of(registry));
    // What is personal on this machine is looked for late: on the thread that exports.
    return () -> Contract.of(registry, Sanitizer.create(knownValues()), services);
  }

  private @Nullable Registry registry(ClassLoader loader) {
    String given = settings.text(REGISTRY);
    try {
      RegistryReader reader = BuiltInRegistries.reader();
      for (String entry : given == null ? new String[0] : given.split(",", -1)) {
        String name = entry.strip();
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
          reader.file(Path.of(name));
        } else {
          reader.catalogue(loader, name);
        }
      }
      return reader.read();
    } catch (RegistryException | UncheckedIOException | InvalidPathException e) {
      settings.fault(REGISTRY, REGISTRY_RULE);
      return null;
    }
  }

  /** Without the setting the SDK's own service: its operator has named it. */
  private Set<String> services() {
    String given = settings.text(SERVICES);
    Set<String> services = new LinkedHashSet<>();
    for (String service : (given == null ? settings.service() : given).split("[|]", -1)) {
      if (Grammars.isWord(service)) {
        services.add(service);
      } else if (given != null) {
        settings.fault(SERVICES, SERVICES_RULE);
      }
    }
    return services;
  }

  private static KnownValues knownValues() {
    Map<String, String> properties = new HashMap<>();
    System.getProperties()
        .forEach((key, value) -> properties.put(key.toString(), value.toString()));
    return KnownValues.ofThisMachine(properties, System.getenv());
  }
}
