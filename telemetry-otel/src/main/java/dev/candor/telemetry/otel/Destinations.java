package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationProvider.SettingRow;
import dev.candor.telemetry.exporter.DestinationProviders;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The destinations that settings ask for: OTLP, and the vendors whose exporters are there. */
final class Destinations {
  private Destinations() {}

  /**
   * One destination that settings ask for.
   *
   * @param name its name
   * @param destination null if it cannot be used
   * @param settings what its exporter reads; of OTLP nothing, that is the engine's
   * @param faults why not: settings and rules, never a value
   */
  record Configured(
      String name,
      @Nullable Destination destination,
      List<SettingRow> settings,
      List<String> faults) {}

  /** Those that can be used, OTLP first, then by name; warns of each that cannot. Opens nothing. */
  static List<Destination> of(EngineSettings settings, Vocabulary vocabulary) {
    List<Destination> destinations = new ArrayList<>();
    List<Configured> all = configured(settings, vocabulary, Warnings::once);
    for (Configured one : all) {
      if (one.destination() != null) {
        destinations.add(one.destination());
      } else {
        Warnings.once(
            "telemetry does not go to " + one.name() + ": " + String.join("; ", one.faults()));
      }
    }
    warnOfUnread("the builder", settings.given().built().keySet(), all);
    warnOfUnread(
        EngineSetting.TELEMETRY_SETTINGS_FILE.name(), settings.given().file().keySet(), all);
    warnOfStrangers(settings, all);
    return List.copyOf(destinations);
  }

  // A slip of the pen would otherwise leave a limit or a share without effect, and nobody would
  // see.
  private static void warnOfStrangers(EngineSettings settings, List<Configured> all) {
    Set<String> names = all.stream().map(Configured::name).collect(Collectors.toSet());
    Map.of(
            EngineSetting.TELEMETRY_RATE_LIMIT, settings.rateLimit(),
            EngineSetting.TELEMETRY_SAMPLE_RATE, settings.sampleRate())
        .forEach(
            (setting, numbers) -> {
              if (!numbers.namesOnly(names)) {
                Warnings.once(setting + " names a destination that is not configured");
              }
            });
  }

  /**
   * All that are asked for, OTLP first, then by name. Opens nothing.
   *
   * @param faults is told the role of an exporter that cannot even be asked
   */
  static List<Configured> configured(
      EngineSettings settings, Vocabulary vocabulary, Consumer<String> faults) {
    List<Configured> all = new ArrayList<>();
    URI endpoint = settings.endpoint();
    if (endpoint != null) {
      all.add(new Configured(OtlpDestination.NAME, otlp(endpoint, settings), List.of(), List.of()));
    }
    all.addAll(vendors(settings, vocabulary, faults));
    return List.copyOf(all);
  }

  private static List<Configured> vendors(
      EngineSettings settings, Vocabulary vocabulary, Consumer<String> faults) {
    List<Configured> all = new ArrayList<>();
    Set<String> names = new HashSet<>(Set.of(OtlpDestination.NAME));
    DestinationProviders.find(settings.given()::has, Destinations.class.getClassLoader(), faults)
        .stream()
        .filter(provider -> names.add(provider.name()))
        .sorted(Comparator.comparing(DestinationProvider::name))
        .forEach(provider -> all.add(make(provider, settings, vocabulary)));
    return all;
  }

  /** The hosts that would learn the address of this machine. Opens nothing. */
  static List<String> hosts(EngineSettings settings) {
    List<String> hosts = new ArrayList<>();
    URI endpoint = settings.endpoint();
    if (endpoint != null) {
      // Asked before an answer: making the destination would load its libraries and start a thread.
      hosts.add(endpoint.getHost());
    }
    for (Configured one : vendors(settings, Vocabulary.none(), Warnings::once)) {
      if (one.destination() != null) {
        hosts.add(one.destination().host());
        one.destination().close();
      }
    }
    return hosts;
  }

  /** Warns of names that neither engine nor exporter reads: misspelt, perhaps. */
  private static void warnOfUnread(String giver, Set<String> names, List<Configured> all) {
    Set<String> unread = new TreeSet<>(names);
    EngineSetting.rows().forEach(row -> unread.remove(row.name()));
    all.forEach(one -> one.settings().forEach(row -> unread.remove(row.name())));
    if (!unread.isEmpty()) {
      Warnings.once(giver + " gives settings that nobody reads: " + String.join(", ", unread));
    }
  }

  private static Destination otlp(URI endpoint, EngineSettings settings) {
    Destination otlp =
        OtlpDestination.builder(endpoint)
            .headers(settings::headers)
            .clock(settings.clock())
            .build();
    return new TunedDestination(otlp, Tuning.ofOtlp(otlp, settings));
  }

  private static Configured make(
      DestinationProvider provider, EngineSettings settings, Vocabulary vocabulary) {
    VendorSettings given = new VendorSettings(settings, vocabulary);
    List<SettingRow> rows = List.of();
    Destination made = null;
    try {
      rows = provider.settings();
      made = provider.create(given);
      if (made != null && given.faults().isEmpty()) {
        return new Configured(
            made.name(),
            new TunedDestination(made, Tuning.ofVendor(made, settings)),
            rows,
            List.of());
      }
      if (made != null) {
        made.close();
      }
    } catch (RuntimeException | LinkageError e) {
      return new Configured(provider.name(), null, rows, List.of("its exporter failed"));
    }
    return new Configured(provider.name(), null, rows, List.copyOf(given.faults()));
  }
}
