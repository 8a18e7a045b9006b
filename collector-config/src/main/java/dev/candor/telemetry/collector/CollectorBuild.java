package dev.candor.telemetry.collector;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the project's own Collector with Go from the committed sources. Needs the module proxy
 * once; later builds take seconds.
 */
public final class CollectorBuild {
  private static final String BINARY = "candor-collector";
  private static final int REPORT_EVERY = 100;

  private final Path sources;
  private final Map<String, String> environment;

  private CollectorBuild(Path sources, Map<String, String> environment) {
    this.sources = sources.toAbsolutePath().normalize();
    this.environment = Map.copyOf(environment);
  }

  /** A build of {@code collector-config/distribution}; {@code environment} tells where Go is. */
  public static CollectorBuild of(Path sources, Map<String, String> environment) {
    return new CollectorBuild(sources, environment);
  }

  /**
   * Builds for Maven unless {@code CANDOR_COLLECTOR} is set.
   *
   * @param arguments the distribution's folder
   */
  public static void main(String[] arguments) {
    String named = System.getenv(CollectorFinder.VARIABLE);
    if (named != null && !named.isBlank()) {
      return;
    }
    CollectorBuild build = of(Path.of(arguments[0]), System.getenv());
    if (!build.isFresh()) {
      build.run(System.out::println);
    }
  }

  /** Where the program lies once built. */
  public Path binary() {
    return sources.resolve("build").resolve(BINARY);
  }

  /** Whether the sources are there. */
  public boolean hasSources() {
    return Files.isRegularFile(sources.resolve("go.mod"));
  }

  /** Whether the program is newer than every source. */
  public boolean isFresh() {
    try (Stream<Path> files = Files.list(sources)) {
      if (!Files.isExecutable(binary())) {
        return false;
      }
      FileTime built = Files.getLastModifiedTime(binary());
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(built) > 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Builds the program.
   *
   * @throws CollectorException if Go is missing or fails
   */
  public void run(Consumer<String> progress) {
    Path go = CollectorFinder.inPath(environment, "go");
    if (go == null) {
      throw new CollectorException(
          "the build needs a JDK, Maven and Go 1.26, and Go was not found: "
              + CollectorFinder.ways());
    }
    progress.accept("Building the Collector with Go (minutes the first time, seconds later)");
    try {
      Files.createDirectories(binary().getParent());
      // Beside the target, so that a build that breaks off never leaves half a program.
      Path fresh = Files.createTempFile(binary().getParent(), BINARY, ".new");
      try {
        compile(go, fresh, progress);
        install(fresh);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new CollectorException("the Collector cannot be built: is its folder writable?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectorException("building the Collector was interrupted", e);
    }
    progress.accept("The Collector is built");
  }

  private void compile(Path go, Path target, Consumer<String> progress)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            go.toString(),
            "build",
            "-v",
            "-mod=readonly",
            "-trimpath",
            "-ldflags=-s -w",
            "-o",
            target.toString(),
            ".");
    builder.directory(sources.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(Map.of("CGO_ENABLED", "0", "GOTOOLCHAIN", "local"));
    Process process = builder.start();
    String last = "";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      last = report(lines, progress);
      if (process.waitFor() != 0) {
        throw new CollectorException("Go could not build the Collector: " + last);
      }
    } finally {
      process.destroy();
    }
  }

  private static String report(BufferedReader lines, Consumer<String> progress) throws IOException {
    int downloads = 0;
    int packages = 0;
    String last = "no output";
    @Nullable String line;
    while ((line = lines.readLine()) != null) {
      last = line.strip();
      boolean download = last.startsWith("go: downloading");
      int count = download ? ++downloads : ++packages;
      if (count % REPORT_EVERY == 0) {
        progress.accept((download ? "  modules fetched: " : "  packages compiled: ") + count);
      }
    }
    return last;
  }

  private void install(Path fresh) throws IOException {
    if (!fresh.toFile().setReadable(true, false) || !fresh.toFile().setExecutable(true, false)) {
      throw new IOException("the program cannot be made executable");
    }
    try {
      Files.move(
          fresh, binary(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, binary(), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
