package dev.candor.telemetry.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a file, or of standard input, one after the other. A line that breaks a rule is told
 * by its number and the rule, never its content, and the next one is read.
 */
final class Corpus implements AutoCloseable {
  private final Shell shell;
  private final InputStream in;
  private final CorpusLines lines;
  private final CaseParser parser = new CaseParser();
  private final Set<String> ids = new HashSet<>();
  private long faults;

  private Corpus(Shell shell, InputStream in) {
    this.shell = shell;
    this.in = in;
    this.lines = new CorpusLines(in);
  }

  /** Opens a file, or standard input if there is none. */
  static Corpus open(Shell shell, @Nullable Path file) {
    if (file == null) {
      return new Corpus(shell, shell.stdin());
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandFailure(
          ExitCode.USAGE, "no such file: give a file of JSON lines, or none for standard input");
    }
    try {
      return new Corpus(shell, Files.newInputStream(file));
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** The next case, or null at the end. */
  @Nullable CorpusCase next() {
    try {
      while (lines.next()) {
        CorpusCase read = read();
        if (read != null) {
          return read;
        }
      }
      return null;
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** {@link ExitCode#FAILED} if a line broke a rule. */
  int exitCode() {
    return faults == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable();
    }
  }

  private @Nullable CorpusCase read() {
    try {
      byte[] line = lines.bytes();
      if (new String(line, StandardCharsets.ISO_8859_1).isBlank()) {
        return null;
      }
      CorpusCase parsed = parser.parse(line);
      if (!ids.add(parsed.id())) {
        throw new CaseFault("'id' was used by a line before");
      }
      return parsed;
    } catch (CaseFault fault) {
      faults++;
      shell.err().println("candor: line " + lines.number() + ": " + fault.getMessage());
      return null;
    }
  }

  private static CommandFailure unreadable() {
    return CommandFailure.missing("the cases cannot be read to their end");
  }
}
