package dev.candor.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the scripts of this module as an operator does. */
final class Scripts {
  /** The folder of this module. */
  static final Path FOLDER = Path.of(System.getProperty("candor.root"), "images");

  /** The tag that tests give to the images that they build. */
  static final String TAG = "test";

  private static List<String> built = List.of();

  private Scripts() {}

  /** Builds both images once, and returns what was printed. */
  static synchronized List<String> build() {
    if (built.isEmpty()) {
      Finished ended = run("build", "--as-built", "--tag", TAG);
      if (ended.exit() != 0) {
        throw new AssertionError("images/build failed: " + ended.output());
      }
      built = ended.output().lines().toList();
    }
    return built;
  }

  static Finished run(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(FOLDER.resolve(script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    // The runtime of the image is the one that the tests run on.
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      return Finished.of(builder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
