package dev.candor.telemetry.gateway;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.DestinationProvider.SettingRow;
import dev.candor.telemetry.exporter.DestinationSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A vendor's settings: of its part of the file, else of the environment. One thread. */
final class PathSettings implements DestinationSettings {
  private static final String FILE = "file";

  private final YamlPart section;
  private final Map<String, YamlPart> parts;
  private final Map<String, String> given = new HashMap<>();
  private final Around around;

  PathSettings(YamlPart section, Map<String, YamlPart> parts, Around around) {
    this.section = section;
    this.parts = parts;
    this.around = around;
  }

  /**
   * What is not in the file.
   *
   * @param names what vendors call events
   * @param warnings where the exporter's warnings go
   */
  record Around(
      Map<String, String> environment,
      List<VendorName> names,
      Clock clock,
      Consumer<String> warnings) {}

  /** Reads a setting from the file; a secret may not stand there. */
  void read(SettingRow row, Path folder) {
    YamlPart part = parts.get(row.name());
    if (part == null) {
      return;
    }
    if (part.isMapping()) {
      YamlPart file = part.parts(Set.of(FILE)).get(FILE);
      String name = file == null ? null : file.text();
      if (file != null && name != null) {
        secret(row.name(), file, folder.resolve(name));
      }
    } else if (row.secret()) {
      part.fault("is a secret: give it as {file: PATH}, or in the environment");
    } else {
      String text = part.text();
      if (text != null) {
        given.put(row.name(), text);
      }
    }
  }

  private void secret(String name, YamlPart part, Path file) {
    try {
      given.put(name, SecretFile.lines(file).get(0));
    } catch (IllegalArgumentException e) {
      part.fault(SecretFile.RULE);
    }
  }

  @Override
  public @Nullable String text(String name) {
    String text = given.getOrDefault(name, around.environment().get(name));
    return text == null || text.isBlank() ? null : text.strip();
  }

  @Override
  public void fault(String name, String rule) {
    YamlPart part = parts.get(name);
    if (part == null) {
      section.fault(name + " " + rule);
    } else {
      part.fault(rule);
    }
  }

  @Override
  public void warn(String text) {
    around.warnings().accept(text);
  }

  @Override
  public String service() {
    return "gateway";
  }

  @Override
  public String version() {
    return "unknown";
  }

  @Override
  public String environment() {
    return "unknown";
  }

  @Override
  public List<String> packages() {
    return List.of();
  }

  @Override
  public List<VendorName> vendorNames() {
    return around.names();
  }

  @Override
  public Clock clock() {
    return around.clock();
  }
}
