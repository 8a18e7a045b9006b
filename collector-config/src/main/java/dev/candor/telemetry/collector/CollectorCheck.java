package dev.candor.telemetry.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds an operator's files against the generated base. The Collector's own {@code validate}
 * accepts files that go around the scrubbing or switch it off; so the merged configuration is
 * compared.
 */
public final class CollectorCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECRET_LENGTH = 8;
  private static final int SHORTEST = 4;
  private static final String SERVICES = "CANDOR_SERVICES";

  private final Path collector;
  private final @Nullable String base;

  private CollectorCheck(Path collector, @Nullable String base) {
    this.collector = collector;
    this.base = base;
  }

  /**
   * A check by one Collector.
   *
   * @param base the trusted text, from {@link BaseGenerator}
   */
  public static CollectorCheck of(Path collector, String base) {
    return new CollectorCheck(collector, base);
  }

  /**
   * A check for a base of somebody's own events: the first of the files. It is trusted only where
   * it is what {@link BaseGenerator} writes for some registry.
   */
  public static CollectorCheck ofOwnBase(Path collector) {
    return new CollectorCheck(collector, null);
  }

  /** Whether a file means to be a base, and not an overlay. */
  public static boolean isBase(Path file) {
    ConfigFiles files = ConfigFiles.read(List.of(file));
    return files.unreadable().isEmpty() && GeneratedBase.isMeant(files.sources().get(0).tree());
  }

  /**
   * What is wrong with the files, one line each that names file, place and rule, and never a value;
   * empty if nothing.
   *
   * @param configs the base that will be used, then its overlays
   * @param environment what the Collector will be started with
   */
  public List<String> faults(List<Path> configs, Map<String, String> environment) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putIfAbsent("CANDOR_INGEST_TOKEN", "token-of-the-check");
    if (!all.getOrDefault(SERVICES, "").chars().allMatch(CollectorCheck::isOfNames)) {
      return List.of(
          SERVICES + ": only names with | between them, for a pattern lets any text pass");
    }
    ConfigFiles files = ConfigFiles.read(configs);
    if (!files.unreadable().isEmpty()) {
      return files.unreadable();
    }
    if (files.values().stream().anyMatch(GatewayPaths::isAskedFor)
        && !GatewayPaths.areFit(all.getOrDefault(GatewayPaths.VARIABLE, ""))) {
      return List.of(GatewayPaths.VARIABLE + ": " + GatewayPaths.RULE);
    }
    return new ArrayList<>(new TreeSet<>(faults(files, configs, all)));
  }

  private List<String> faults(
      ConfigFiles files, List<Path> configs, Map<String, String> environment) {
    Command.Result merged = print(configs, environment);
    if (merged.exit() != 0) {
      return List.of(refusal(merged, files, environment));
    }
    List<ConfigFault> faults = new ArrayList<>(ConfigRules.faults(tree(merged)));
    // As written: the printed form leaves this setting out.
    faults.addAll(StageRules.verbosity(files.merged()));
    faults.addAll(
        ConfigRules.unnamed(differences(files, configs, tree(merged), environment), faults));
    List<String> lines =
        new ArrayList<>(
            faults.stream().map(fault -> fault.in(files.decides(fault.path()))).toList());
    for (ConfigFiles.Source file : files.sources()) {
      SecretRules.faults(file.tree()).forEach(fault -> lines.add(fault.in(file.name())));
    }
    if (lines.isEmpty()) {
      Command.Result validate = Command.run(environment, command("validate", configs));
      return validate.exit() == 0 ? List.of() : List.of(refusal(validate, files, environment));
    }
    return lines;
  }

  private List<ConfigFault> differences(
      ConfigFiles files, List<Path> configs, JsonNode merged, Map<String, String> environment) {
    MergedConfig all = MergedConfig.of(merged);
    if (base != null) {
      return all.faultsAgainst(expected(null, environment));
    }
    List<ConfigFault> faults = new ArrayList<>(GeneratedBase.faults(files.sources().get(0).tree()));
    faults.addAll(all.faultsAgainst(expected(configs.get(0), environment)));
    return faults;
  }

  /** What the trusted base makes alone. */
  private JsonNode expected(@Nullable Path own, Map<String, String> environment) {
    Path written = null;
    try {
      Path trusted = own;
      if (trusted == null) {
        written = Files.createTempFile("candor-base", ".yaml");
        trusted = Files.writeString(written, String.valueOf(base));
      }
      Command.Result expected = print(List.of(trusted), environment);
      if (expected.exit() != 0) {
        throw new CollectorException("the Collector refuses the base alone");
      }
      return tree(expected);
    } catch (IOException e) {
      throw new CollectorException("no temporary file can be written", e);
    } finally {
      if (written != null && !written.toFile().delete()) {
        written.toFile().deleteOnExit();
      }
    }
  }

  private Command.Result print(List<Path> configs, Map<String, String> environment) {
    List<String> command = new ArrayList<>(command("print-config", configs));
    command.addAll(List.of("--mode=unredacted", "--format=json", "--validate=false"));
    return Command.run(environment, command);
  }

  private List<String> command(String name, List<Path> configs) {
    List<String> command = new ArrayList<>(List.of(collector.toString(), name));
    configs.forEach(config -> command.addAll(List.of("--config", config.toString())));
    return command;
  }

  private static boolean isOfNames(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "_-.|".indexOf(c) >= 0);
  }

  private static JsonNode tree(Command.Result result) {
    try {
      return JSON.readTree(result.out());
    } catch (JsonProcessingException e) {
      throw new CollectorException("this Collector does not print its configuration as JSON");
    }
  }

  /** The Collector's words without any text that the files or the environment hold as a value. */
  private static String refusal(
      Command.Result result, ConfigFiles files, Map<String, String> environment) {
    String message = result.lastLine();
    List<String> values = new ArrayList<>(files.values());
    environment.values().stream()
        .filter(value -> value.length() >= SECRET_LENGTH)
        .forEach(values::add);
    values.removeIf(value -> value.length() < SHORTEST || files.isName(value));
    values.sort(Comparator.comparing(String::length).reversed());
    for (String value : values) {
      message = message.replace(value, "***");
    }
    return files.naming(message) + ": the Collector refuses the files: " + message;
  }
}
