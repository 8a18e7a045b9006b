package dev.candor.telemetry.otel;

import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.exporter.HttpEndpoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings: the builder first, then system properties, then the environment, then the
 * operator's file; an empty value is no value; what people and operators say of sending is read by
 * {@link SaidSettings}. All faults are collected; their text names setting and rule, never a value.
 */
final class SettingsReader {
  private static final int SHORTEST_SALT = 16;
  private static final int LONGEST_SALT = 200;
  private static final PerDestination.Rule RATE_LIMIT = new PerDestination.Rule(1, 6000, true);
  private static final PerDestination.Rule SAMPLE_RATE = new PerDestination.Rule(0, 1, false);

  private final TelemetryOptions options;
  private final Map<String, String> properties;
  private final GivenSettings given;
  private final SaidSettings said;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(TelemetryOptions options, Map<String, String> properties) {
    this.options = options;
    this.properties = properties;
    GivenSettings named =
        new GivenSettings(options.settings(), properties, options.environment(), Map.of());
    this.given = named.with(SettingsFile.read(named, faults::add));
    this.said = new SaidSettings(given, faults::add);
  }

  GivenSettings given() {
    return given;
  }

  /** What {@link #read} has found: setting and rule, never a value. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * Reads all.
   *
   * @throws IllegalArgumentException with every fault
   */
  EngineSettings read() {
    checkNames();
    checkSalt();
    Map<String, String> attributes = Pairs.parse(text(EngineSetting.OTEL_RESOURCE_ATTRIBUTES));
    if (attributes == null) {
      fault(EngineSetting.OTEL_RESOURCE_ATTRIBUTES);
      attributes = Map.of();
    }
    String service = service(attributes);
    EngineSettings settings =
        new EngineSettings(
            service,
            version(attributes),
            environment(attributes),
            runtime(),
            endpoint(),
            headers(),
            Duration.ofMillis(Math.round(1000 * number(EngineSetting.TELEMETRY_TIMEOUT, 1, 30, 5))),
            (int) whole(EngineSetting.TELEMETRY_BATCH_SIZE, 1, 1000, 100),
            (int) whole(EngineSetting.TELEMETRY_RETRY_ATTEMPTS, 0, 10, 3),
            number(EngineSetting.TELEMETRY_RETRY_BACKOFF, 1, 10, 2),
            perDestination(EngineSetting.TELEMETRY_RATE_LIMIT, RATE_LIMIT),
            perDestination(EngineSetting.TELEMETRY_SAMPLE_RATE, SAMPLE_RATE),
            said.enabled(),
            said.doNotTrack(),
            policyFiles(),
            policyVersion(),
            folders(service),
            given,
            options.clock());
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("settings: " + String.join("; ", faults));
    }
    return settings;
  }

  private void checkNames() {
    if (!options.settings().keySet().stream().allMatch(SettingsReader::isSettingName)) {
      fault("setting", "must be named by upper-case letters, digits and underscores, at most 64");
    }
  }

  /** Whether a setting may be called so. */
  static boolean isSettingName(String name) {
    return name.length() <= 64
        && !name.isEmpty()
        && name.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
  }

  private void checkSalt() {
    String salt = text(EngineSetting.TELEMETRY_SALT);
    if (salt != null && (salt.length() < SHORTEST_SALT || salt.length() > LONGEST_SALT)) {
      fault(EngineSetting.TELEMETRY_SALT);
    }
  }

  private String service(Map<String, String> attributes) {
    String given = text(EngineSetting.OTEL_SERVICE_NAME);
    String name = given == null ? named(options.service(), "service.name", attributes) : given;
    if (!isName(name)) {
      fault(
          given == null && !options.service().isEmpty()
              ? "service"
              : EngineSetting.OTEL_SERVICE_NAME.name(),
          EngineSetting.OTEL_SERVICE_NAME.rule());
    }
    return name;
  }

  /** Only what the builder leaves open is taken from an operator's list. */
  private static String named(String built, String key, Map<String, String> attributes) {
    return built.isEmpty() ? attributes.getOrDefault(key, "") : built;
  }

  private static boolean isName(String name) {
    return name.length() <= 64
        && !name.isEmpty()
        && name.charAt(0) != '-'
        && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private String version(Map<String, String> attributes) {
    String version = named(options.version(), "service.version", attributes);
    boolean fits =
        !version.isEmpty()
            && version.length() <= 64
            && isLetterOrDigit(version.charAt(0))
            && version.chars().allMatch(c -> isLetterOrDigit((char) c) || ".+_-".indexOf(c) >= 0);
    if (!fits) {
      fault(
          options.version().isEmpty()
              ? "service.version in " + EngineSetting.OTEL_RESOURCE_ATTRIBUTES
              : "version",
          "must be letters, digits and . + _ -, at most 64, a letter or digit first");
    }
    return version;
  }

  // Only this attribute passes; whatever else an operator put there stays here.
  private static String environment(Map<String, String> attributes) {
    String name = attributes.getOrDefault("deployment.environment.name", "unknown");
    return switch (name) {
      case "production", "simulation", "mixed" -> name;
      default -> "unknown";
    };
  }

  private RuntimeKind runtime() {
    String given = text(EngineSetting.TELEMETRY_RUNTIME);
    RuntimeKind named = given == null ? null : RuntimeKind.named(given);
    if (named != null) {
      return named;
    }
    if (given != null) {
      fault(EngineSetting.TELEMETRY_RUNTIME);
    }
    return RuntimeKind.detect(properties, options.environment());
  }

  private @Nullable URI endpoint() {
    URI built = options.endpoint();
    if (built != null) {
      return address("endpoint", built.toString());
    }
    for (EngineSetting setting :
        List.of(EngineSetting.TELEMETRY_ENDPOINT, EngineSetting.OTEL_EXPORTER_OTLP_ENDPOINT)) {
      String given = text(setting);
      if (given != null) {
        return address(setting.name(), given);
      }
    }
    return null;
  }

  private @Nullable URI address(String setting, String text) {
    try {
      return HttpEndpoint.check(URI.create(text));
    } catch (IllegalArgumentException e) {
      fault(setting, HttpEndpoint.RULE);
      return null;
    }
  }

  private Map<String, String> headers() {
    if (!options.headers().isEmpty()) {
      return checkedHeaders("headers", options.headers());
    }
    Map<String, String> parsed = Pairs.parse(text(EngineSetting.OTEL_EXPORTER_OTLP_HEADERS));
    if (parsed == null) {
      fault(EngineSetting.OTEL_EXPORTER_OTLP_HEADERS);
      return Map.of();
    }
    return checkedHeaders(EngineSetting.OTEL_EXPORTER_OTLP_HEADERS.name(), parsed);
  }

  private Map<String, String> checkedHeaders(String setting, Map<String, String> headers) {
    TreeMap<String, String> checked = new TreeMap<>();
    headers.forEach((name, value) -> checked.put(name.toLowerCase(Locale.ROOT), value));
    boolean legal =
        checked.entrySet().stream()
            .allMatch(header -> isToken(header.getKey()) && isVisible(header.getValue()));
    if (!legal) {
      fault(setting, "must be header names and printable ASCII values");
      return Map.of();
    }
    return checked;
  }

  private static boolean isToken(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c -> isLetterOrDigit((char) c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
  }

  private static boolean isVisible(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c < 127);
  }

  private List<Path> policyFiles() {
    List<Path> files = new ArrayList<>();
    files.add(Folders.policyFile(properties, options.environment()));
    files.addAll(said.policyFiles());
    return files;
  }

  private int policyVersion() {
    if (options.policyVersion() < 1) {
      fault("policyVersion", "must be at least 1");
    }
    return options.policyVersion();
  }

  private Folders folders(String reported) {
    Path folder = options.folder();
    if (folder != null) {
      return Folders.below(folder);
    }
    // The builder's name, so that another reported name is no other installation.
    String service = options.service().isEmpty() ? reported : options.service();
    return Folders.ofPlatform(
        isName(service) ? service : "unnamed", properties, options.environment());
  }

  private long whole(EngineSetting setting, long min, long max, long otherwise) {
    String given = text(setting);
    if (given == null) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(given);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below like a number out of range.
    }
    fault(setting);
    return otherwise;
  }

  private double number(EngineSetting setting, double min, double max, double otherwise) {
    String given = text(setting);
    if (given == null) {
      return otherwise;
    }
    try {
      double value = Double.parseDouble(given);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below like a number out of range.
    }
    fault(setting);
    return otherwise;
  }

  private PerDestination perDestination(EngineSetting setting, PerDestination.Rule rule) {
    PerDestination read = PerDestination.parse(text(setting), rule);
    if (read == null) {
      fault(setting);
      return PerDestination.NONE;
    }
    return read;
  }

  private @Nullable String text(EngineSetting setting) {
    return given.text(setting.name());
  }

  private void fault(EngineSetting setting) {
    fault(setting.name(), setting.rule());
  }

  private void fault(String setting, String rule) {
    faults.add(setting + " " + rule);
  }
}
