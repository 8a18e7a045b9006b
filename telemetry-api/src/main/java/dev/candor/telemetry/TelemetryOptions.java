package dev.candor.telemetry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an application says about itself and its telemetry. Immutable.
 *
 * <p>Whatever is not given here is read from system properties and the environment; whatever is
 * given in none has its default. Bad values are not refused here but by the engine, all in one
 * warning. Builder, properties and environment are equally powerful but for one thing: the builder
 * can say no for people, never yes.
 *
 * @param service the application's name, {@code service.name}; {@code OTEL_SERVICE_NAME} wins over
 *     it; empty = that, then {@code service.name} in {@code OTEL_RESOURCE_ATTRIBUTES}
 * @param version the application's version, {@code service.version}; empty = {@code
 *     service.version} in {@code OTEL_RESOURCE_ATTRIBUTES}
 * @param catalogs the interfaces annotated with {@link EventCatalog}
 * @param endpoint where OTLP goes: the base address, to which {@code /v1/traces} and {@code
 *     /v1/metrics} are added; null = {@code TELEMETRY_ENDPOINT}, then {@code
 *     OTEL_EXPORTER_OTLP_ENDPOINT}, then none
 * @param headers sent with each request, credentials among them; never logged, stored or shown
 * @param folder where consent, store and ids lie; null = the platform's folders for configuration
 *     and data
 * @param policyVersion the version of what people are asked; a higher one than they answered
 *     suspends sending
 * @param settings further settings by name, those of exporters among them; they win over system
 *     properties and the environment; never logged, stored or shown
 * @param environment the variables that are read; by default those of the process
 * @param clock the time; by default the system's
 */
public record TelemetryOptions(
    String service,
    String version,
    List<Class<?>> catalogs,
    @Nullable URI endpoint,
    Map<String, String> headers,
    @Nullable Path folder,
    int policyVersion,
    Map<String, String> settings,
    Map<String, String> environment,
    Clock clock) {
  /** Copies the collections; a null is a value that is not given, whatever its type says. */
  public TelemetryOptions {
    service = Objects.requireNonNullElse(service, "");
    version = Objects.requireNonNullElse(version, "");
    catalogs = withoutNulls(catalogs);
    headers = withoutNulls(headers);
    settings = withoutNulls(settings);
    environment = environment == null ? System.getenv() : withoutNulls(environment);
    clock = Objects.requireNonNullElseGet(clock, Clock::systemUTC);
  }

  /** Options with every default. */
  public static TelemetryOptions of(String service, String version, Class<?>... catalogs) {
    return builder(service, version, catalogs).build();
  }

  /**
   * Options that come from system properties and the environment alone, the names of service and
   * version too. What leaves and to whom is a matter of settings: each exporter on the class path
   * is on as soon as its own are given.
   */
  public static TelemetryOptions fromEnvironment(Class<?>... catalogs) {
    return of("", "", catalogs);
  }

  /** Starts options. */
  public static Builder builder(String service, String version, Class<?>... catalogs) {
    return new Builder(service, version, catalogs == null ? List.of() : Arrays.asList(catalogs));
  }

  /** Shows no header, address or folder. */
  @Override
  public String toString() {
    return "TelemetryOptions[" + service + " " + version + "]";
  }

  private static List<Class<?>> withoutNulls(@Nullable List<Class<?>> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  private static Map<String, String> withoutNulls(@Nullable Map<String, String> map) {
    Map<String, String> copy = new HashMap<>();
    if (map != null) {
      map.forEach(
          (key, value) -> {
            if (key != null && value != null) {
              copy.put(key, value);
            }
          });
    }
    return Map.copyOf(copy);
  }

  /** Collects choices; one thread. */
  public static final class Builder {
    private final String service;
    private final String version;
    private final List<Class<?>> catalogs;
    private @Nullable URI endpoint;
    private Map<String, String> headers = Map.of();
    private @Nullable Path folder;
    private int policyVersion = 1;
    private final Map<String, String> settings = new HashMap<>();
    private Map<String, String> environment = System.getenv();
    private Clock clock = Clock.systemUTC();

    private Builder(String service, String version, List<Class<?>> catalogs) {
      this.service = service;
      this.version = version;
      this.catalogs = catalogs;
    }

    /** Sets where OTLP goes; default none, so nothing is sent. https, or http on loopback. */
    public Builder endpoint(URI endpoint) {
      this.endpoint = endpoint;
      return this;
    }

    /** Sets headers of each request; default none. */
    public Builder headers(Map<String, String> headers) {
      this.headers = headers;
      return this;
    }

    /** Puts everything below one folder; default the platform's folders. */
    public Builder folder(Path folder) {
      this.folder = folder;
      return this;
    }

    /** Sets the version of what people are asked; default 1. */
    public Builder policyVersion(int policyVersion) {
      this.policyVersion = policyVersion;
      return this;
    }

    /**
     * Gives a setting by the name under which operators know it, such as {@code GA_MEASUREMENT_ID};
     * any but {@code TELEMETRY_POLICY_FILE} and {@code TELEMETRY_SETTINGS_FILE}. It wins over
     * system properties, the environment and the operator's file, but for a no: {@code
     * DO_NOT_TRACK} and {@code TELEMETRY_ENABLED} can only say no here, and a no of the others
     * stays one. A blank value is none.
     */
    public Builder setting(String name, String value) {
      settings.put(name, value);
      return this;
    }

    /** Replaces the environment that is read; default {@link System#getenv()}. */
    public Builder environment(Map<String, String> environment) {
      this.environment = environment;
      return this;
    }

    /** Replaces the clock; default UTC system time. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Returns the options. */
    public TelemetryOptions build() {
      return new TelemetryOptions(
          service,
          version,
          catalogs,
          endpoint,
          headers,
          folder,
          policyVersion,
          settings,
          environment,
          clock);
    }
  }
}
