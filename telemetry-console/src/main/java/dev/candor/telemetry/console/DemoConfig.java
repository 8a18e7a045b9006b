package dev.candor.telemetry.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The two configuration changes of the demo: copies of the recorded configuration in which a value
 * is another, as if somebody had edited the machine file.
 */
final class DemoConfig {
  /** What must arrive: key, old value, new value. */
  static final Set<String> CHANGES =
      new TreeSet<>(
          Set.of("use_napari_for_live_view: false -> true", "max_velocity_z_mm: 3.8 -> 3"));

  private static final String MACHINE_FILE = "configuration_Squid+.ini";
  private static final List<Edit> EDITS =
      List.of(
          new Edit("use_napari_for_live_view = False", "use_napari_for_live_view = True"),
          new Edit("max_velocity_z_mm = 3.8", "max_velocity_z_mm = 3.0"));

  private DemoConfig() {}

  /** The recorded configuration, then a copy after the first edit, then one after both. */
  static List<Path> versions(Path recorded, Path copies) {
    List<Path> versions = new ArrayList<>(List.of(recorded));
    for (int i = 0; i < EDITS.size(); i++) {
      Path copy = copies.resolve(String.valueOf(i + 1));
      copyAndEdit(versions.get(i), copy, EDITS.get(i));
      versions.add(copy);
    }
    return versions;
  }

  private static void copyAndEdit(Path from, Path to, Edit edit) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
      apply(edit, to.resolve(MACHINE_FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void apply(Edit edit, Path machineFile) throws IOException {
    String text = Files.readString(machineFile, StandardCharsets.UTF_8);
    if (!text.contains(edit.old())) {
      throw CommandFailure.failed("the recorded configuration is not the expected one");
    }
    Files.writeString(machineFile, text.replace(edit.old(), edit.now()), StandardCharsets.UTF_8);
  }

  private record Edit(String old, String now) {}
}
