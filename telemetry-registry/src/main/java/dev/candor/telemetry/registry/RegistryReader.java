package dev.candor.telemetry.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
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
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("registry")
          .setAllowDuplicateKeys(false)
          .setMaxAliasesForCollections(0)
          .build();

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
      return text(unused(name == null ? "registry" : name.toString()), Files.readString(file));
    } catch (MalformedInputException e) {
      throw new RegistryException(String.valueOf(name), "must be UTF-8");
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

  /** Tells whether {@link #catalogue} would find one. */
  static boolean isThere(ClassLoader loader, String qualifiedName) {
    return loader.getResource(FOLDER + qualifiedName + ".yaml") != null;
  }

  /** Adds a registry given as text; {@code name} stands in messages. */
  public RegistryReader text(String name, String yaml) {
    texts.put(name, yaml);
    return this;
  }

  /**
   * Merges what was added; members of one attribute are united.
   *
   * @throws RegistryException for the first rule that is broken
   */
  public Registry read() {
    return merger().merged();
  }

  /** Every rule that is broken, as file, line, place and rule; none for registries that are fit. */
  public List<String> faults() {
    return merger().faults().stream().map(this::described).toList();
  }

  /**
   * The merged registry as one file, equal for equal input: reading it gives the same registry. It
   * may refer to attributes that only the built-in registries declare.
   *
   * @throws RegistryException for the first rule that is broken
   */
  public String export() {
    return union().text();
  }

  /**
   * The merged registry as a page for people, in Markdown: events, purposes, reasons, attributes
   * and their values, days kept.
   *
   * @throws RegistryException for the first rule that is broken
   */
  public String page() {
    return CataloguePage.write(union());
  }

  private RegistryUnion union() {
    merger().requireFitEntries();
    RegistryUnion union = new RegistryUnion();
    texts.forEach((name, yaml) -> union.add(load(name, yaml)));
    return union;
  }

  private RegistryMerger merger() {
    RegistryMerger merger = new RegistryMerger();
    texts.forEach(
        (name, yaml) -> {
          try {
            merger.add(name, load(name, yaml));
          } catch (RegistryException fault) {
            merger.add(fault);
          }
        });
    return merger;
  }

  /** Two files of one name are two registries. */
  private String unused(String name) {
    String unused = name;
    for (int number = 2; texts.containsKey(unused); number++) {
      unused = name + " (" + number + ")";
    }
    return unused;
  }

  private String described(RegistryException fault) {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String name = text.getKey();
      if (fault.place().equals(name) || fault.place().startsWith(name + ".")) {
        String path = fault.place().substring(name.length());
        int line = YamlLines.line(SETTINGS, text.getValue(), path);
        String place = path.isEmpty() ? "" : path.substring(1) + ": ";
        return name + ":" + line + ": " + place + fault.rule();
      }
    }
    return String.valueOf(fault.getMessage());
  }

  private static Object load(String name, String yaml) {
    try {
      Object root = new Load(SETTINGS).loadFromString(yaml);
      return root == null ? List.of() : root;
    } catch (YamlEngineException e) {
      throw new RegistryException(name, "not one YAML document with unique keys");
    }
  }
}
