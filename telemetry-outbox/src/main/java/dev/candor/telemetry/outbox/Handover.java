package dev.candor.telemetry.outbox;

import dev.candor.telemetry.outbox.Items.Draft;
import dev.candor.telemetry.outbox.Items.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Rows that this process has just stored, kept for its courier, so that it need not read them from
 * the file and parse them. Bounded, oldest out first; what is not here is in the file. One for each
 * open file, under the same lock.
 *
 * <p>It knows a range of numbers, and holds every sendable row of that range as it was stored: a
 * cursor that stands in the range may go on with these rows and passes nothing by.
 */
final class Handover {
  private static final int ROWS = 2_000;
  private static final long BYTES = 4 << 20;

  private final int most;
  private final Deque<Held> held = new ArrayDeque<>();
  private long bytes;
  // The range: behind the first, up to the second.
  private long from;
  private long to;

  private Handover(int most) {
    this.most = most;
  }

  /** Keeps what is stored. */
  static Handover bounded() {
    return new Handover(ROWS);
  }

  /** Keeps nothing. */
  static Handover none() {
    return new Handover(0);
  }

  boolean isNone() {
    return most == 0;
  }

  /**
   * Takes what a transaction has stored, once it is committed.
   *
   * @param before the newest number in the file when the transaction began
   * @param stored all that it has stored
   * @param seqs their numbers, as many and in the same order
   */
  void add(long before, long grant, List<Draft> stored, List<Long> seqs) {
    if (before > to) {
      clear(); // somebody else has stored what lies between
      from = before;
    }
    for (int i = 0; i < stored.size(); i++) {
      Draft draft = stored.get(i);
      to = seqs.get(i);
      if (!readsBackAlike(draft)) {
        clear();
      } else if (draft.sendable()) {
        held.add(new Held(draft.row(to, grant), draft.body().length()));
        bytes += draft.body().length();
      }
    }
    while (held.size() > most || bytes > BYTES) {
      removeFirst();
    }
  }

  /** The number up to which all that follows a cursor is here; the cursor itself if nothing is. */
  long reach(long cursor) {
    return cursor >= from && cursor < to ? to : cursor;
  }

  /** The rows here that follow a cursor, with none missing between them. */
  List<Row> after(long cursor, int limit) {
    List<Row> after = new ArrayList<>();
    if (reach(cursor) > cursor) {
      for (Held one : held) {
        if (after.size() == limit) {
          break;
        }
        if (one.row().seq() > cursor) {
          after.add(one.row());
        }
      }
    }
    return after;
  }

  /** Lets go of what every cursor has passed. */
  void passed(long cursor) {
    while (!held.isEmpty() && held.getFirst().row().seq() <= cursor) {
      removeFirst();
    }
  }

  /** Forgets all: the file says what there is. */
  void clear() {
    held.clear();
    bytes = 0;
    from = to;
  }

  private void removeFirst() {
    Held first = held.removeFirst();
    bytes -= first.size();
    from = first.row().seq();
  }

  // Half a character has no form in UTF-8: the file gives a question mark back.
  private static boolean readsBackAlike(Draft draft) {
    for (Map.Entry<String, String> entry : draft.resource().entrySet()) {
      if (!readsBackAlike(entry.getKey()) || !readsBackAlike(entry.getValue())) {
        return false;
      }
    }
    return readsBackAlike(draft.body());
  }

  private static boolean readsBackAlike(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return false;
        }
        i++; // its other half
      }
    }
    return true;
  }

  private record Held(Row row, int size) {}
}
