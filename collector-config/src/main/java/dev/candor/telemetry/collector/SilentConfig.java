package dev.candor.telemetry.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Refuses a configuration file that would send made-up cases to a true destination. */
final class SilentConfig {
  private SilentConfig() {}

  /** Requires that a file has no exporter but {@code nop}. */
  static void require(Path config) {
    Path name = config.getFileName();
    try {
      Object root =
          new Load(LoadSettings.builder().build()).loadFromString(Files.readString(config));
      Object exporters = root instanceof Map<?, ?> map ? map.get("exporters") : null;
      boolean sends =
          exporters instanceof Map<?, ?> map
              && map.keySet().stream().anyMatch(key -> !String.valueOf(key).equals("nop"));
      if (sends) {
        throw new CollectorException(
            name + " has an exporter, which would send the cases away: give files without one");
      }
    } catch (YamlEngineException e) {
      throw new CollectorException(name + " is not one YAML document with unique keys", e);
    } catch (IOException e) {
      throw new CollectorException(name + " cannot be read", e);
    }
  }
}
