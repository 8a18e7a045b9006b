package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorCheck;
import dev.candor.telemetry.collector.CollectorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a Collector is started with or checked: overlays behind the base that comes with
 * Candor, or behind a base of somebody's own events.
 */
final class CollectorSetup {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?:env:)?(\\w+)");

  private final List<Path> files = new ArrayList<>();
  private final boolean own;

  /**
   * Unpacks the base unless the first file is one.
   *
   * @param folder for the base that comes with Candor
   */
  CollectorSetup(Path folder, List<Path> given) {
    own = !given.isEmpty() && CollectorCheck.isBase(given.get(0));
    if (!own) {
      files.add(CollectorFiles.BASE.unpack(folder));
    }
    given.forEach(file -> files.add(file.toAbsolutePath()));
  }

  List<Path> files() {
    return List.copyOf(files);
  }

  /** What is wrong with the files, one line each. */
  List<String> faults(Path program, Map<String, String> environment) {
    CollectorCheck check =
        own
            ? CollectorCheck.ofOwnBase(program)
            : CollectorCheck.of(program, CollectorFiles.BASE.text());
    return check.faults(files, environment);
  }

  /** Of an environment what the files ask for; a Collector gets nothing else. */
  Map<String, String> variables(Map<String, String> environment) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Path file : files) {
      Matcher names = VARIABLE.matcher(text(file));
      while (names.find()) {
        String value = environment.get(names.group(1));
        if (value != null) {
          variables.put(names.group(1), value);
        }
      }
    }
    return variables;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return ""; // the check says so
    }
  }
}
