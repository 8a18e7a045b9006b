package dev.candor.telemetry.exporter;

import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The table that turns an HTTP status into an {@link Outcome}. Immutable; a destination starts with
 * {@link #standard()} and replaces the rows in which its own rules differ.
 *
 * <p>A status that speaks of the address or the credentials pauses the whole destination and loses
 * nothing: the person can correct a token, and what waits is sent then.
 */
public final class HttpOutcomes {
  /** How long a destination rests that cannot work before somebody changes a setting. */
  public static final Duration LONG_PAUSE = Duration.ofHours(1);

  private final Map<Integer, Function<HttpAnswer, Outcome>> rows;

  private HttpOutcomes(Map<Integer, Function<HttpAnswer, Outcome>> rows) {
    this.rows = rows;
  }

  /** The rules that hold for most. */
  public static HttpOutcomes standard() {
    return new HttpOutcomes(Map.of())
        .with(answer -> later(answer, Scope.BODY), 408)
        // The receiver says that it took nothing, and when to come back.
        .with(answer -> later(answer, Scope.DESTINATION), 425, 429, 502, 503, 504)
        // Credentials, address or a proxy in between: nothing will pass before that is corrected.
        .with(HttpOutcomes::misconfigured, 401, 402, 403, 404, 405, 407, 410, 421, 426, 451, 511)
        .with(answer -> new Split(), 413);
  }

  /** Returns this table with another rule for some statuses. */
  public HttpOutcomes with(Function<HttpAnswer, Outcome> rule, int... statuses) {
    Map<Integer, Function<HttpAnswer, Outcome>> changed = new TreeMap<>(rows);
    for (int status : statuses) {
      changed.put(status, rule);
    }
    return new HttpOutcomes(Map.copyOf(changed));
  }

  /** Looks a status up; never throws. */
  public Outcome of(HttpAnswer answer) {
    Function<HttpAnswer, Outcome> rule = rows.get(answer.status());
    if (rule != null) {
      return rule.apply(answer);
    }
    return switch (answer.status() / 100) {
      case 2 -> answer.isWebPage() ? misconfigured(answer) : Delivered.all();
      case 3 -> misconfigured(answer);
      case 4 -> new Dropped(DropReason.INVALID);
      // It broke while it had the body in hand: nobody knows how much of it was kept.
      default -> new Uncertain();
    };
  }

  /** Rests for {@link #LONG_PAUSE}, or for longer if asked to. */
  public static Outcome misconfigured(HttpAnswer answer) {
    Duration asked = answer.retryAfter();
    return new Deferred(asked.compareTo(LONG_PAUSE) > 0 ? asked : LONG_PAUSE, Scope.DESTINATION);
  }

  private static Outcome later(HttpAnswer answer, Scope scope) {
    return new Deferred(answer.retryAfter(), scope);
  }
}
