package dev.candor.telemetry.console;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows a page in the browser of the desktop, if there is one. */
final class Browser {
  private Browser() {}

  static void open(Shell shell, Path page) {
    Optional<List<String>> command = command(shell, page);
    if (!Files.exists(page) || command.isEmpty()) {
      return;
    }
    try {
      new ProcessBuilder(command.get())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      shell.line("No browser could be opened; the page lies at the path above.");
    }
  }

  /** The command that opens a page on this desktop; none where nobody looks at a screen. */
  static Optional<List<String>> command(Shell shell, Path page) {
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")) {
      return Optional.of(List.of("open", page.toString()));
    }
    boolean screen =
        shell.environment().containsKey("DISPLAY")
            || shell.environment().containsKey("WAYLAND_DISPLAY");
    for (String folder :
        shell.environment().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path opener = Path.of(folder, "xdg-open");
      if (screen && !folder.isEmpty() && Files.isExecutable(opener)) {
        return Optional.of(List.of(opener.toString(), page.toString()));
      }
    }
    return Optional.empty();
  }
}
