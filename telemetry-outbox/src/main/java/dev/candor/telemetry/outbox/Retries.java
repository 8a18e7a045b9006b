package dev.candor.telemetry.outbox;

/**
 * What an operator says of tries and pauses.
 *
 * @param attempts tries after the first failure, of whatever bodies, before everything for that
 *     destination pauses; 0 to 10
 * @param factor by which pauses grow with each failure, 1 to 10
 */
public record Retries(int attempts, double factor) {
  /**
   * Checks both.
   *
   * @throws IllegalArgumentException naming the rule
   */
  public Retries {
    if (attempts < 0 || attempts > 10) {
      throw new IllegalArgumentException("attempts must be from 0 to 10");
    }
    if (!(factor >= 1 && factor <= 10)) {
      throw new IllegalArgumentException("factor must be from 1 to 10");
    }
  }
}
