package dev.candor.telemetry.console;

import java.util.List;

/**
 * What a pipeline is given.
 *
 * @param rate events a second
 * @param seconds how long
 * @param destinations the first so many of ga4, amplitude, sentry and store
 * @param installations how many send in turn
 * @param perRequest events in one request of one installation
 * @param separate whether each destination has an exporter of its own
 */
record PipelineLoad(
    int rate, int seconds, int destinations, int installations, int perRequest, boolean separate) {
  /** Of how many events one is an error, which goes to Sentry alone in a request. */
  static final int ERROR_EVERY = 50;

  private static final List<WayDestination> DESTINATIONS =
      List.of(
          WayDestination.GA4,
          WayDestination.AMPLITUDE,
          WayDestination.SENTRY,
          WayDestination.STORE);

  // Typed values are the rule: a text is the exception, as in an application's events.
  private static final int TEXT_EVERY = 10;
  private static final int FIRST_TEXT = 5;

  PipelineLoad {
    within("--rate", rate, 100_000);
    within("--seconds", seconds, 3_600);
    within("--destinations", destinations, 4);
    within("--installations", installations, 1_000_000);
    within("--per-request", perRequest, 500);
  }

  /** The ways to its destinations: ga4 and amplitude share one, unless all are to be separate. */
  WayPlan plan() {
    return new WayPlan(DESTINATIONS.subList(0, destinations), !separate && destinations > 1);
  }

  PipelineLoad withSeconds(int n) {
    return new PipelineLoad(rate, n, destinations, installations, perRequest, separate);
  }

  PipelineLoad withDestinations(int n) {
    return new PipelineLoad(rate, seconds, n, installations, perRequest, separate);
  }

  PipelineLoad withInstallations(int n) {
    return new PipelineLoad(rate, seconds, destinations, n, perRequest, separate);
  }

  /** Whole requests only. */
  long requests(int forSeconds) {
    return Math.max(1, (long) rate * forSeconds / perRequest);
  }

  static boolean isError(long number) {
    return number % ERROR_EVERY == 0;
  }

  static boolean hasText(long number) {
    return number % TEXT_EVERY == FIRST_TEXT;
  }

  private static void within(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be 1 to " + most);
    }
  }
}
