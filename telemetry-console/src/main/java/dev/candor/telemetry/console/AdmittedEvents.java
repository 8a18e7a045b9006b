package dev.candor.telemetry.console;

import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.door.Doorkeeper;
import dev.candor.telemetry.exporter.door.GivenSpan;
import dev.candor.telemetry.registry.Contract;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.Sanitizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the registries let pass of spans from a file: the same as at any other door. */
final class AdmittedEvents {
  private AdmittedEvents() {}

  /**
   * Returns the items by the id of their installation, which is empty where none is given.
   *
   * @param environment where values of this machine are looked for, which no text may hold
   * @param leftOut is told what is kept back
   */
  static Map<String, List<Item>> of(
      Registry registry, List<GivenSpan> spans, Map<String, String> environment, LeftOut leftOut) {
    Set<String> services =
        spans.stream()
            .map(span -> String.valueOf(span.resource().get("service.name")))
            .collect(Collectors.toSet());
    Map<String, String> properties =
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
    Sanitizer sanitizer = Sanitizer.create(KnownValues.ofThisMachine(properties, environment));
    Doorkeeper doorkeeper = new Doorkeeper(Contract.of(registry, sanitizer, services));
    Map<String, List<Item>> items = new LinkedHashMap<>();
    for (GivenSpan span : spans) {
      Doorkeeper.Passage passage =
          doorkeeper.admit(span, (reason, key) -> leftOut.add(span.name(), reason, key));
      if (passage.item() != null) {
        String id = passage.admission().installationId();
        items.computeIfAbsent(id == null ? "" : id, key -> new ArrayList<>()).add(passage.item());
      }
    }
    return items;
  }
}
