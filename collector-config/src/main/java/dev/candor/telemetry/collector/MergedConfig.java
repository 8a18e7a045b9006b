package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The configuration that base and overlays make together, held against what the base makes alone:
 * an overlay adds extensions, exporters and pipelines behind the scrubbing, filters for those
 * pipelines, and Kafka as a further way to the stages; nothing else.
 */
final class MergedConfig {
  /** What an overlay may add: what only removes, and what brings data in front of all stages. */
  private static final Map<String, String> ADDABLE =
      Map.of("processors", "filter", "receivers", StageRules.KAFKA);

  private static final String HTTP = "/protocols/http";
  private static final String TLS = "tls";

  private final JsonNode merged;
  private final List<ConfigFault> faults = new ArrayList<>();

  private MergedConfig(JsonNode merged) {
    this.merged = merged;
  }

  static MergedConfig of(JsonNode merged) {
    return new MergedConfig(merged);
  }

  List<ConfigFault> faultsAgainst(JsonNode base) {
    for (String section : List.of("processors", "receivers", "connectors")) {
      kept(base, section);
      added(base, section);
    }
    for (String section : List.of("extensions", "exporters")) {
      kept(base, section);
    }
    serviceExtensions(base);
    different(
        merged.at("/service/telemetry"),
        base.at("/service/telemetry"),
        List.of("service", "telemetry"));
    pipelines(base);
    return List.copyOf(faults);
  }

  /** Every place where two trees differ, as deep as can be said. */
  static List<ConfigFault> differences(JsonNode actual, JsonNode expected, ConfigRule rule) {
    List<ConfigFault> found = new ArrayList<>();
    differences(actual, expected, List.of(), rule, found);
    return found;
  }

  private void kept(JsonNode base, String section) {
    for (String name : ConfigTree.names(base.path(section))) {
      JsonNode expected = base.path(section).get(name);
      JsonNode actual = withoutTls(merged.path(section).path(name), expected);
      different(actual, expected, List.of(section, name));
    }
  }

  /**
   * A receiver as if it took in the clear: with certificate and key from files it is only safer.
   */
  private static JsonNode withoutTls(JsonNode receiver, JsonNode expected) {
    JsonNode tls = receiver.at(HTTP).path(TLS);
    boolean byFiles =
        !tls.path("cert_file").asText("").isEmpty()
            && !tls.path("key_file").asText("").isEmpty()
            && tls.path("cert_pem").asText("").isEmpty()
            && tls.path("key_pem").asText("").isEmpty();
    if (!byFiles) {
      return receiver;
    }
    JsonNode copy = receiver.deepCopy();
    if (copy.at(HTTP) instanceof ObjectNode http) {
      JsonNode before = expected.at(HTTP).path(TLS);
      if (before.isMissingNode()) {
        http.remove(TLS);
      } else {
        http.set(TLS, before);
      }
    }
    return copy;
  }

  private void added(JsonNode base, String section) {
    for (String name : ConfigTree.names(merged.path(section))) {
      if (!base.path(section).has(name) && !ConfigTree.type(name).equals(ADDABLE.get(section))) {
        faults.add(ConfigFault.at(ConfigRule.ADDED, section, name));
      }
    }
  }

  private void serviceExtensions(JsonNode base) {
    List<String> present = ConfigTree.texts(merged.at("/service/extensions"));
    for (String name : ConfigTree.texts(base.at("/service/extensions"))) {
      if (!present.contains(name)) {
        faults.add(ConfigFault.at(ConfigRule.LISTED, "service", "extensions", name));
      }
    }
    for (String name : ConfigTree.names(merged.path("extensions"))) {
      if (!present.contains(name) && !base.path("extensions").has(name)) {
        faults.add(ConfigFault.at(ConfigRule.LISTED, "extensions", name));
      }
    }
  }

  private void pipelines(JsonNode base) {
    JsonNode expected = base.at("/service/pipelines");
    JsonNode actual = merged.at("/service/pipelines");
    Set<String> names = ConfigTree.names(actual);
    names.addAll(ConfigTree.names(expected));
    for (String name : names) {
      List<String> path = List.of("service", "pipelines", name);
      if (name.endsWith("/in") && expected.has(name)) {
        different(withoutKafka(actual.path(name)), expected.get(name), path);
      } else if (!ConfigTree.texts(actual.path(name).path("receivers"))
          .equals(List.of(StageRules.SCRUBBED))) {
        faults.add(ConfigFault.at(ConfigRule.RAW, "service", "pipelines", name, "receivers"));
      }
    }
  }

  /** A pipeline with the receivers that a base has. */
  private static JsonNode withoutKafka(JsonNode pipeline) {
    JsonNode copy = pipeline.deepCopy();
    if (copy.path("receivers") instanceof ArrayNode receivers) {
      receivers.removeIf(name -> ConfigTree.type(name.asText()).equals(StageRules.KAFKA));
    }
    return copy;
  }

  private void different(JsonNode actual, JsonNode expected, List<String> path) {
    differences(actual, expected, path, ConfigRule.BASE, faults);
  }

  private static void differences(
      JsonNode actual,
      JsonNode expected,
      List<String> path,
      ConfigRule rule,
      List<ConfigFault> found) {
    if (actual.equals(expected)) {
      return;
    }
    if (actual.isObject() && expected.isObject()) {
      Set<String> names = ConfigTree.names(actual);
      names.addAll(ConfigTree.names(expected));
      for (String name : names) {
        differences(
            actual.path(name), expected.path(name), ConfigTree.with(path, name), rule, found);
      }
    } else if (actual.isArray() && expected.isArray() && actual.size() == expected.size()) {
      for (int i = 0; i < actual.size(); i++) {
        differences(actual.get(i), expected.get(i), ConfigTree.with(path, "" + i), rule, found);
      }
    } else {
      found.add(new ConfigFault(path, rule));
    }
  }
}
