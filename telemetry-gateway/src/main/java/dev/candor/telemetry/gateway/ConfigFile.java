package dev.candor.telemetry.gateway;

import dev.candor.telemetry.exporter.door.RegisteredNames;
import dev.candor.telemetry.registry.BuiltInRegistries;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.registry.RegistryException;
import dev.candor.telemetry.registry.RegistryReader;
import dev.candor.telemetry.scrub.Grammars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link GatewayConfig} of a YAML file and the environment. Everything that is wrong is
 * told at once, with line, setting and rule, never with a value.
 */
public final class ConfigFile {
  /** The variable with the token, if the file names no {@code token-file}. */
  public static final String TOKEN = "CANDOR_GATEWAY_TOKEN";

  private static final String REGISTRY_RULE =
      "must be a registry file (.yaml) or a catalogue on the class path, and fit";
  private static final String SERVICES_RULE =
      "must be words of lower-case letters, digits, dashes and dots";
  private static final int MOST_SECONDS = 3_600;
  private static final long MIB = 1 << 20;
  private static final Set<String> SETTINGS =
      Set.of(
          "data",
          "limits",
          "listen",
          "paths",
          "registries",
          "retry-after-seconds",
          "room",
          "services",
          "stop-within-seconds",
          "tls",
          "token-file");

  private final Path folder;
  private final Map<String, String> environment;
  private final Clock clock;
  private final List<String> faults = new ArrayList<>();

  private ConfigFile(Path folder, Map<String, String> environment, Clock clock) {
    this.folder = folder;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Reads a file. Paths in it are relative to its folder.
   *
   * @throws ConfigException naming every line that is wrong, its setting and its rule
   */
  public static GatewayConfig read(Path file, Map<String, String> environment, Clock clock) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new ConfigException(List.of("the file cannot be read as UTF-8"));
    }
    Path parent = file.toAbsolutePath().getParent();
    return new ConfigFile(parent == null ? file : parent, environment, clock).read(text);
  }

  private GatewayConfig read(String text) {
    YamlPart root = YamlPart.read(text, faults).orElseThrow(() -> new ConfigException(faults));
    Map<String, YamlPart> parts = root.parts(SETTINGS);
    Tokens tokens = tokens(root, parts.get("token-file"));
    Registry registry = registry(parts.get("registries"));
    Path data = data(root, parts.get("data"));
    if (tokens == null || registry == null || data == null) {
      new PathSections(folder, environment, List.of(), clock).read(parts.get("paths"), null);
      throw new ConfigException(faults);
    }
    GatewayConfig.Builder builder = GatewayConfig.builder(data, tokens, registry);
    listen(parts, builder);
    services(parts.get("services"), builder);
    new PathSections(folder, environment, RegisteredNames.of(registry), clock)
        .read(parts.get("paths"), builder);
    seconds(parts.get("retry-after-seconds"), n -> builder.retryAfter(Duration.ofSeconds(n)));
    seconds(parts.get("stop-within-seconds"), n -> builder.stopWithin(Duration.ofSeconds(n)));
    room(parts.get("room"), builder);
    if (parts.get("limits") != null) {
      builder.limits(LimitSettings.read(parts.get("limits")));
    }
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
    return builder.build();
  }

  private @Nullable Tokens tokens(YamlPart root, @Nullable YamlPart file) {
    try {
      if (file == null) {
        String token = environment.get(TOKEN);
        return token == null ? missing(root) : Tokens.of(List.of(token.strip()));
      }
      Path path = path(file);
      return path == null ? null : Tokens.of(SecretFile.lines(path));
    } catch (IllegalArgumentException e) {
      if (file == null) {
        root.fault(TOKEN + " " + Tokens.RULE);
      } else {
        file.fault(SecretFile.RULE + "; each line " + Tokens.RULE);
      }
      return null;
    }
  }

  private static @Nullable Tokens missing(YamlPart root) {
    root.fault("token-file must be given, or " + TOKEN + " in the environment");
    return null;
  }

  private @Nullable Registry registry(@Nullable YamlPart part) {
    RegistryReader reader = BuiltInRegistries.reader();
    boolean fits = true;
    for (YamlPart entry : part == null ? List.<YamlPart>of() : part.list()) {
      String name = entry.text();
      fits &= name != null && add(reader, entry, name);
    }
    try {
      return fits ? reader.read() : null;
    } catch (RegistryException e) {
      if (part != null) {
        part.fault("must be registries that fit together: see 'candor registry check'");
      }
      return null;
    }
  }

  private boolean add(RegistryReader reader, YamlPart entry, String name) {
    try {
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        reader.file(folder.resolve(name));
      } else {
        reader.catalogue(ConfigFile.class.getClassLoader(), name);
      }
      return true;
    } catch (RegistryException | UncheckedIOException | InvalidPathException e) {
      entry.fault(REGISTRY_RULE);
      return false;
    }
  }

  private @Nullable Path data(YamlPart root, @Nullable YamlPart part) {
    if (part == null) {
      root.fault("data must be given: the folder of the stores");
      return null;
    }
    return path(part);
  }

  private void listen(Map<String, YamlPart> parts, GatewayConfig.Builder builder) {
    YamlPart part = parts.get("listen");
    String text = part == null ? null : part.text();
    try {
      if (text != null) {
        builder.listen(ListenAddress.parse(text));
      }
    } catch (IllegalArgumentException e) {
      if (part != null) {
        part.fault(ListenAddress.RULE);
      }
    }
    YamlPart tls = parts.get("tls");
    if (tls != null) {
      tls(tls, builder);
    }
  }

  private void tls(YamlPart tls, GatewayConfig.Builder builder) {
    Map<String, YamlPart> parts = tls.parts(Set.of("certificate", "key"));
    YamlPart chain = parts.get("certificate");
    YamlPart key = parts.get("key");
    Path chainFile = chain == null ? null : path(chain);
    Path keyFile = key == null ? null : path(key);
    if (chainFile == null || keyFile == null) {
      tls.fault("needs certificate and key");
      return;
    }
    TlsFiles files = new TlsFiles(chainFile, keyFile);
    try {
      files.read();
      builder.tls(files);
    } catch (IllegalArgumentException e) {
      tls.fault(TlsFiles.RULE);
    }
  }

  private void services(@Nullable YamlPart part, GatewayConfig.Builder builder) {
    for (YamlPart entry : part == null ? List.<YamlPart>of() : part.list()) {
      String name = entry.text();
      if (name != null && Grammars.isWord(name)) {
        builder.services(List.of(name));
      } else {
        entry.fault(SERVICES_RULE);
      }
    }
  }

  private static void room(@Nullable YamlPart part, GatewayConfig.Builder builder) {
    if (part == null) {
      return;
    }
    Map<String, YamlPart> parts = part.parts(Set.of("items", "mib", "sent-days"));
    YamlPart items = parts.get("items");
    YamlPart mib = parts.get("mib");
    builder.room(
        items == null ? 1_000_000 : items.number(1_000, 1_000_000_000, 1_000_000),
        MIB * (mib == null ? 2_048 : mib.number(16, 1 << 20, 2_048)));
    YamlPart days = parts.get("sent-days");
    if (days != null) {
      builder.sent(Duration.ofDays(days.number(0, 30, 7)));
    }
  }

  private static void seconds(@Nullable YamlPart part, LongConsumer setting) {
    if (part != null) {
      setting.accept(part.number(1, MOST_SECONDS, 1));
    }
  }

  private @Nullable Path path(YamlPart part) {
    String text = part.text();
    try {
      return text == null ? null : folder.resolve(text);
    } catch (InvalidPathException e) {
      part.fault("must be a path");
      return null;
    }
  }
}
