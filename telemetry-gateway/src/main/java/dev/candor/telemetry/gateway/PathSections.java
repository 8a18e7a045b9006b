package dev.candor.telemetry.gateway;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationProviders;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The part of a file that opens paths; each vendor's exporter checks its own settings. */
final class PathSections {
  private static final String PACE = "requests-per-minute";
  private static final int DEFAULT_PACE = 3_000;
  private static final int MOST_DAYS = 3_650;
  private static final int DEFAULT_DAYS = 30;

  private final Path folder;
  private final Map<String, String> environment;
  private final List<VendorName> names;
  private final Clock clock;

  /**
   * Reads for one file.
   *
   * @param folder that paths of files are relative to
   * @param names what vendors call events, as the registries say
   */
  PathSections(Path folder, Map<String, String> environment, List<VendorName> names, Clock clock) {
    this.folder = folder;
    this.environment = environment;
    this.names = names;
    this.clock = clock;
  }

  /** Opens what stands there; without a builder it only looks for faults. */
  void read(@Nullable YamlPart part, GatewayConfig.@Nullable Builder builder) {
    Set<String> names = new TreeSet<>();
    for (GatewayPath path : GatewayPath.values()) {
      names.add(path.wireName());
    }
    Map<String, YamlPart> parts = part == null ? Map.of() : part.parts(names);
    parts.forEach(
        (name, section) -> {
          GatewayPath path = GatewayPath.of(name).orElseThrow();
          if (path == GatewayPath.STORE) {
            store(section, builder);
          } else {
            vendor(path, section, builder);
          }
        });
  }

  private static void store(YamlPart section, GatewayConfig.@Nullable Builder builder) {
    YamlPart days = section.parts(Set.of("retention-days")).get("retention-days");
    long age = days == null ? DEFAULT_DAYS : days.number(1, MOST_DAYS, DEFAULT_DAYS);
    if (builder != null) {
      builder.store(Duration.ofDays(age));
    }
  }

  private void vendor(GatewayPath path, YamlPart section, GatewayConfig.@Nullable Builder builder) {
    DestinationProvider provider = provider(path);
    if (provider == null) {
      section.fault("needs the exporter's jar on the class path");
      return;
    }
    Set<String> known = new HashSet<>(Set.of(PACE));
    provider.settings().forEach(row -> known.add(row.name()));
    Map<String, YamlPart> parts = section.parts(known);
    VendorNotices notices = builder == null ? new VendorNotices() : builder.notices();
    PathSettings settings =
        new PathSettings(
            section,
            parts,
            new PathSettings.Around(environment, names, clock, text -> notices.warn(path, text)));
    provider.settings().forEach(row -> settings.read(row, folder));
    Destination destination = provider.create(settings);
    YamlPart pace = parts.get(PACE);
    long requests = pace == null ? DEFAULT_PACE : pace.number(1, 1_000_000, DEFAULT_PACE);
    if (destination == null) {
      return;
    }
    if (builder == null) {
      destination.close();
    } else {
      builder.destination(path, destination, (int) requests);
    }
  }

  private static @Nullable DestinationProvider provider(GatewayPath path) {
    return DestinationProviders.find(setting -> true, ConfigFile.class.getClassLoader(), role -> {})
        .stream()
        .filter(one -> one.name().equals(path.wireName()))
        .findFirst()
        .orElse(null);
  }
}
