package dev.candor.telemetry.otel;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of the engine, checked. Made by {@link SettingsReader}.
 *
 * @param service {@code service.name}
 * @param version {@code service.version}
 * @param environment {@code deployment.environment.name}
 * @param runtime {@code app.runtime.kind}
 * @param endpoint the base address of OTLP, or null for none
 * @param headers sent with each request; never shown
 * @param timeout of one exchange
 * @param batchSize the most items in one body
 * @param retryAttempts failures after the first one before a destination pauses
 * @param retryBackoff the factor between two pauses
 * @param rateLimit requests in any minute
 * @param sampleRate the share of sessions whose events are sent
 * @param enabled what {@code TELEMETRY_ENABLED} says, or null
 * @param doNotTrack whether {@code DO_NOT_TRACK} is set
 * @param policyFiles administrators' files; each may forbid
 * @param policyVersion the version of what people are asked
 * @param folders where files lie
 * @param given every setting by its name
 * @param clock the time
 */
record EngineSettings(
    String service,
    String version,
    String environment,
    RuntimeKind runtime,
    @Nullable URI endpoint,
    Map<String, String> headers,
    Duration timeout,
    int batchSize,
    int retryAttempts,
    double retryBackoff,
    PerDestination rateLimit,
    PerDestination sampleRate,
    @Nullable Boolean enabled,
    boolean doNotTrack,
    List<Path> policyFiles,
    int policyVersion,
    Folders folders,
    GivenSettings given,
    Clock clock) {
  EngineSettings {
    headers = Map.copyOf(headers);
    policyFiles = List.copyOf(policyFiles);
  }

  /** System properties as they were at the start. */
  Map<String, String> properties() {
    return given.properties();
  }

  /** The environment's variables. */
  Map<String, String> variables() {
    return given.variables();
  }

  /** The key of hashed values; null = the installation's secret. */
  @Nullable String salt() {
    return given.text(EngineSetting.TELEMETRY_SALT.name());
  }

  /** Whether somebody looks for a fault. */
  boolean debug() {
    String text = given.text(EngineSetting.DEBUG_TELEMETRY.name());
    return text != null
        && List.of("1", "true", "yes", "on").contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether the environment forbids everything. */
  boolean forbidden() {
    return doNotTrack || Boolean.FALSE.equals(enabled);
  }

  /** The resource of this process, without the hash of a registry. */
  Map<String, String> resource() {
    TreeMap<String, String> resource = new TreeMap<>(Resources.ofMachine(properties()));
    resource.putAll(Resources.ofRuntime(properties()));
    resource.put("service.name", service);
    resource.put("service.version", version);
    resource.put("deployment.environment.name", environment);
    resource.put("app.runtime.kind", runtime.wireName());
    return resource;
  }

  @Override
  public String toString() {
    return "EngineSettings[" + service + " " + version + "]";
  }
}
