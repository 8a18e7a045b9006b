package dev.candor.telemetry.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An open file: its connection and its tables. */
final class Store {
  private static final long REFUSED = -1;

  final Db db;
  final Handover handover;
  final Fence fence;
  final Items items;
  final Books books;
  final Queue queue;
  final Counters counters;
  final Bodies bodies;
  final Refused refused;

  Store(Db db, Handover handover) throws SQLException {
    this.db = db;
    this.handover = handover;
    fence = new Fence(db);
    items = new Items(db, handover, KnownIds.of(db));
    books = new Books(db);
    queue = new Queue(db, items, books);
    counters = new Counters(db, items);
    bodies = new Bodies(db, items, queue, books);
    refused = new Refused(db, books, bodies);
  }

  /** Appends in one transaction; a grant below the fence is refused as a whole. */
  AppendResult append(long grant, List<Items.Draft> drafts, List<Increment> counts, long now)
      throws SQLException {
    List<Items.Draft> stored = new ArrayList<>();
    List<Long> seqs = new ArrayList<>();
    long before =
        db.write(
            () -> {
              if (!fence.admits(grant)) {
                return REFUSED;
              }
              long last = handover.isNone() ? 0 : items.last();
              List<Increment> steps = new ArrayList<>(counts);
              insert(grant, drafts, stored, steps, now);
              counters.add(grant, Counters.fold(steps));
              seqs.addAll(handover.isNone() ? List.of() : items.numbersAfter(last));
              return last;
            });
    if (before == REFUSED) {
      return new AppendResult(0, 0, drafts.size() + counts.size(), 0);
    }
    if (!handover.isNone()) {
      handover.add(before, grant, stored, seqs); // committed
    }
    return new AppendResult(stored.size(), drafts.size() - stored.size(), 0, 0);
  }

  // What an event counts is added to steps only if the event is new.
  private void insert(
      long grant,
      List<Items.Draft> drafts,
      List<Items.Draft> stored,
      List<Increment> steps,
      long now)
      throws SQLException {
    Map<Map<String, String>, Long> resources = new HashMap<>();
    Map<String, long[]> shares = new HashMap<>();
    int sendable = 0;
    int unwanted = 0;
    for (Items.Draft draft : drafts) {
      Long resource = resources.get(draft.resource());
      if (resource == null) {
        resource = items.resource(draft.resource());
        resources.put(draft.resource(), resource);
      }
      if (items.insert(draft, grant, resource, now)) {
        stored.add(draft);
        sendable += draft.sendable() ? 1 : 0;
        unwanted += draft.unwanted() ? 1 : 0;
        steps.addAll(draft.counts());
        String purpose = draft.isForgotten() ? Items.FORGOTTEN : draft.purpose();
        long[] share = shares.computeIfAbsent(purpose, key -> new long[2]);
        share[0]++;
        share[1] += draft.isForgotten() ? 0 : draft.body().length();
      }
    }
    for (Map.Entry<String, long[]> share : shares.entrySet()) {
      items.share(share.getKey(), share.getValue()[0], share.getValue()[1]);
    }
    queue.offered(sendable);
    queue.leftOut(unwanted);
  }
}
