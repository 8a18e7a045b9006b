package dev.candor.telemetry.outbox;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Which parts may have an id: 32 bits of each key in memory. Half of them choose a bucket, so that
 * four bytes an id are enough for the other half and for the part, and one bucket tells of all
 * parts. Never changes; a change makes another one.
 */
final class IdIndex {
  private static final int BUCKETS = 1 << Character.SIZE;
  private static final long[] NONE = {};

  private final long[] parts; // the last row of each, in order
  private final int[] starts; // of each bucket, and the end of the last one
  private final char[] rests;
  private final char[] owners; // places in parts

  /** Of no part. */
  IdIndex() {
    this(NONE, new int[BUCKETS + 1], new char[0], new char[0]);
  }

  private IdIndex(long[] parts, int[] starts, char[] rests, char[] owners) {
    this.parts = parts;
    this.starts = starts;
    this.rests = rests;
    this.owners = owners;
  }

  /** The last row of each part, in order. */
  long[] parts() {
    return parts;
  }

  /** The last row of the newest part; 0 if there is none. */
  long newest() {
    return parts.length == 0 ? 0 : parts[parts.length - 1];
  }

  /** The last rows of the parts that may have a key. */
  long[] mayHave(IdKey key) {
    long[] found = NONE;
    int bucket = bucket(key.print());
    for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
      if (rests[i] == (char) key.print()) {
        found = Arrays.copyOf(found, found.length + 1);
        found[found.length - 1] = parts[owners[i]];
      }
    }
    return found;
  }

  /** With newer parts. */
  IdIndex with(List<Part> newer) {
    int[] free = new int[BUCKETS + 1];
    for (Part part : newer) {
      for (int print : part.prints()) {
        free[bucket(print) + 1]++;
      }
    }
    int[] ends = starts.clone();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      free[bucket + 1] += free[bucket];
      ends[bucket + 1] += free[bucket + 1];
    }
    char[] allRests = new char[ends[BUCKETS]];
    char[] allOwners = new char[ends[BUCKETS]];
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int length = starts[bucket + 1] - starts[bucket];
      System.arraycopy(rests, starts[bucket], allRests, ends[bucket], length);
      System.arraycopy(owners, starts[bucket], allOwners, ends[bucket], length);
      free[bucket] = ends[bucket] + length;
    }
    long[] all = Arrays.copyOf(parts, parts.length + newer.size());
    for (int i = 0; i < newer.size(); i++) {
      all[parts.length + i] = newer.get(i).last();
      for (int print : newer.get(i).prints()) {
        int place = free[bucket(print)]++;
        allRests[place] = (char) print;
        allOwners[place] = (char) (parts.length + i);
      }
    }
    return new IdIndex(all, ends, allRests, allOwners);
  }

  /** Without parts, named by their last rows. */
  IdIndex without(Collection<Long> gone) {
    long[] left = Arrays.stream(parts).filter(last -> !gone.contains(last)).toArray();
    int[] ends = new int[BUCKETS + 1];
    char[] leftRests = new char[rests.length];
    char[] leftOwners = new char[rests.length];
    int length = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
        int owner = Arrays.binarySearch(left, parts[owners[i]]);
        if (owner >= 0) {
          leftRests[length] = rests[i];
          leftOwners[length++] = (char) owner;
        }
      }
      ends[bucket + 1] = length;
    }
    return new IdIndex(
        left, ends, Arrays.copyOf(leftRests, length), Arrays.copyOf(leftOwners, length));
  }

  private static int bucket(int print) {
    return print >>> Character.SIZE;
  }

  /**
   * A part.
   *
   * @param last the number of its last row
   * @param prints the first 32 bits of each key
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, never changed, never compared
  record Part(long last, int[] prints) {}
}
