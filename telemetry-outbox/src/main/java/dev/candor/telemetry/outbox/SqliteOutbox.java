package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.outbox.StoreFile.NewerFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The store behind a lock: one connection, one thread at a time, and every fault survived here. */
final class SqliteOutbox implements Outbox {
  private static final long HOUSEKEEPING_MILLIS = 60_000;
  private static final int WIPE_ATTEMPTS = 10;
  private static final int PAGE = 200;

  private final Path folder;
  private final Limits limits;
  private final Clock clock;
  private final StoreFile file;
  private final Faults faults = new Faults();
  private final ReentrantLock lock = new ReentrantLock();
  private final Cells cells = new StoredCells(this);

  private @Nullable Store store;
  private boolean inMemory;
  private boolean closed;
  private long housekept;
  private long epoch;
  private List<String> destinations = List.of();
  private boolean named;

  SqliteOutbox(Path folder, Limits limits, Clock clock) {
    this.folder = folder;
    this.limits = limits;
    this.clock = clock;
    this.file = new StoreFile(folder);
    housekept = clock.millis();
    finishWithdrawals();
  }

  Path folder() {
    return folder;
  }

  boolean isInMemory() {
    return inMemory;
  }

  @Override
  public void destinations(List<String> names) {
    lock.lock();
    try {
      destinations = List.copyOf(names);
      named = true;
    } finally {
      lock.unlock();
    }
    run(0, this::nameDestinations);
  }

  private int nameDestinations(Store open) throws SQLException {
    return open.db.write(
        () -> {
          open.queue.destinations(destinations);
          return 0;
        });
  }

  @Override
  public AppendResult append(Batch batch) {
    List<Items.Draft> drafts = new ArrayList<>(batch.events().size());
    int faulty = 0;
    for (Batch.Entry entry : batch.events()) {
      try {
        drafts.add(Drafts.of(entry));
      } catch (IllegalArgumentException e) {
        faults.count("item_unwritable");
        faulty++;
      }
    }
    List<Increment> counts = batch.counts();
    long now = clock.millis();
    if (batch.grant() < epoch()) {
      return new AppendResult(0, 0, drafts.size() + counts.size(), faulty);
    }
    AppendResult result =
        run(
            new AppendResult(0, 0, 0, drafts.size()),
            open -> {
              AppendResult appended = open.append(batch.grant(), drafts, counts, now);
              faults.count("evicted", new Bounds(open, limits).enforce());
              return appended;
            });
    housekeep();
    return new AppendResult(
        result.stored(), result.known(), result.refused(), result.full() + faulty);
  }

  // Also holds when the fence could not be written: this process refuses at once.
  private long epoch() {
    lock.lock();
    try {
      return epoch;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public PurgeReceipt withdraw(long grant) {
    lock.lock();
    try {
      epoch = Math.max(epoch, grant);
    } finally {
      lock.unlock();
    }
    long receipt = run(-1L, open -> Withdrawal.begin(open, grant, clock.millis()));
    return receipt < 0
        ? new PurgeReceipt(clock.instant(), 0, 0, false)
        : purge(receipt, grant, WIPE_ATTEMPTS);
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
    deleteQuarantined(Duration.ZERO);
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
    long wanted = epoch();
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

  /** Deletes what is too old, goes on with what was interrupted; at most once a minute. */
  void housekeep() {
    long now = clock.millis();
    lock.lock();
    try {
      if (Math.abs(now - housekept) < HOUSEKEEPING_MILLIS) {
        return;
      }
      housekept = now;
    } finally {
      lock.unlock();
    }
    finishWithdrawals();
    closeDays(false);
    boolean more = true;
    while (more) {
      more = run(false, open -> new Bounds(open, limits).age(now));
    }
    run(
        0,
        open -> {
          Bounds bounds = new Bounds(open, limits);
          faults.count("evicted", bounds.enforce());
          bounds.shrink();
          return 0;
        });
    deleteQuarantined(limits.age());
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
    lock.lock();
    try {
      closed = true;
      drop();
    } finally {
      lock.unlock();
    }
  }

  /** Runs work on the open file; whatever breaks is counted, and {@code fallback} is the answer. */
  <T> T run(T fallback, Operation<T> operation) {
    lock.lock();
    try {
      // A damaged file is replaced, and the work tried once more on the new one.
      for (int attempt = 0; attempt < 2; attempt++) {
        Store open = open();
        if (open == null) {
          return fallback;
        }
        try {
          return operation.on(open);
        } catch (SQLException e) {
          if (!replace(open, Trouble.of(e))) {
            return fallback;
          }
        } catch (RuntimeException e) {
          if (!replace(open, Trouble.FAULT)) {
            return fallback;
          }
        }
      }
      return fallback;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Store open() {
    if (store != null && !inMemory && !file.isSame()) {
      faults.count("store_replaced");
      drop();
    }
    if (store == null && !closed) {
      store = openFile();
      Store open = store;
      if (open != null) {
        prepare(open);
      }
    }
    return store;
  }

  private void prepare(Store open) {
    try {
      if (epoch > open.fence.epoch()) {
        Withdrawal.begin(open, epoch, clock.millis());
      }
      epoch = open.fence.epoch();
      if (named) {
        nameDestinations(open);
      }
    } catch (SQLException e) {
      faults.count(Trouble.of(e).label());
    }
  }

  private @Nullable Store openFile() {
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        return file.open();
      } catch (NewerFileException e) {
        faults.count(Trouble.NEWER.label());
        return openInMemory();
      } catch (IOException e) {
        faults.count(Trouble.UNWRITABLE.label());
        return openInMemory();
      } catch (SQLException e) {
        Trouble trouble = Trouble.of(e);
        faults.count(trouble.label());
        if (trouble == Trouble.UNWRITABLE) {
          return openInMemory();
        }
        if (trouble != Trouble.DAMAGED && trouble != Trouble.FAULT) {
          return null; // busy or full: the next call tries again
        }
        if (!quarantine()) {
          return openInMemory();
        }
      }
    }
    return openInMemory();
  }

  private @Nullable Store openInMemory() {
    try {
      Store memory = StoreFile.openInMemory();
      inMemory = true;
      faults.count("store_in_memory");
      return memory;
    } catch (SQLException | IOException e) {
      faults.count("store_missing");
      return null;
    }
  }

  /** Counts a failure; true if the file was damaged and is out of the way. */
  private boolean replace(Store open, Trouble trouble) {
    faults.count(trouble.label());
    boolean damaged = trouble == Trouble.DAMAGED || (trouble == Trouble.FAULT && !isSound(open));
    if (!damaged || inMemory) {
      reset(open);
      return false;
    }
    drop();
    return quarantine();
  }

  private void reset(Store open) {
    try {
      open.db.reset();
    } catch (SQLException e) {
      drop(); // the next call opens the file anew
    }
  }

  private static boolean isSound(Store open) {
    try {
      return "ok".equals(open.db.first("PRAGMA quick_check(1)", row -> row.getString(1)));
    } catch (SQLException e) {
      return false;
    }
  }

  private boolean quarantine() {
    try {
      file.quarantine(clock.millis());
      faults.count("store_quarantined");
      return true;
    } catch (IOException e) {
      faults.count(Trouble.UNWRITABLE.label());
      return false;
    }
  }

  private void deleteQuarantined(Duration age) {
    try {
      file.deleteQuarantined(age, clock.millis());
    } catch (IOException e) {
      faults.count(Trouble.UNWRITABLE.label());
    }
  }

  private void drop() {
    Store open = store;
    store = null;
    if (open != null) {
      try {
        open.db.close();
      } catch (SQLException e) {
        faults.count(Trouble.of(e).label());
      }
    }
  }

  private enum Step {
    MORE,
    DONE,
    FAILED
  }

  /** Work on an open file. */
  interface Operation<T> {
    T on(Store store) throws SQLException;
  }
}
