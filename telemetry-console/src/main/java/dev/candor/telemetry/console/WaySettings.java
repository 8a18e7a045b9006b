package dev.candor.telemetry.console;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.candor.telemetry.gateway.ConfigException;
import dev.candor.telemetry.gateway.ConfigFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a Collector with overlays and the gateway behind it are told: what the environment says, and
 * what follows from it. Messages name settings, never values.
 */
final class WaySettings {
  static final String GATEWAY_ENDPOINT = "CANDOR_GATEWAY_ENDPOINT";
  static final String GATEWAY_TOKEN = ConfigFile.TOKEN;

  private static final String SERVICES = "CANDOR_SERVICES";
  private static final String DSN = "SENTRY_DSN";
  private static final String SENTRY_TRACES = "CANDOR_SENTRY_TRACES";
  private static final String SENTRY_KEY = "CANDOR_SENTRY_KEY";
  private static final Pattern NEEDED = Pattern.compile("\\$\\{env:(\\w+)}");

  private final Map<String, String> environment;
  private final Map<String, String> derived = new LinkedHashMap<>();

  /**
   * Derives what is not given.
   *
   * @param file where {@code dest-file.yaml} writes, if the environment does not say
   */
  WaySettings(Map<String, String> environment, WayFolder folder, Path file) {
    this.environment = environment;
    derive("CANDOR_QUEUE_DIR", folder.queue().toString());
    derive("CANDOR_FILE", file.toAbsolutePath().toString());
    Set<String> services = new LinkedHashSet<>(List.of(services().split("\\|")));
    services.add(Runtimes.SERVICE); // the probe's
    derived.put(SERVICES, String.join("|", services));
    ofDsn(environment.getOrDefault(DSN, "")).forEach(this::derive);
  }

  private void derive(String name, String value) {
    derived.put(name, environment.getOrDefault(name, value));
  }

  private String services() {
    return environment.getOrDefault(SERVICES, CollectorCommands.SERVICES);
  }

  /** Where spans go, and by which key, as a DSN says; empty if it is none. */
  static Map<String, String> ofDsn(String dsn) {
    try {
      URI uri = new URI(dsn);
      String user = uri.getRawUserInfo();
      String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/$", "");
      int slash = path.lastIndexOf('/');
      if (user == null || slash < 0 || uri.getHost() == null) {
        return Map.of();
      }
      return Map.of(
          SENTRY_TRACES,
          "%s://%s%s%s/api/%s/integration/otlp/v1/traces"
              .formatted(
                  uri.getScheme(),
                  uri.getHost(),
                  uri.getPort() < 0 ? "" : ":" + uri.getPort(),
                  path.substring(0, slash),
                  path.substring(slash + 1)),
          SENTRY_KEY,
          user.split(":", 2)[0]);
    } catch (URISyntaxException e) {
      return Map.of(); // the gateway's check says so
    }
  }

  /**
   * Where a gateway runs already.
   *
   * @throws CommandFailure if that is no address
   */
  URI givenGateway() {
    try {
      URI endpoint = new URI(get(GATEWAY_ENDPOINT, ""));
      if (endpoint.getHost() != null && List.of("http", "https").contains(endpoint.getScheme())) {
        return endpoint;
      }
    } catch (URISyntaxException e) {
      // Told below, without the value.
    }
    throw CommandFailure.failed(GATEWAY_ENDPOINT + " must be an address with http or https");
  }

  /** Sets what follows from the destinations, whatever the environment says. */
  void set(String name, String value) {
    derived.put(name, value);
  }

  /** Adds the gateway that the Collector sends to. */
  void gateway(URI endpoint, String token) {
    set(GATEWAY_ENDPOINT, endpoint.toString());
    set(GATEWAY_TOKEN, token);
  }

  /** What the environment says, with what was derived. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(derived);
    return all;
  }

  String get(String name, String otherwise) {
    return all().getOrDefault(name, otherwise);
  }

  /**
   * Variables that overlays need and that nobody gave, a line each.
   *
   * @param overlays texts by name
   * @param dsnIsChecked whether somebody else says that the DSN is missing
   */
  List<String> missing(Map<String, String> overlays, boolean dsnIsChecked) {
    List<String> missing = new ArrayList<>();
    Map<String, String> all = all();
    overlays.forEach(
        (name, text) -> {
          Set<String> needed = new LinkedHashSet<>();
          Matcher variable = NEEDED.matcher(text);
          while (variable.find()) {
            needed.add(variable.group(1));
          }
          needed.removeIf(one -> dsnIsChecked && one.startsWith("CANDOR_SENTRY_"));
          needed.removeIf(one -> !all.getOrDefault(one, "").isBlank());
          needed.forEach(one -> missing.add(one + " must be given, for " + name));
        });
    return missing;
  }

  /** The file of a gateway on loopback with the paths of these destinations. */
  String gatewayFile(int port, List<WayDestination> destinations, List<Path> registries) {
    String paths =
        destinations.stream()
            .filter(WayDestination::byGateway)
            .map(one -> "  " + one + ": {}\n")
            .collect(Collectors.joining());
    return """
        # Written at each start of 'candor collector up --dest'. Vendors' settings come from the environment.
        listen: 127.0.0.1:%d
        data: gateway
        token-file: gateway.token
        services: %s
        registries: %s
        paths:
        %s"""
        .formatted(
            port,
            list(List.of(derived.getOrDefault(SERVICES, "").split("\\|"))),
            list(registries.stream().map(file -> file.toAbsolutePath().toString()).toList()),
            paths);
  }

  private static String list(List<String> texts) {
    return texts.stream()
        .map(text -> TextNode.valueOf(text).toString())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** What is wrong with a gateway's file and with the vendors' settings. */
  static List<String> gatewayFaults(Shell shell, Path file) {
    try {
      ConfigFile.read(file, shell.environment(), shell.clock());
      return List.of();
    } catch (ConfigException e) {
      return e.faults();
    }
  }
}
