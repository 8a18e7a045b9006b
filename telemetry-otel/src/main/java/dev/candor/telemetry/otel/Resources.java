package dev.candor.telemetry.otel;

import dev.candor.telemetry.scrub.Grammars;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The resource attributes that the engine knows by itself; all from closed lists or grammars. */
final class Resources {
  private static final String SDK_VERSION = sdkVersion();

  private Resources() {}

  static Map<String, String> ofMachine(Map<String, String> properties) {
    TreeMap<String, String> resource = new TreeMap<>();
    resource.put("os.type", OsType.of(properties).name().toLowerCase(Locale.ROOT));
    resource.put("host.arch", architecture(properties.getOrDefault("os.arch", "")));
    resource.put("telemetry.sdk.name", "candor");
    resource.put("telemetry.sdk.language", "java");
    resource.put("telemetry.sdk.version", SDK_VERSION);
    return resource;
  }

  static Map<String, String> ofRuntime(Map<String, String> properties) {
    String version = properties.getOrDefault("java.version", "");
    return Grammars.isVersion(version) ? Map.of("process.runtime.version", version) : Map.of();
  }

  private static String architecture(String name) {
    return switch (name) {
      case "amd64", "x86_64" -> "amd64";
      case "aarch64", "arm64" -> "arm64";
      case "x86", "i386", "i686" -> "x86";
      case "arm" -> "arm32";
      case "ppc64", "ppc64le" -> "ppc64";
      case "s390x" -> "s390x";
      default -> "other";
    };
  }

  private static String sdkVersion() {
    String version = Resources.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }
}
