package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds for destinations beside each other: none gets the same from two exporters. Filters may
 * share one address between them, as each brings another part.
 */
final class AddressRules {
  private final JsonNode config;
  private final List<ConfigFault> faults = new ArrayList<>();

  private AddressRules(JsonNode config) {
    this.config = config;
  }

  static List<ConfigFault> faults(JsonNode config) {
    AddressRules rules = new AddressRules(config);
    for (String signal : List.of("traces", "metrics")) {
      rules.of(signal);
    }
    return rules.faults;
  }

  private void of(String signal) {
    Map<String, Way> seen = new HashMap<>();
    JsonNode pipelines = config.at("/service/pipelines");
    for (String name : ConfigTree.names(pipelines)) {
      if (ConfigTree.type(name).equals(signal)) {
        boolean isPart = !pipelines.get(name).path("processors").isEmpty();
        for (String exporter : ConfigTree.texts(pipelines.get(name).path("exporters"))) {
          for (Address address : addresses(exporter, signal)) {
            Way way = new Way(exporter, isPart);
            Way before = seen.put(address.text(), way);
            if (before != null && before.bringsTheSameAs(way)) {
              faults.add(
                  ConfigFault.at(ConfigRule.TWICE, "exporters", exporter, address.setting()));
            }
          }
        }
      }
    }
  }

  /** What brings something, and whether it brings a part only. */
  private record Way(String exporter, boolean isPart) {
    boolean bringsTheSameAs(Way other) {
      return !exporter.equals(other.exporter) && !(isPart && other.isPart);
    }
  }

  /** Where something is brought, and the setting that says so. */
  private record Address(String setting, String text) {}

  /** A gateway's address may name several paths: it is an address for each. */
  private List<Address> addresses(String exporter, String signal) {
    JsonNode settings = config.path("exporters").path(exporter);
    String own = signal + "_endpoint";
    String setting = settings.path(own).asText("").isEmpty() ? "endpoint" : own;
    String address = settings.path(setting).asText("").replaceAll("/+$", "");
    String base = setting.equals(own) ? address.replaceAll("/v1/" + signal + "$", "") : address;
    int slash = base.lastIndexOf('/');
    List<Address> addresses = new ArrayList<>();
    if (!base.isEmpty()) {
      for (String name : base.substring(slash + 1).split(",", -1)) {
        addresses.add(new Address(setting, base.substring(0, slash + 1) + name));
      }
    }
    return addresses;
  }
}
