package dev.candor.telemetry.squid;

import java.time.Instant;
import java.util.Optional;

/**
 * What {@code run.json} says about one acquisition. The host's name, paths and the experiment's
 * name in it are not taken, but for {@link #isOf}.
 */
final class RunState {
  private static final int ID_LENGTH = 32;
  private static final double MAX_SECONDS = 1e11;

  private final Value json;

  private RunState(Value json) {
    this.json = json;
  }

  /** Returns the state, or nothing if the file was not read. */
  static Optional<RunState> of(Document document) {
    return document
        .value()
        .filter(value -> value.get("status").text().isPresent())
        .map(RunState::new);
  }

  /** Returns the run's id, if it is one that a program made: 32 hexadecimal digits. */
  Optional<String> id() {
    return json.get("run_id")
        .text()
        .filter(id -> id.length() == ID_LENGTH && id.chars().allMatch(RunState::isHex));
  }

  /** Whether it speaks of the acquisition in this folder. */
  boolean isOf(String folder) {
    return json.get("experiment_id").text().filter(folder::equals).isPresent();
  }

  Optional<Instant> started() {
    return instant(json.get("started_at"));
  }

  Optional<Instant> ended() {
    return instant(json.get("ended_at")).or(() -> instant(json.get("heartbeat_at")));
  }

  /** Returns how it ended, or nothing if it still runs. */
  Optional<AcquisitionOutcome> outcome(Liveness liveness) {
    String status = json.get("status").text().orElse("");
    if (status.equals("running")) {
      boolean alive = liveness.isAlive(pid(), instant(json.get("heartbeat_at")).orElse(null));
      return alive ? Optional.empty() : Optional.of(AcquisitionOutcome.UNFINISHED);
    }
    if (!status.equals("ended")) {
      return Optional.of(AcquisitionOutcome.UNKNOWN);
    }
    return Optional.of(
        switch (json.get("reason").text().orElse("")) {
          case "completed" -> AcquisitionOutcome.COMPLETED;
          case "completed_with_errors" -> AcquisitionOutcome.COMPLETED_WITH_ERRORS;
          case "user_abort" -> AcquisitionOutcome.ABORTED;
          case "error" -> AcquisitionOutcome.FAILED;
          default -> AcquisitionOutcome.UNKNOWN;
        });
  }

  long imagesTaken() {
    return (long) Numbers.bounded(json.get("stats").get("total_images"), 1e9);
  }

  /** Time points, positions, channels and steps; the positions of all regions are counted. */
  long imagesExpected() {
    Value expected = json.get("expected");
    double product =
        Numbers.bounded(expected.get("timepoints"), 1e9)
            * Numbers.bounded(expected.get("fovs"), 1e9)
            * Numbers.bounded(expected.get("channels"), 1e9)
            * Numbers.bounded(expected.get("z"), 1e9);
    return (long) Math.min(product, 1e9);
  }

  int regions() {
    return (int) Numbers.bounded(json.get("expected").get("regions"), 1_000_000);
  }

  private long pid() {
    return (long) Numbers.bounded(json.get("pid"), 1e9);
  }

  private static boolean isHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  static Optional<Instant> instant(Value seconds) {
    return seconds
        .number()
        .filter(number -> number > 0 && number < MAX_SECONDS)
        .map(number -> Instant.ofEpochMilli(Math.round(number * 1000)));
  }
}
