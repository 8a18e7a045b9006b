package dev.candor.telemetry;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One session of a program that is only watched, such as a microscope's control software.
 *
 * @param source the program: lower-case letters, digits and dashes
 * @param run what makes this session unique, an id that no person typed: lower-case letters, digits
 *     and dashes. Item ids derive from it without a secret, so it must not be a name, a path or a
 *     title.
 * @param version the program's version or commit
 * @param environment what it ran on
 * @param started when it started
 */
public record SourceSession(
    String source, String run, String version, RunEnvironment environment, Instant started) {
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}");

  /** Checks the parts. */
  public SourceSession {
    if (!KEY.matcher(source).matches() || !KEY.matcher(run).matches()) {
      throw new IllegalArgumentException(
          "source and run must be lower-case letters, digits and dashes, at most 64");
    }
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("version must be letters, digits and . + _ -, at most 64");
    }
  }
}
