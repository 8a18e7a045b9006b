package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Item;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The store as others see it; {@link StoreDoor} survives what breaks. */
final class SqliteOutbox implements Outbox {
  private static final long HOUSEKEEPING_MILLIS = 60_000;
  private static final int WIPE_ATTEMPTS = 10;
  private static final int PAGE = 200;

  private final Path folder;
  private final Limits limits;
  private final Duration sent;
  private final Clock clock;
  private final boolean relay;
  private final Faults faults = new Faults();
  private final StoreDoor door;
  private final Cells cells = new StoredCells(this);
  private final AtomicLong housekept;

  SqliteOutbox(Path folder, Limits limits, Clock clock) {
    this(folder, limits, clock, /* relay= */ false);
  }

  SqliteOutbox(Path folder, Limits limits, Clock clock, boolean relay) {
    this(folder, new Keeping(limits, limits.age()), clock, relay);
  }

  SqliteOutbox(Path folder, Keeping keeping, Clock clock, boolean relay) {
    this.folder = folder;
    this.limits = keeping.limits();
    this.sent = keeping.sent();
    this.clock = clock;
    this.relay = relay;
    door = new StoreDoor(folder, clock, faults, relay);
    housekept = new AtomicLong(clock.millis());
    finishWithdrawals();
  }

  /**
   * How much stays, and how long.
   *
   * @param sent of bodies that are settled
   */
  record Keeping(Limits limits, Duration sent) {}

  Path folder() {
    return folder;
  }

  CourierSettings courierSettings() {
    return relay ? CourierSettings.relay() : CourierSettings.defaults();
  }

  boolean isInMemory() {
    return door.isInMemory();
  }

  @Override
  public void destinations(List<String> names) {
    door.destinations(names);
  }

  @Override
  public AppendResult append(Batch batch) {
    List<Items.Draft> drafts = batch.drafts().rows();
    int faulty = batch.drafts().unwritable();
    if (faulty > 0) {
      faults.count("item_unwritable", faulty);
    }
    List<Increment> counts = batch.counts();
    long now = clock.millis();
    if (batch.grant() < door.epoch()) {
      return new AppendResult(0, 0, drafts.size() + counts.size(), faulty);
    }
    AppendResult result =
        run(
            new AppendResult(0, 0, 0, drafts.size()),
            open -> {
              if (relay) {
                return new Bounds(open, limits).isFull()
                    ? new AppendResult(0, 0, 0, drafts.size())
                    : open.db.onDisk(() -> open.append(batch.grant(), drafts, counts, now));
              }
              AppendResult appended = open.append(batch.grant(), drafts, counts, now);
              countEvicted(new Bounds(open, limits).enforce());
              return appended;
            });
    housekeepIfDue();
    return new AppendResult(
        result.stored(), result.known(), result.refused(), result.full() + faulty);
  }

  @Override
  public PurgeReceipt withdraw(long grant) {
    door.raise(grant);
    long receipt = run(-1L, open -> Withdrawal.begin(open, grant, clock.millis()));
    return receipt < 0
        ? new PurgeReceipt(clock.instant(), 0, 0, false)
        : purge(receipt, grant, WIPE_ATTEMPTS);
  }

  @Override
  public void raiseFence(long grant) {
    door.raise(grant);
    finishWithdrawals();
  }

  private PurgeReceipt purge(long receipt, long grant, int attempts) {
    PurgeReceipt failed = new PurgeReceipt(clock.instant(), 0, 0, false);
    Step step = Step.MORE;
    while (step == Step.MORE) {
      // The lock is free between the steps: others work there.
      step =
          run(
              Step.FAILED,
              open -> new Withdrawal(open, grant).step(receipt) ? Step.MORE : Step.DONE);
    }
    if (step == Step.FAILED) {
      return failed;
    }
    door.deleteQuarantined(Duration.ZERO);
    boolean wiped = run(false, open -> new Withdrawal(open, grant).wipeLog());
    for (int attempt = 1; attempt < attempts && !wiped; attempt++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      wiped = run(false, open -> new Withdrawal(open, grant).wipeLog());
    }
    boolean complete = wiped;
    return run(failed, open -> new Withdrawal(open, grant).end(receipt, clock.millis(), complete));
  }

  /** Goes on with withdrawals that were interrupted, or could not be begun. */
  private void finishWithdrawals() {
    long wanted = door.epoch();
    if (run(wanted, open -> open.fence.epoch()) < wanted) {
      run(-1L, open -> Withdrawal.begin(open, wanted, clock.millis()));
    }
    for (Receipts.Unfinished one :
        run(List.<Receipts.Unfinished>of(), open -> Receipts.unfinished(open.db))) {
      purge(one.id(), one.grant(), 1);
    }
  }

  @Override
  public void closeDays(boolean all) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    long now = clock.millis();
    run(
        0,
        open ->
            open.db.write(
                () -> {
                  if (open.queue.active().isEmpty()) {
                    return 0;
                  }
                  int closedDays = open.counters.close(today, all, open.fence.epoch(), now);
                  open.queue.offered(closedDays);
                  return closedDays;
                }));
  }

  /** {@link #housekeep}, at most once a minute. */
  void housekeepIfDue() {
    long now = clock.millis();
    long last = housekept.get();
    if (Math.abs(now - last) >= HOUSEKEEPING_MILLIS && housekept.compareAndSet(last, now)) {
      housekeep();
    }
  }

  @Override
  public void housekeep() {
    long now = clock.millis();
    finishWithdrawals();
    closeDays(false);
    boolean more = true;
    while (more) {
      more = run(false, open -> new Bounds(open, limits).age(now));
    }
    more = true;
    while (more) {
      more = run(false, open -> new Bounds(open, limits).deleteSent(now - sent.toMillis()));
    }
    run(
        0,
        open -> {
          Bounds bounds = new Bounds(open, limits);
          if (!relay) {
            countEvicted(bounds.enforce());
          }
          bounds.shrink();
          return 0;
        });
    door.deleteQuarantined(limits.age());
  }

  @Override
  public Ledger ledger() {
    return run(new Ledger(List.of()), open -> open.db.read(open.books::read));
  }

  @Override
  public Cells cells() {
    return cells;
  }

  @Override
  public List<SealedBody> sealed() {
    List<SealedBody> all = new ArrayList<>();
    long after = 0;
    while (true) {
      long from = after;
      List<SealedBody> page = run(List.of(), open -> open.bodies.page(from, PAGE));
      if (page.isEmpty()) {
        return all;
      }
      all.addAll(page);
      after = page.get(page.size() - 1).id();
    }
  }

  @Override
  public Optional<byte[]> bytes(long sealedId) {
    return run(Optional.empty(), open -> Optional.ofNullable(open.bodies.bytes(sealedId)));
  }

  @Override
  public List<StoredItem> items(long after, int limit) {
    List<StoredItem> items = new ArrayList<>();
    for (Items.Row row :
        run(List.<Items.Row>of(), open -> open.items.page(after, Math.min(limit, PAGE)))) {
      Item item = row.item();
      if (item != null) {
        items.add(new StoredItem(row.seq(), row.grant(), row.sendable(), row.keep(), item));
      }
    }
    return items;
  }

  @Override
  public List<RefusedItem> refused(long after, int limit) {
    return run(List.of(), open -> open.refused.page(after, Math.min(limit, PAGE)));
  }

  @Override
  public long retry(String destination) {
    return run(0L, open -> open.db.write(() -> open.refused.retry(destination)));
  }

  @Override
  public long countOlder(Duration age) {
    long before = clock.millis() - age.toMillis();
    return run(0L, open -> open.items.countStoredBefore(before));
  }

  @Override
  public long deleteOlder(Duration age) {
    Limits older = new Limits(age, limits.rows(), limits.bytes());
    long now = clock.millis();
    long items = countOlder(age);
    boolean more = true;
    while (more) {
      more = run(false, open -> new Bounds(open, older).age(now));
    }
    run(false, open -> new Withdrawal(open, 0).wipeLog());
    return items - countOlder(age);
  }

  @Override
  public List<PurgeReceipt> receipts() {
    return run(List.of(), open -> Receipts.all(open.db));
  }

  @Override
  public Map<String, Long> faults() {
    return faults.byName();
  }

  Faults faultCounts() {
    return faults;
  }

  void countFault(String name) {
    faults.count(name);
  }

  @Override
  public void close() {
    door.close();
  }

  /** Runs work on the open file; whatever breaks is counted, and {@code fallback} is the answer. */
  <T> T run(T fallback, StoreDoor.Operation<T> operation) {
    return door.run(fallback, operation);
  }

  private void countEvicted(long n) {
    if (n > 0) {
      faults.count("evicted", n);
    }
  }

  private enum Step {
    MORE,
    DONE,
    FAILED
  }
}
