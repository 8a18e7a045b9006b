package dev.candor.telemetry.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What holds for receivers, stages, pipelines and the Collector's own log, whatever the registry
 * says: no base is needed to ask.
 */
final class StageRules {
  static final String SCRUBBED = "forward/scrubbed";

  /** The one type of receiver that an overlay may add: what it brings passes all stages. */
  static final String KAFKA = "kafka";

  /** In this order in each pipeline that takes raw data. */
  static final List<String> STAGES =
      List.of(
          "memory_limiter",
          "groupbyattrs",
          "filter/contract",
          "transform/shape",
          "filter/verify",
          "redaction/last");

  /** Stages that only some registries need, and the stage that each stands behind. */
  private static final String TEXT_STAGE = "transform/values";

  private static final String SHAPE = "transform/shape";
  private static final int MAX_BODY_BYTES = 1 << 20;
  private static final Set<String> SIGNALS = Set.of("traces", "metrics");
  private static final Set<String> LEVELS = Set.of("info", "warn", "error");

  /** Of the last look; what else there is lets values pass or writes some. */
  private static final Set<String> LAST_SETTINGS =
      Set.of(
          "allow_all_keys",
          "allowed_keys",
          "redact_all_types",
          "blocked_values",
          "summary",
          "allowed_values",
          "ignored_keys",
          "ignored_key_patterns");

  private final JsonNode config;
  private final List<ConfigFault> faults = new ArrayList<>();

  private StageRules(JsonNode config) {
    this.config = config;
  }

  static List<ConfigFault> faults(JsonNode config) {
    StageRules rules = new StageRules(config);
    rules.processors();
    rules.receivers();
    rules.pipelines();
    rules.log();
    return rules.faults;
  }

  /** The one rule that cannot be asked of what the Collector prints. */
  static List<ConfigFault> verbosity(JsonNode config) {
    StageRules rules = new StageRules(config);
    rules.verbosity();
    return rules.faults;
  }

  private void processors() {
    JsonNode processors = config.path("processors");
    for (String name : ConfigTree.names(processors)) {
      JsonNode stage = processors.get(name);
      switch (ConfigTree.type(name)) {
        case "filter" -> filter(name, stage);
        case "transform" -> transform(name, stage);
        case "redaction" -> redaction(name, stage);
        default -> {}
      }
    }
  }

  private void filter(String name, JsonNode stage) {
    errorMode(name, stage);
    if (!STAGES.contains(name)) {
      return; // an overlay's own, behind the scrubbing: it may look at one signal only
    }
    if (isEmpty(stage.at("/traces/span"))) {
      fault(ConfigRule.EMPTIED, "processors", name, "traces", "span");
    }
    if (isEmpty(stage.at("/metrics/metric"))) {
      fault(ConfigRule.EMPTIED, "processors", name, "metrics", "metric");
    }
  }

  private void transform(String name, JsonNode stage) {
    errorMode(name, stage);
    if (isEmpty(stage.path("trace_statements"))) {
      fault(ConfigRule.EMPTIED, "processors", name, "trace_statements");
    }
    if (name.equals(SHAPE) && isEmpty(stage.path("metric_statements"))) {
      fault(ConfigRule.EMPTIED, "processors", name, "metric_statements");
    }
    for (String signal : ConfigTree.names(stage)) {
      JsonNode groups = stage.get(signal);
      for (int i = 0; i < groups.size(); i++) {
        String mode = groups.path(i).path("error_mode").asText("");
        if (!mode.isEmpty() && !mode.equals("propagate")) {
          fault(ConfigRule.ERROR_MODE, "processors", name, signal, "" + i, "error_mode");
        }
      }
    }
  }

  private void errorMode(String name, JsonNode stage) {
    if (!stage.path("error_mode").asText().equals("propagate")) {
      fault(ConfigRule.ERROR_MODE, "processors", name, "error_mode");
    }
  }

  private void redaction(String name, JsonNode stage) {
    if (stage.path("allow_all_keys").asBoolean()) {
      fault(ConfigRule.ALLOW_ALL_KEYS, "processors", name, "allow_all_keys");
    }
    if (!isUnset(stage.path("allowed_values"))) {
      fault(ConfigRule.ALLOWED_VALUES, "processors", name, "allowed_values");
    }
    for (String ignored : List.of("ignored_keys", "ignored_key_patterns")) {
      if (!isUnset(stage.path(ignored))) {
        fault(ConfigRule.IGNORED_KEYS, "processors", name, ignored);
      }
    }
    if (!stage.path("summary").asText().equals("silent")) {
      fault(ConfigRule.SUMMARY, "processors", name, "summary");
    }
    if (!stage.path("redact_all_types").asBoolean()) {
      fault(ConfigRule.REDACT_ALL_TYPES, "processors", name, "redact_all_types");
    }
    for (String list : List.of("allowed_keys", "blocked_values")) {
      if (isEmpty(stage.path(list))) {
        fault(ConfigRule.EMPTIED, "processors", name, list);
      }
    }
    for (String setting : ConfigTree.names(stage)) {
      if (!LAST_SETTINGS.contains(setting) && !isUnset(stage.get(setting))) {
        fault(ConfigRule.LAST_LOOK, "processors", name, setting);
      }
    }
  }

  private void receivers() {
    JsonNode receivers = config.path("receivers");
    for (String name : ConfigTree.names(receivers)) {
      JsonNode http = receivers.get(name).at("/protocols/http");
      long limit = http.path("max_request_body_size").asLong();
      if (!http.isMissingNode() && (limit <= 0 || limit > MAX_BODY_BYTES)) {
        fault(
            ConfigRule.BODY_LIMIT, "receivers", name, "protocols", "http", "max_request_body_size");
      }
      if (!http.isMissingNode() && http.at("/auth/authenticator").asText("").isEmpty()) {
        fault(ConfigRule.AUTHENTICATOR, "receivers", name, "protocols", "http", "auth");
      }
      if (!isUnset(receivers.get(name).at("/protocols/grpc"))) {
        fault(ConfigRule.BODY_LIMIT, "receivers", name, "protocols", "grpc");
      }
      if (ConfigTree.type(name).equals(KAFKA)) {
        marking(name, receivers.get(name));
      }
    }
  }

  /** A message may be forgotten once it is in the queues, or can never get there. */
  private void marking(String name, JsonNode receiver) {
    JsonNode marking = receiver.path("message_marking");
    if (!marking.path("after").asBoolean()) {
      fault(ConfigRule.MARKED, "receivers", name, "message_marking", "after");
    } else if (marking.path("on_error").asBoolean()) {
      fault(ConfigRule.MARKED, "receivers", name, "message_marking", "on_error");
    }
    JsonNode backoff = receiver.path("error_backoff");
    if (!backoff.path("enabled").asBoolean()) {
      fault(ConfigRule.GIVES_UP, "receivers", name, "error_backoff", "enabled");
    } else if (!ConfigTree.isZero(backoff.path("max_elapsed_time"))) {
      fault(ConfigRule.GIVES_UP, "receivers", name, "error_backoff", "max_elapsed_time");
    }
  }

  private void pipelines() {
    JsonNode pipelines = config.at("/service/pipelines");
    for (String name : ConfigTree.names(pipelines)) {
      JsonNode pipeline = pipelines.get(name);
      List<String> receivers = ConfigTree.texts(pipeline.path("receivers"));
      if (receivers.equals(List.of(SCRUBBED))) {
        continue;
      }
      if (receivers.isEmpty() || receivers.contains(SCRUBBED) || !onlyReceivers(receivers)) {
        fault(ConfigRule.RAW, "service", "pipelines", name, "receivers");
      }
      raw(name, pipeline);
    }
  }

  private boolean onlyReceivers(List<String> names) {
    return ConfigTree.names(config.path("receivers")).containsAll(names);
  }

  private void raw(String name, JsonNode pipeline) {
    if (!SIGNALS.contains(ConfigTree.type(name))) {
      fault(ConfigRule.SIGNAL, "service", "pipelines", name);
    }
    if (!ConfigTree.texts(pipeline.path("exporters")).equals(List.of(SCRUBBED))) {
      fault(ConfigRule.SCRUBBED_END, "service", "pipelines", name, "exporters");
    }
    List<String> stages = new ArrayList<>(ConfigTree.texts(pipeline.path("processors")));
    int text = stages.indexOf(TEXT_STAGE);
    if (text > 0 && stages.get(text - 1).equals(SHAPE)) {
      stages.remove(text);
    }
    if (!stages.equals(STAGES)) {
      fault(ConfigRule.STAGES, "service", "pipelines", name, "processors");
    }
  }

  private void log() {
    String level = config.at("/service/telemetry/logs/level").asText("info");
    if (!LEVELS.contains(level.toLowerCase(Locale.ROOT))) {
      fault(ConfigRule.LOG_LEVEL, "service", "telemetry", "logs", "level");
    }
    verbosity();
  }

  private void verbosity() {
    JsonNode exporters = config.path("exporters");
    for (String name : ConfigTree.names(exporters)) {
      String verbosity = exporters.get(name).path("verbosity").asText("basic");
      if (ConfigTree.type(name).equals("debug") && !verbosity.equalsIgnoreCase("basic")) {
        fault(ConfigRule.VERBOSITY, "exporters", name, "verbosity");
      }
    }
  }

  private void fault(ConfigRule rule, String... path) {
    faults.add(ConfigFault.at(rule, path));
  }

  private static boolean isEmpty(JsonNode node) {
    return node.isMissingNode() || node.isNull() || node.isEmpty();
  }

  /** Absent, or what the Collector prints for what is absent. */
  private static boolean isUnset(JsonNode node) {
    if (node.isContainerNode()) {
      for (JsonNode child : node) {
        if (!isUnset(child)) {
          return false;
        }
      }
      return true;
    }
    return node.isMissingNode()
        || node.isNull()
        || node.asText().isEmpty()
        || (node.isBoolean() && !node.asBoolean());
  }
}
