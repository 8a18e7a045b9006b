package dev.candor.telemetry.collector;

import dev.candor.telemetry.registry.LastLook;
import dev.candor.telemetry.registry.Registry;
import java.util.List;

/**
 * Writes {@code base.yaml}: receiver, limits, the stages that let only registered values pass, and
 * the connector {@code forward/scrubbed} that every overlay hangs off. Pure: equal registries give
 * equal text.
 *
 * <p>Settings come from the environment of the Collector: {@code CANDOR_INGEST_TOKEN} (no default:
 * without it the Collector does not start), {@code CANDOR_LISTEN}, {@code CANDOR_HEALTH}, {@code
 * CANDOR_METRICS_HOST}, {@code CANDOR_METRICS_PORT}, and {@code CANDOR_SERVICES}, the names under
 * which applications may report, as an expression such as {@code lab|squid} (default {@code
 * squid|candor}).
 */
public final class BaseGenerator {
  /** Wire and decompressed size; nesting as deep as this allows was measured to be harmless. */
  private static final int MAX_BODY_BYTES = 1 << 20;

  private BaseGenerator() {}

  /** The whole file for what a registry declares. */
  public static String generate(Registry registry) {
    YamlText yaml = new YamlText();
    yaml.comment("Written from the registries; do not edit. Settings come from the environment.");
    yaml.comment("A destination is an overlay that hangs off forward/scrubbed.");
    extensions(yaml);
    receivers(yaml);
    yaml.section("processors", processors -> processors(processors, registry));
    yaml.section("connectors", connectors -> connectors.line("forward/scrubbed: {}"));
    yaml.section("exporters", exporters -> exporters.line("nop: {}"));
    service(yaml, stages(registry));
    return yaml.toString();
  }

  private static void extensions(YamlText yaml) {
    yaml.section(
        "extensions",
        extensions ->
            extensions
                .line("health_check: {endpoint: \"${env:CANDOR_HEALTH:-127.0.0.1:13133}\"}")
                .line("bearertokenauth/in: {token: \"${env:CANDOR_INGEST_TOKEN}\"}"));
  }

  private static void receivers(YamlText yaml) {
    yaml.section(
        "receivers",
        receivers ->
            receivers.section(
                "otlp",
                otlp ->
                    otlp.section(
                        "protocols",
                        protocols ->
                            protocols.section(
                                "http",
                                http ->
                                    http.line("endpoint: \"${env:CANDOR_LISTEN:-127.0.0.1:4318}\"")
                                        .line("max_request_body_size: " + MAX_BODY_BYTES)
                                        .line("auth: {authenticator: bearertokenauth/in}")))));
  }

  private static void processors(YamlText yaml, Registry registry) {
    yaml.line("memory_limiter: {check_interval: 200ms, limit_mib: 400, spike_limit_mib: 100}");
    yaml.comment("Builds each resource again from its attributes: entity references are gone.");
    yaml.line("groupbyattrs: {}");
    FilterStages.contract(yaml, registry);
    ShapeStage.write(yaml, registry);
    if (ValuesStage.isNeeded(registry)) {
      ValuesStage.write(yaml, registry);
    }
    FilterStages.verify(yaml, registry);
    yaml.section(
        "redaction/last",
        last ->
            last.line("allow_all_keys: false")
                .texts("allowed_keys", registry.keys())
                .line("redact_all_types: true")
                .texts("blocked_values", LastLook.PATTERNS)
                .line("summary: silent"));
  }

  private static void service(YamlText yaml, String stages) {
    yaml.section(
        "service",
        service ->
            service
                .line("extensions: [health_check, bearertokenauth/in]")
                .section(
                    "telemetry",
                    telemetry ->
                        telemetry
                            .comment("Never debug: that level prints values.")
                            .line("logs: {level: info}")
                            .section("metrics", BaseGenerator::ownMetrics))
                .comment("No logs pipeline: /v1/logs answers 404.")
                .section("pipelines", pipelines -> pipelines(pipelines, stages)));
  }

  private static void ownMetrics(YamlText metrics) {
    metrics
        .line("level: normal")
        .line("readers:")
        .indented(
            readers ->
                readers
                    .line("- pull:")
                    .line("    exporter:")
                    .line("      prometheus:")
                    .line("        host: \"${env:CANDOR_METRICS_HOST:-127.0.0.1}\"")
                    .line("        port: ${env:CANDOR_METRICS_PORT:-8888}"));
  }

  private static String stages(Registry registry) {
    return "[memory_limiter, groupbyattrs, filter/contract, transform/shape, "
        + (ValuesStage.isNeeded(registry) ? ValuesStage.NAME + ", " : "")
        + "filter/verify, redaction/last]";
  }

  private static void pipelines(YamlText pipelines, String stages) {
    for (String signal : List.of("traces", "metrics")) {
      pipelines.line(
          signal
              + "/in: {receivers: [otlp], processors: "
              + stages
              + ", exporters: [forward/scrubbed]}");
      pipelines.line(signal + "/out: {receivers: [forward/scrubbed], exporters: [nop]}");
    }
  }
}
