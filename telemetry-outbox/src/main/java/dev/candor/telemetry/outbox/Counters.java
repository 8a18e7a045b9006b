package dev.candor.telemetry.outbox;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.CountItem.Point;
import dev.candor.telemetry.exporter.ItemJson;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Counters: folded in memory for each commit, then into their rows; closed into items once due. */
final class Counters {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Db db;
  private final Items items;

  Counters(Db db, Items items) {
    this.db = db;
    this.items = items;
  }

  /** Adds what a batch counted. */
  void add(long grant, Map<Key, Point> folded) throws SQLException {
    for (Map.Entry<Key, Point> entry : folded.entrySet()) {
      Key key = entry.getKey();
      long resource = items.resource(key.resource());
      String series = ItemJson.writePoint(key.zero());
      String day = key.day().toString();
      String before =
          db.first(
              "SELECT total FROM counter WHERE grant = ? AND purpose = ? AND day = ?"
                  + " AND resource = ? AND sendable = ? AND series = ?",
              row -> row.getString(1),
              grant,
              key.purpose().name(),
              day,
              resource,
              key.sendable() ? 1L : 0L,
              series);
      Point total =
          before == null ? entry.getValue() : sum(ItemJson.readPoint(before), entry.getValue());
      db.update(
          "INSERT OR REPLACE INTO counter(grant, purpose, day, resource, sendable, series, total)"
              + " VALUES(?, ?, ?, ?, ?, ?, ?)",
          grant,
          key.purpose().name(),
          day,
          resource,
          key.sendable() ? 1L : 0L,
          series,
          ItemJson.writePoint(total));
    }
  }

  /**
   * Turns sendable rows before {@code today} (or all) into items; to be called in a transaction.
   *
   * @return how many items came of it
   */
  int close(LocalDate today, boolean all, long epoch, long now) throws SQLException {
    Map<Group, List<Point>> groups = new LinkedHashMap<>();
    db.list(
        "SELECT grant, purpose, day, counter.resource, resource.body, total FROM counter"
            + " JOIN resource ON resource.id = counter.resource"
            + " WHERE sendable = 1 AND grant >= ? AND (day < ? OR ?)"
            + " ORDER BY grant, purpose, day, counter.resource, series",
        row ->
            groups
                .computeIfAbsent(
                    new Group(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5)),
                    group -> new ArrayList<>())
                .add(ItemJson.readPoint(row.getString(6))),
        epoch,
        today.toString(),
        all ? 1L : 0L);
    for (Map.Entry<Group, List<Point>> entry : groups.entrySet()) {
      Group group = entry.getKey();
      Items.Draft draft = group.draft(entry.getValue());
      items.insert(draft, group.grant(), group.resource(), now);
      items.share(draft.purpose(), 1, draft.body().length());
      db.update(
          "DELETE FROM counter WHERE grant = ? AND purpose = ? AND day = ? AND resource = ?"
              + " AND sendable = 1",
          group.grant(),
          group.purpose(),
          group.day(),
          group.resource());
    }
    return groups.size();
  }

  int deleteBelow(long grant) throws SQLException {
    return db.update(
        "DELETE FROM counter WHERE (grant, purpose, day, resource, sendable, series) IN"
            + " (SELECT grant, purpose, day, resource, sendable, series FROM counter"
            + " WHERE grant < ? LIMIT ?)",
        grant,
        (long) Withdrawal.CHUNK);
  }

  void deleteBefore(LocalDate day) throws SQLException {
    db.update("DELETE FROM counter WHERE sendable = 0 AND day < ?", day.toString());
  }

  /** Folds increments with equal keys; values that are no finite number are left out. */
  static Map<Key, Point> fold(List<Increment> increments) {
    Map<Key, Point> folded = new HashMap<>();
    for (Increment increment : increments) {
      if (Double.isFinite(increment.value())) {
        folded.merge(Key.of(increment), point(increment), Counters::sum);
      }
    }
    return folded;
  }

  private static Point point(Increment increment) {
    List<Double> bounds = increment.bounds();
    List<Long> buckets = new ArrayList<>();
    if (!bounds.isEmpty()) {
      buckets.addAll(Collections.nCopies(bounds.size() + 1, 0L));
      int bucket = 0;
      while (bucket < bounds.size() && increment.value() > bounds.get(bucket)) {
        bucket++;
      }
      buckets.set(bucket, 1L);
    }
    boolean wholeSum = increment.whole() && bounds.isEmpty();
    return new Point(
        increment.metric(),
        increment.unit(),
        increment.attributes(),
        wholeSum ? (long) increment.value() : 1,
        increment.value(),
        increment.whole(),
        bounds,
        buckets);
  }

  private static Point sum(Point one, Point other) {
    List<Long> buckets = new ArrayList<>();
    for (int i = 0; i < one.buckets().size(); i++) {
      buckets.add(one.buckets().get(i) + other.buckets().get(i));
    }
    return new Point(
        one.metric(),
        one.unit(),
        one.attributes(),
        one.count() + other.count(),
        one.sum() + other.sum(),
        one.whole(),
        one.bounds(),
        buckets);
  }

  /** What makes two increments the same counter, but for the grant. */
  record Key(
      Purpose purpose,
      LocalDate day,
      String metric,
      String unit,
      SortedMap<String, Object> attributes,
      boolean whole,
      List<Double> bounds,
      boolean sendable,
      SortedMap<String, String> resource) {
    static Key of(Increment increment) {
      return new Key(
          increment.purpose(),
          increment.day(),
          increment.metric(),
          increment.unit(),
          increment.attributes(),
          increment.whole(),
          increment.bounds(),
          increment.sendable(),
          increment.resource());
    }

    Point zero() {
      return new Point(metric, unit, attributes, 0, 0, whole, bounds, List.of());
    }
  }

  private record Group(long grant, String purpose, String day, long resource, String resourceBody) {
    Items.Draft draft(List<Point> points) {
      byte[] id = new byte[16];
      RANDOM.nextBytes(id);
      CountItem item =
          new CountItem(
              HexFormat.of().formatHex(id),
              Purpose.valueOf(purpose),
              LocalDate.parse(day),
              points,
              ItemJson.readStrings(resourceBody));
      return Drafts.of(item);
    }
  }

  /** The end of a day, in milliseconds: the time of its totals. */
  static long endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
