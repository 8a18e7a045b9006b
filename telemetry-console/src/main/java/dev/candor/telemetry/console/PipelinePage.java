package dev.candor.telemetry.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The part of a page that holds what was measured: written anew, the rest of the page stays. */
final class PipelinePage {
  /** The line that begins the part. */
  static final String BEGIN = "<!-- measured: written by candor bench pipeline --page -->";

  /** The line that ends it. */
  static final String END = "<!-- end of measured -->";

  private final Path file;
  private final List<String> before;
  private final List<String> after;

  private PipelinePage(Path file, List<String> before, List<String> after) {
    this.file = file;
    this.before = before;
    this.after = after;
  }

  /** Reads a page before anything is measured, so that it is known to have such a part. */
  static PipelinePage read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      int begin = lines.indexOf(BEGIN);
      int end = lines.indexOf(END);
      if (begin < 0 || end < begin) {
        throw new CommandFailure(
            ExitCode.USAGE, "--page takes a file with the two lines around what is measured");
      }
      return new PipelinePage(file, lines.subList(0, begin + 1), lines.subList(end, lines.size()));
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.USAGE, "--page takes a file that can be read");
    }
  }

  void write(List<String> measured) {
    List<String> lines = new ArrayList<>(before);
    lines.addAll(measured);
    lines.addAll(after);
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw CommandFailure.missing("the page cannot be written");
    }
  }

  /** When and on what it was measured. */
  static String machine(Shell shell) {
    return String.format(
        Locale.ROOT,
        "Measured on %s: %d cores of %s, Java %s.",
        LocalDate.ofInstant(shell.clock().instant(), ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        processor(),
        System.getProperty("java.version"));
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("an unknown kind");
    } catch (IOException e) {
      return "an unknown kind";
    }
  }
}
