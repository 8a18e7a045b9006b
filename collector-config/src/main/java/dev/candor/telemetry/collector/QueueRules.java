package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for destinations: nothing is lost on the way, and nobody reads along. */
final class QueueRules {
  /** Need no queue: they write at once, hold only the last figures, or throw away. */
  private static final Set<String> WITHOUT_QUEUE = Set.of("file", "prometheus", "nop", "debug");

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[?::1]?|\\[?0:0:0:0:0:0:0:1]?");
  private static final Pattern PLAIN =
      Pattern.compile("(?i)(?:http|ws|tcp|clickhouse)://.*", Pattern.DOTALL);

  private final JsonNode config;
  private final List<ConfigFault> faults = new ArrayList<>();

  private QueueRules(JsonNode config) {
    this.config = config;
  }

  static List<ConfigFault> faults(JsonNode config) {
    QueueRules rules = new QueueRules(config);
    JsonNode exporters = config.path("exporters");
    for (String name : ConfigTree.names(exporters)) {
      if (!WITHOUT_QUEUE.contains(ConfigTree.type(name))) {
        rules.queue(name, exporters.get(name));
      }
      rules.unsecured("exporters", name, exporters.get(name));
    }
    JsonNode receivers = config.path("receivers");
    for (String name : ConfigTree.names(receivers)) {
      if (receivers.get(name).has("brokers")) {
        rules.unsecured("receivers", name, receivers.get(name));
      }
    }
    rules.storages();
    for (String section : List.of("exporters", "extensions", "service")) {
      rules.plain(config.path(section), List.of(section));
    }
    return rules.faults;
  }

  private void queue(String name, JsonNode exporter) {
    JsonNode queue = exporter.path("sending_queue");
    // Printed without a value: switched off.
    if (queue.isNull() || !queue.path("enabled").asBoolean(true)) {
      fault(ConfigRule.QUEUE, "exporters", name, "sending_queue", "enabled");
    } else if (!isStorage(queue.path("storage").asText(""))) {
      fault(ConfigRule.QUEUE, "exporters", name, "sending_queue", "storage");
    }
    JsonNode retry = exporter.path("retry_on_failure");
    if (!retry.path("enabled").asBoolean(true)) {
      fault(ConfigRule.GIVES_UP, "exporters", name, "retry_on_failure", "enabled");
    } else if (!ConfigTree.isZero(retry.path("max_elapsed_time"))) {
      fault(ConfigRule.GIVES_UP, "exporters", name, "retry_on_failure", "max_elapsed_time");
    }
  }

  private boolean isStorage(String name) {
    return ConfigTree.type(name).equals("file_storage") && config.path("extensions").has(name);
  }

  private void storages() {
    JsonNode extensions = config.path("extensions");
    for (String name : ConfigTree.names(extensions)) {
      if (ConfigTree.type(name).equals("file_storage")
          && !extensions.get(name).path("fsync").asBoolean()) {
        fault(ConfigRule.FSYNC, "extensions", name, "fsync");
      }
    }
  }

  /** What has addresses without a scheme says by its TLS settings who may read along. */
  private void unsecured(String section, String name, JsonNode part) {
    JsonNode tls = part.path("tls");
    if (tls.path("insecure_skip_verify").asBoolean()) {
      fault(ConfigRule.PLAIN_HTTP, section, name, "tls", "insecure_skip_verify");
    }
    boolean insecure = tls.path("insecure").asBoolean();
    JsonNode brokers = part.path("brokers");
    if (insecure && !part.has("brokers") && !isLoopback(part.path("endpoint").asText())) {
      fault(ConfigRule.PLAIN_HTTP, section, name, "tls", "insecure");
    }
    boolean open = insecure || (!tls.isObject() && !part.at("/auth/tls").isObject());
    for (JsonNode broker : brokers) {
      if (open && !isLoopback(broker.asText())) {
        fault(ConfigRule.PLAIN_HTTP, section, name, "brokers");
        return;
      }
    }
  }

  private void plain(JsonNode node, List<String> path) {
    if (node.isTextual() && PLAIN.matcher(node.asText()).matches() && !isLoopback(node.asText())) {
      faults.add(new ConfigFault(path, ConfigRule.PLAIN_HTTP));
    }
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> plain(entry.getValue(), ConfigTree.with(path, entry.getKey())));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      plain(node.get(i), ConfigTree.with(path, "" + i));
    }
  }

  /** Of an address with or without a scheme; what cannot be read is foreign. */
  private static boolean isLoopback(String address) {
    if (address.startsWith("unix:")) {
      return true;
    }
    try {
      String host = URI.create(address.contains("://") ? address : "any://" + address).getHost();
      return host != null && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private void fault(ConfigRule rule, String... path) {
    faults.add(ConfigFault.at(rule, path));
  }
}
