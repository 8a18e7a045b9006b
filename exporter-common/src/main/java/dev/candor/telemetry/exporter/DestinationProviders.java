package dev.candor.telemetry.exporter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds the exporters on the class path without loading a class of those that nobody configured.
 *
 * <p>An exporter's jar has a service file {@code
 * META-INF/services/dev.candor.telemetry.exporter.DestinationProvider}. Each line names a
 * provider's class and, behind {@code #}, the settings that turn it on:
 *
 * <pre>{@code dev.candor.telemetry.exporter.ga4.Ga4Provider # GA_MEASUREMENT_ID GA_API_SECRET}
 * </pre>
 *
 * <p>It is turned on as soon as one of them is given; a provider that names none is always asked.
 */
public final class DestinationProviders {
  private static final String SERVICE = "META-INF/services/" + DestinationProvider.class.getName();

  private DestinationProviders() {}

  /**
   * Returns the providers that a setting turns on, in the order of the class path, each class once.
   *
   * @param isGiven whether a setting has a value
   * @param loader where to look
   * @param faults is told the role of what could not be read or made, never a path
   */
  public static List<DestinationProvider> find(
      Predicate<String> isGiven, ClassLoader loader, Consumer<String> faults) {
    List<DestinationProvider> providers = new ArrayList<>();
    lines(loader, faults)
        .forEach(
            (type, settings) -> {
              if (settings.isEmpty() || settings.stream().anyMatch(isGiven)) {
                try {
                  providers.add(
                      Class.forName(type, true, loader)
                          .asSubclass(DestinationProvider.class)
                          .getConstructor()
                          .newInstance());
                } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
                  faults.accept("an exporter's provider");
                }
              }
            });
    return providers;
  }

  private static Map<String, List<String>> lines(ClassLoader loader, Consumer<String> faults) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    try {
      for (URL file : Collections.list(loader.getResources(SERVICE))) {
        try (BufferedReader reader =
            new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
          reader.lines().forEach(line -> read(line, lines));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      faults.accept("an exporter's service file");
    }
    return lines;
  }

  private static void read(String line, Map<String, List<String>> lines) {
    int hash = line.indexOf('#');
    String type = (hash < 0 ? line : line.substring(0, hash)).strip();
    if (!type.isEmpty()) {
      String settings = hash < 0 ? "" : line.substring(hash + 1).strip();
      lines.putIfAbsent(type, settings.isEmpty() ? List.of() : List.of(settings.split("\\s+")));
    }
  }
}
