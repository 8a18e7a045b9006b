package dev.candor.telemetry.exporter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of one body. A destination answers with exactly one of these and never throws. */
public sealed interface Outcome {
  /**
   * The destination answered and took all but {@code refused}: reasons by item id. {@code
   * refusedUnnamed} counts items that it refused without saying which.
   */
  record Delivered(Map<String, DropReason> refused, long refusedUnnamed) implements Outcome {
    /** Copies the map. */
    public Delivered {
      refused = Map.copyOf(refused);
    }

    /** All of it was taken. */
    public static Delivered all() {
      return new Delivered(Map.of(), 0);
    }
  }

  /**
   * Nothing was taken; the same bytes may succeed after {@code after}, or when backoff says if that
   * is zero.
   */
  record Deferred(Duration after, Scope scope) implements Outcome {}

  /**
   * It was sent and no answer came: perhaps taken, perhaps not. Never sent again unless the
   * destination de-duplicates.
   */
  record Uncertain() implements Outcome {}

  /** It is too large; seal it again in halves. */
  record Split() implements Outcome {}

  /**
   * Nothing was taken. Some items are the reason: {@code refused} are given up, {@code later} wait
   * that long, all others are sealed again at once, without them. Ids that are not in the body are
   * ignored; if none is left, the body is halved.
   */
  record Separated(Map<String, DropReason> refused, Map<String, Duration> later)
      implements Outcome {
    /** Copies the maps. */
    public Separated {
      refused = Map.copyOf(refused);
      later = Map.copyOf(later);
    }
  }

  /** It was refused, and sending it again would not help. */
  record Dropped(DropReason reason) implements Outcome {}

  /**
   * What becomes of a body that is not sent because of some of its items: they are given up, and
   * the others sealed again without them.
   */
  static Outcome givenUp(Sealed sealed, List<String> items, DropReason reason) {
    if (items.containsAll(sealed.itemIds())) {
      return new Dropped(reason);
    }
    Map<String, DropReason> refused = new TreeMap<>();
    items.forEach(item -> refused.put(item, reason));
    return new Separated(refused, Map.of());
  }

  /** What a pause applies to. */
  enum Scope {
    /** This body. */
    BODY,
    /** Everything for this destination. */
    DESTINATION
  }

  /** Why something was given up; a ledger term and counter label. */
  enum DropReason {
    /** The destination says that it is malformed. */
    INVALID,
    /** The destination refuses the credentials or the project. */
    UNAUTHORIZED,
    /** Even alone it is larger than the destination takes. */
    TOO_LARGE,
    /** The destination cannot express it. */
    UNSUPPORTED,
    /** It is of a kind that the destination never takes: totals, where it takes events only. */
    OTHER_KIND,
    /** The destination failed at it, and does not want to be sent it again. */
    REFUSED,
    /** The destination takes no more of this kind for now, and wants it given up meanwhile. */
    RATE_LIMITED,
    /** It is older than the destination takes, though not older than its {@link Limits#age}. */
    EXPIRED,
    /** Its session is not among those whose events are sent there. */
    SAMPLED,
    /** The store was full. */
    FULL,
    /** A fault of ours. */
    FAULT
  }
}
