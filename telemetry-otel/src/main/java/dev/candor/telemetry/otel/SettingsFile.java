package dev.candor.telemetry.otel;

import dev.candor.telemetry.otel.GivenSettings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The operator's file of settings: {@code NAME=value} lines, blank lines and comments that begin
 * with {@code #}. It is the weakest source. An application may not name it: the file can say yes
 * for people, which is the operator's to say. Strict, so that no slip of the pen goes unseen.
 */
final class SettingsFile {
  private static final long LARGEST = 64L << 10;
  private static final String NAME = EngineSetting.TELEMETRY_SETTINGS_FILE.name();

  private final Map<String, String> settings = new TreeMap<>();
  private final Consumer<String> faults;

  private SettingsFile(Consumer<String> faults) {
    this.faults = faults;
  }

  /**
   * Reads the file that the other sources name; none is named: nothing is opened.
   *
   * @param faults is told setting, line and rule, never a value
   */
  static Map<String, String> read(GivenSettings named, Consumer<String> faults) {
    SettingsFile file = new SettingsFile(faults);
    String path = named.text(NAME);
    if (path != null && named.source(NAME) == Source.BUILDER) {
      faults.accept(NAME + " may not come from the builder");
    } else if (path != null) {
      file.read(path);
    }
    return Map.copyOf(file.settings);
  }

  private void read(String path) {
    try {
      Path file = Path.of(path);
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          line(lines.get(i).strip(), i + 1);
        }
        return;
      }
    } catch (IOException | InvalidPathException e) {
      // Not there, not readable, not UTF-8: told below.
    }
    faults.accept(NAME + " " + EngineSetting.TELEMETRY_SETTINGS_FILE.rule());
  }

  private void line(String line, int number) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int equals = line.indexOf('=');
    String name = equals < 0 ? "" : line.substring(0, equals).strip();
    if (!SettingsReader.isSettingName(name) || name.equals(NAME)) {
      faults.accept(
          "%s line %d must be NAME=value with another name of upper-case letters, digits and _"
              .formatted(NAME, number));
    } else if (settings.put(name, line.substring(equals + 1)) != null) {
      faults.accept("%s line %d must be the only one of its name".formatted(NAME, number));
    }
  }
}
