package dev.candor.telemetry.collector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads registries (Weaver {@code definition/2}, the subset that the annotation processor writes)
 * and merges them.
 *
 * <p>Strict on purpose: whatever it does not understand is refused by a {@link RegistryException}
 * that names file and rule, for a rule that is skipped in silence is a hole in the Collector. Not
 * for use by several threads.
 */
public final class RegistryReader {
  private static final String FOLDER = "META-INF/candor/registry/";

  private final Map<String, String> texts = new LinkedHashMap<>();

  /** A reader without any registry. */
  public static RegistryReader create() {
    return new RegistryReader();
  }

  private RegistryReader() {}

  /** Adds a registry file. */
  public RegistryReader file(Path file) {
    Path name = file.getFileName();
    try {
      return text(name == null ? "registry" : name.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds the registry that the annotation processor wrote for a catalogue, found as a resource. */
  public RegistryReader catalogue(ClassLoader loader, String qualifiedName) {
    String resource = FOLDER + qualifiedName + ".yaml";
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new RegistryException(
            resource,
            "no such resource: was the catalogue compiled with the annotation processor?");
      }
      return text(qualifiedName, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a registry given as text; {@code name} stands in messages. */
  public RegistryReader text(String name, String yaml) {
    texts.put(name, yaml);
    return this;
  }

  /** Merges what was added; members of one attribute are united. */
  public Registry read() {
    RegistryMerger merger = new RegistryMerger();
    texts.forEach((name, yaml) -> merger.add(YamlSection.of(name, load(name, yaml))));
    return merger.merged();
  }

  private static Object load(String name, String yaml) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .build();
    try {
      Object root = new Load(settings).loadFromString(yaml);
      return root == null ? List.of() : root;
    } catch (YamlEngineException e) {
      throw new RegistryException(name, "not one YAML document with unique keys");
    }
  }
}
