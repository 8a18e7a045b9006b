package dev.candor.telemetry.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds an operator's files against the generated base. The Collector's own {@code validate}
 * accepts files that go around the scrubbing or switch it off; so the merged configuration is
 * compared.
 */
public final class CollectorCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECRET_LENGTH = 8;
  private static final String SERVICES = "CANDOR_SERVICES";

  private final Path collector;
  private final String base;

  private CollectorCheck(Path collector, String base) {
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
   * What is wrong with the files, one line each that names the place and the rule; empty if
   * nothing.
   *
   * @param configs the base that will be used, then its overlays
   * @param environment what the Collector will be started with
   */
  public List<String> faults(List<Path> configs, Map<String, String> environment) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putIfAbsent("CANDOR_INGEST_TOKEN", "token-of-the-check");
    List<String> faults = new ArrayList<>();
    if (!all.getOrDefault(SERVICES, "").chars().allMatch(CollectorCheck::isOfNames)) {
      faults.add(SERVICES + ": only names with | between them, for a pattern lets any text pass");
      return faults;
    }
    Path trusted = null;
    try {
      trusted = Files.createTempFile("candor-base", ".yaml");
      Files.writeString(trusted, base);
      Command.Result merged = print(configs, all);
      if (merged.exit() != 0) {
        faults.add("the Collector refuses the files: " + withoutSecrets(merged.lastLine(), all));
        return faults;
      }
      Command.Result expected = print(List.of(trusted), all);
      if (expected.exit() != 0) {
        throw new CollectorException("the Collector refuses the generated base");
      }
      faults.addAll(MergedConfig.of(tree(merged)).faultsAgainst(tree(expected)));
      if (faults.isEmpty()) {
        Command.Result validate = Command.run(all, command("validate", configs));
        if (validate.exit() != 0) {
          faults.add(
              "the Collector refuses the files: " + withoutSecrets(validate.lastLine(), all));
        }
      }
      return faults;
    } catch (IOException e) {
      throw new CollectorException("no temporary file can be written", e);
    } finally {
      if (trusted != null && !trusted.toFile().delete()) {
        trusted.toFile().deleteOnExit();
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

  private static String withoutSecrets(String message, Map<String, String> environment) {
    String clean = message;
    for (String value : environment.values()) {
      if (value.length() >= SECRET_LENGTH) {
        clean = clean.replace(value, "***");
      }
    }
    return clean;
  }
}
