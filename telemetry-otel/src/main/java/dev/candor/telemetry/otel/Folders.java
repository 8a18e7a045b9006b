package dev.candor.telemetry.otel;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of one application lie: the answer and its audit log in one folder, everything
 * that is collected in the other.
 *
 * @param configuration holds {@code consent.json}, {@code self-description.json} and {@code
 *     audit.log}
 * @param data holds the store, the installation's id and the locks of sessions
 */
public record Folders(Path configuration, Path data) {
  /** Everything below one folder, as {@code TelemetryOptions.folder} asks. */
  public static Folders below(Path folder) {
    return new Folders(folder, folder.resolve("data"));
  }

  /**
   * The platform's folders.
   *
   * @param service the application's name, used as the last part
   * @param properties system properties: {@code os.name} and {@code user.home}
   * @param environment variables such as {@code XDG_CONFIG_HOME} and {@code APPDATA}
   */
  static Folders ofPlatform(
      String service, Map<String, String> properties, Map<String, String> environment) {
    Path home = Path.of(properties.getOrDefault("user.home", "."));
    return switch (OsType.of(properties)) {
      case DARWIN -> {
        Path base = home.resolve("Library/Application Support/candor").resolve(service);
        yield below(base);
      }
      case WINDOWS ->
          new Folders(
              folder(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                  .resolve("candor")
                  .resolve(service),
              folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                  .resolve("candor")
                  .resolve(service)
                  .resolve("data"));
      default ->
          new Folders(
              absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                  .resolve("candor")
                  .resolve(service),
              absolute(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                  .resolve("candor")
                  .resolve(service));
    };
  }

  /** The administrator's policy file of the platform. */
  static Path policyFile(Map<String, String> properties, Map<String, String> environment) {
    return switch (OsType.of(properties)) {
      case DARWIN -> Path.of("/Library/Application Support/candor/policy.json");
      case WINDOWS ->
          folder(environment.get("ProgramData"), Path.of("C:/ProgramData"))
              .resolve("candor")
              .resolve("policy.json");
      default -> Path.of("/etc/candor/policy.json");
    };
  }

  /** The answer. */
  public Path consentFile() {
    return configuration.resolve("consent.json");
  }

  /** What the person typed about themselves; never sent. */
  public Path selfDescriptionFile() {
    return configuration.resolve("self-description.json");
  }

  /** Who answered what and when; begins with the first yes. */
  public Path auditLog() {
    return configuration.resolve("audit.log");
  }

  /** The store's database. */
  public Path outboxFile() {
    return data.resolve("outbox.db");
  }

  /** The installation's id and secret. */
  public Path installationFile() {
    return data.resolve("installation.json");
  }

  private static Path folder(@Nullable String given, Path otherwise) {
    return given == null || given.isBlank() ? otherwise : Path.of(given);
  }

  // The XDG specification tells programs to ignore relative paths.
  private static Path absolute(@Nullable String given, Path otherwise) {
    Path path = folder(given, otherwise);
    return path.isAbsolute() ? path : otherwise;
  }
}
