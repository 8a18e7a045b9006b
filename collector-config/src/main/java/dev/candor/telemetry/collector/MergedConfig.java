package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The configuration that base and overlays make together, and the rules that it must keep. */
final class MergedConfig {
  private static final String SCRUBBED = "forward/scrubbed";

  private final JsonNode merged;
  private final List<String> faults = new ArrayList<>();

  private MergedConfig(JsonNode merged) {
    this.merged = merged;
  }

  static MergedConfig of(JsonNode merged) {
    return new MergedConfig(merged);
  }

  List<String> faultsAgainst(JsonNode base) {
    for (String section : List.of("processors", "receivers", "connectors")) {
      same(base, section);
    }
    for (String section : List.of("extensions", "exporters")) {
      kept(base, section);
    }
    serviceExtensions(base);
    if (!merged.at("/service/telemetry").equals(base.at("/service/telemetry"))) {
      faults.add("service.telemetry: only the base sets it (level debug prints values)");
    }
    pipelines(base);
    exporters();
    storages();
    return List.copyOf(faults);
  }

  private void same(JsonNode base, String section) {
    Set<String> names = names(merged.path(section));
    names.addAll(names(base.path(section)));
    for (String name : names) {
      if (!base.path(section).has(name)) {
        faults.add(section + "." + name + ": an overlay may not add one");
      } else if (!base.path(section).get(name).equals(merged.path(section).get(name))) {
        faults.add(section + "." + name + ": must be as the base has it");
      }
    }
  }

  private void kept(JsonNode base, String section) {
    for (String name : names(base.path(section))) {
      if (!base.path(section).get(name).equals(merged.path(section).get(name))) {
        faults.add(section + "." + name + ": must be as the base has it");
      }
    }
  }

  private void serviceExtensions(JsonNode base) {
    Set<String> present = texts(merged.at("/service/extensions"));
    for (String name : texts(base.at("/service/extensions"))) {
      if (!present.contains(name)) {
        faults.add("service.extensions: must repeat " + name + ", for lists replace");
      }
    }
    for (String name : names(merged.path("extensions"))) {
      if (!present.contains(name)) {
        faults.add("service.extensions: must list " + name + ", else the start fails");
      }
    }
  }

  private void pipelines(JsonNode base) {
    JsonNode expected = base.at("/service/pipelines");
    JsonNode actual = merged.at("/service/pipelines");
    Set<String> names = names(actual);
    names.addAll(names(expected));
    for (String name : names) {
      String place = "service.pipelines." + name;
      if (name.endsWith("/in") && expected.has(name)) {
        if (!expected.get(name).equals(actual.get(name))) {
          faults.add(place + ": must be as the base has it");
        }
      } else if (!texts(actual.path(name).path("receivers")).equals(Set.of(SCRUBBED))) {
        faults.add(place + ": its only receiver must be " + SCRUBBED);
      }
    }
  }

  private void exporters() {
    JsonNode exporters = merged.path("exporters");
    for (String name : names(exporters)) {
      JsonNode exporter = exporters.get(name);
      if (isType(name, "debug") && !exporter.path("verbosity").asText().equalsIgnoreCase("basic")) {
        faults.add("exporters." + name + ": verbosity must be basic, for others print values");
      }
      boolean durable = !exporter.at("/sending_queue/storage").asText("").isEmpty();
      if (durable && !isZero(exporter.at("/retry_on_failure/max_elapsed_time"))) {
        faults.add(
            "exporters."
                + name
                + ": retry_on_failure.max_elapsed_time must be 0, else it gives up");
      }
    }
  }

  private void storages() {
    JsonNode extensions = merged.path("extensions");
    for (String name : names(extensions)) {
      if (isType(name, "file_storage") && !extensions.get(name).path("fsync").asBoolean()) {
        faults.add("extensions." + name + ": fsync must be true, else power loss breaks the queue");
      }
    }
  }

  private static boolean isZero(JsonNode duration) {
    return Set.of("0", "0s").contains(duration.asText());
  }

  private static boolean isType(String name, String type) {
    return name.equals(type) || name.startsWith(type + "/");
  }

  private static Set<String> names(JsonNode section) {
    Set<String> names = new TreeSet<>();
    section.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
