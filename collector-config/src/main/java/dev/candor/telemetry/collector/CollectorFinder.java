package dev.candor.telemetry.collector;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a Collector that has the components which Candor's files use: the one that {@code
 * CANDOR_COLLECTOR} names, else the project's own build, else Go builds it. Fails with one line
 * that lists these ways.
 */
public final class CollectorFinder {
  /** Names a Collector to use instead of the project's own. */
  public static final String VARIABLE = "CANDOR_COLLECTOR";

  private static final Set<String> COMPONENTS =
      Set.of(
          "otlp",
          "memory_limiter",
          "groupbyattrs",
          "filter",
          "transform",
          "redaction",
          "forward",
          "otlp_http",
          "file",
          "nop",
          "file_storage",
          "bearertokenauth",
          "health_check");

  private final Map<String, String> environment;
  private final @Nullable CollectorBuild build;

  private CollectorFinder(Map<String, String> environment, @Nullable CollectorBuild build) {
    this.environment = Map.copyOf(environment);
    this.build = build;
  }

  /**
   * A finder inside the project's sources; {@code root} is the folder that holds {@code
   * collector-config}.
   */
  public static CollectorFinder inProject(Path root, Map<String, String> environment) {
    Path sources = root.resolve("collector-config").resolve("distribution");
    return new CollectorFinder(environment, CollectorBuild.of(sources, environment));
  }

  /** A finder without the project's sources: only {@code CANDOR_COLLECTOR} can name a Collector. */
  public static CollectorFinder elsewhere(Map<String, String> environment) {
    return new CollectorFinder(environment, null);
  }

  /**
   * The program; may take minutes when Go has to build it.
   *
   * @param progress told one short line now and then
   * @throws CollectorException if there is none
   */
  public Path find(Consumer<String> progress) {
    String named = environment.get(VARIABLE);
    if (named != null && !named.isBlank()) {
      return checked(Path.of(named));
    }
    if (build == null || !build.hasSources()) {
      throw new CollectorException("no Collector: " + ways());
    }
    if (!build.isFresh()) {
      build.run(progress);
    }
    return checked(build.binary());
  }

  /** The ways to a Collector, as one sentence. */
  static String ways() {
    return "set "
        + VARIABLE
        + " to an OpenTelemetry Collector with the components of collector-config/distribution/builder.yaml,"
        + " or install Go 1.26 and build the project's own (candor collector build)";
  }

  private static Path checked(Path binary) {
    if (!Files.isRegularFile(binary) || !Files.isExecutable(binary)) {
      throw new CollectorException(VARIABLE + " names no program: " + ways());
    }
    Command.Result result =
        Command.run(Map.of(), List.of(binary.toAbsolutePath().toString(), "components"));
    Set<String> missing = new TreeSet<>(COMPONENTS);
    result
        .out()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("- name: "))
        .forEach(line -> missing.remove(line.substring("- name: ".length()).strip()));
    if (!missing.isEmpty()) {
      throw new CollectorException(
          "this Collector lacks " + String.join(", ", missing) + ": " + ways());
    }
    return binary.toAbsolutePath();
  }

  /** The first program of that name in the search path, or null. */
  static @Nullable Path inPath(Map<String, String> environment, String program) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder.isEmpty() ? "." : folder, program);
      if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
