package dev.candor.telemetry.squid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Takes a {@link ConfigSnapshot} of an installation. Any thread; never throws for what the files
 * hold.
 *
 * <p>It opens files by their known names only. The folder {@code cache} is never listed, so the
 * secrets that lie in it (a bot token, an API key) are never opened.
 */
public final class SnapshotReader {
  private static final List<String> PROFILES = List.of("default", "default_profile");

  private final FileOpener opener;

  private SnapshotReader(FileOpener opener) {
    this.opener = opener;
  }

  /** Returns a reader of the file system. */
  public static SnapshotReader create() {
    return with(FileOpener.system());
  }

  /** Returns a reader that opens files through {@code opener}. */
  public static SnapshotReader with(FileOpener opener) {
    return new SnapshotReader(Objects.requireNonNull(opener, "opener"));
  }

  /**
   * Reads the configuration below a folder: the program's working directory, or the checkout that
   * holds it as {@code software}.
   */
  public ConfigSnapshot read(Path installation) {
    SnapshotBuilder snapshot = new SnapshotBuilder(new ConfigReader(opener));
    List<Path> bases = List.of(installation, installation.resolve("software"));
    snapshot.first(LogicalFile.INI, bases.stream().flatMap(this::machineFiles));
    snapshot.first(
        LogicalFile.ILLUMINATION,
        bases.stream()
            .map(base -> base.resolve("machine_configs/illumination_channel_config.yaml")));
    snapshot.first(
        LogicalFile.CACHE_MULTIPOINT,
        bases.stream().map(base -> base.resolve("cache/multipoint_widget_config.yaml")));
    snapshot.first(
        LogicalFile.CACHE_CAMERA,
        bases.stream().map(base -> base.resolve("cache/camera_settings.yaml")));
    bases.forEach(base -> profile(snapshot, base));
    return snapshot.build();
  }

  /** The one machine file, or the one of several that the program chose last. */
  private Stream<Path> machineFiles(Path base) {
    List<Path> found =
        list(base).stream()
            .filter(path -> name(path).startsWith("configuration") && name(path).endsWith(".ini"))
            .toList();
    if (found.size() < 2) {
      return found.stream();
    }
    String chosen = chosenFile(base);
    return found.stream().filter(path -> name(path).equals(chosen));
  }

  private String chosenFile(Path base) {
    try {
      String text = FileText.read(base.resolve("cache/config_file_path.txt"), opener, 4096).strip();
      return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    } catch (UnreadableException e) {
      // Then nobody can tell which of them the program uses.
      return "";
    }
  }

  private static void profile(SnapshotBuilder snapshot, Path base) {
    for (String old :
        List.of("channel_config_main_camera.xml", "channel_config_main_camera.json")) {
      snapshot.add(LogicalFile.CHANNEL_CONFIGS, ObjectiveName.NONE, base.resolve(old));
    }
    Path profile = chosenProfile(base.resolve("user_profiles"));
    snapshot.add(
        LogicalFile.CHANNEL_CONFIGS,
        ObjectiveName.NONE,
        profile.resolve("channel_configs/general.yaml"));
    Path older = chosenProfile(base.resolve("acquisition_configurations"));
    for (ObjectiveName objective : ObjectiveName.values()) {
      if (!objective.labels().isEmpty()) {
        objective(snapshot, objective, profile, older.resolve(objective.labels().get(0)));
      }
    }
  }

  private static void objective(
      SnapshotBuilder snapshot, ObjectiveName objective, Path profile, Path older) {
    String yaml = objective.labels().get(0) + ".yaml";
    snapshot.add(
        LogicalFile.CHANNEL_CONFIGS,
        objective,
        profile.resolve("channel_configs").resolve(yaml),
        older.resolve("channel_configurations.xml"),
        older.resolve("channel_settings.json"));
    snapshot.add(
        LogicalFile.LASER_AF,
        objective,
        profile.resolve("laser_af_configs").resolve(yaml),
        older.resolve("laser_af_settings.json"),
        older.resolve("laser_af_reference_plane.json"));
  }

  /** A profile's name is a person's word: it is used to find the files and then forgotten. */
  private static Path chosenProfile(Path profiles) {
    List<Path> found = list(profiles).stream().filter(Files::isDirectory).toList();
    return found.stream()
        .filter(path -> PROFILES.contains(name(path)))
        .findFirst()
        .or(() -> found.stream().findFirst())
        .orElse(profiles.resolve(PROFILES.get(0)));
  }

  private static List<Path> list(Path folder) {
    return Folders.list(folder);
  }

  private static String name(Path path) {
    return Folders.name(path);
  }
}
