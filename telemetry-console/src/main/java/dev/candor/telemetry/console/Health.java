package dev.candor.telemetry.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How sessions went: by our totals of the day, which are complete whatever a sample leaves out, or
 * by what a vendor shows of release health.
 *
 * @param sessions that began
 * @param crashed of these, that ended by a crash and by nothing else
 * @param unfinished of these, that ended without a word: a kill, a power cut
 */
record Health(long sessions, long crashed, long unfinished) {
  static final Health NONE = new Health(0, 0, 0);

  private static final String REASON = "session.end.reason";
  private static final String UPDATE = "session ";

  /** By the totals that arrived. */
  static Health of(Arrived arrived) {
    return new Health(
        sum(arrived, "session.start.count", null),
        sum(arrived, "session.count", "crash"),
        sum(arrived, "session.count", "unfinished"));
  }

  /** By what a vendor shows; empty if it tells nothing of sessions by their state. */
  static Optional<Health> shownBy(VendorAccount vendor) {
    Health shown =
        new Health(updates(vendor, "ok"), updates(vendor, "crashed"), updates(vendor, "abnormal"));
    return shown.equals(NONE) ? Optional.empty() : Optional.of(shown);
  }

  /** The share of sessions without a crash, in percent; null without a session. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  @Nullable Double crashFreePercent() {
    return sessions == 0 ? null : Math.round((sessions - crashed) * 1_000.0 / sessions) / 10.0;
  }

  /** The same as it is read. */
  String crashFree() {
    Double percent = crashFreePercent();
    return percent == null ? "no session" : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  private static long sum(Arrived arrived, String metric, @Nullable String reason) {
    return arrived.totals().stream()
        .filter(total -> total.metric().equals(metric))
        .filter(total -> reason == null || reason.equals(total.attributes().get(REASON)))
        .mapToLong(total -> (long) total.value())
        .sum();
  }

  private static long updates(VendorAccount vendor, String state) {
    return vendor.rows().stream()
        .filter(row -> row.theirs().equals(UPDATE + state))
        .mapToLong(VendorAccount.Row::count)
        .sum();
  }
}
