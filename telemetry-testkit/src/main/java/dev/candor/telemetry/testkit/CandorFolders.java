package dev.candor.telemetry.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out the folders of {@link CandorFolder} and removes them. */
final class CandorFolders implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(CandorFolders.class);

  CandorFolders() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(CandorFolder.class)
        && parameter.getParameter().getType() == Path.class;
  }

  @Override
  public Path resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Folder folder = new Folder(create());
    context.getStore(NAMESPACE).put(folder, folder);
    return folder.path();
  }

  private static Path create() {
    try {
      Path path = Files.createTempDirectory("candor-test-");
      FileStore store = Files.getFileStore(path);
      if (store.supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for a test", e);
    }
  }

  /** A folder that JUnit closes, and so removes, when the test has ended. */
  private record Folder(Path path) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      // Background threads of a test that failed may still write: two tries.
      for (int attempt = 0; attempt < 2 && Files.exists(path); attempt++) {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(path)) {
          deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException | NoSuchFileException e) {
          continue;
        }
        for (Path file : deepestFirst) {
          file.toFile().setWritable(true);
          file.toFile().delete();
        }
      }
    }
  }
}
