package dev.candor.telemetry.exporter;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A small map that never changes, sorted by its keys alone. An item has two of them and is copied
 * on its way: here a copy is the map itself, its hash is computed once, and it takes two arrays
 * where a tree takes an object for each entry.
 *
 * @param <V> what it maps to
 */
@SuppressWarnings("JdkObsolete") // what items have
final class SortedEntries<V> extends AbstractMap<String, V> implements SortedMap<String, V> {
  private final String[] keys;
  private final V[] values;
  // Computed when first asked for; every thread computes the same.
  private int hash;

  private SortedEntries(String[] keys, V[] values) {
    this.keys = keys;
    this.values = values;
  }

  /** The same entries; the map itself if it is one of these. */
  static <V> SortedEntries<V> copyOf(Map<String, V> map) {
    if (map instanceof SortedEntries<V> same) {
      return same;
    }
    // As a map, or the copy would keep an order of somebody else's.
    boolean isSorted = map instanceof SortedMap<String, V> sorted && sorted.comparator() == null;
    Map<String, V> inOrder = isSorted ? map : new TreeMap<>(map);
    return new SortedEntries<>(
        inOrder.keySet().toArray(new String[0]), arrayOf(inOrder.values().toArray()));
  }

  /** These entries and one more, which replaces one of its key. */
  SortedEntries<V> with(String key, V value) {
    int place = place(key);
    int at = place < 0 ? -1 - place : place;
    int rest = place < 0 ? at : at + 1;
    int size = at + 1 + keys.length - rest;
    String[] newKeys = Arrays.copyOf(keys, size);
    V[] newValues = Arrays.copyOf(values, size);
    newKeys[at] = key;
    newValues[at] = value;
    System.arraycopy(keys, rest, newKeys, at + 1, keys.length - rest);
    System.arraycopy(values, rest, newValues, at + 1, keys.length - rest);
    return new SortedEntries<>(newKeys, newValues);
  }

  @SuppressWarnings("unchecked") // holds nothing but values of the map
  private static <V> V[] arrayOf(Object[] values) {
    return (V[]) values;
  }

  private int place(Object key) {
    return Arrays.binarySearch(keys, key);
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String text && place(text) >= 0;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    int place = key instanceof String text ? place(text) : -1;
    return place < 0 ? null : values[place];
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super V> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], values[i]);
    }
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    return new Entries();
  }

  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public SortedMap<String, V> subMap(String from, String to) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this).subMap(from, to));
  }

  @Override
  public SortedMap<String, V> headMap(String to) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this).headMap(to));
  }

  @Override
  public SortedMap<String, V> tailMap(String from) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this).tailMap(from));
  }

  @Override
  public String firstKey() {
    return key(0);
  }

  @Override
  public String lastKey() {
    return key(keys.length - 1);
  }

  private String key(int place) {
    if (keys.length == 0) {
      throw new NoSuchElementException();
    }
    return keys[place];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SortedEntries<?> same
        ? Arrays.equals(keys, same.keys) && Arrays.equals(values, same.values)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = super.hashCode();
    }
    return hash;
  }

  /** Shows no key and no value. */
  @Override
  public String toString() {
    return "SortedEntries[" + keys.length + "]";
  }

  private final class Entries extends AbstractSet<Entry<String, V>> {
    @Override
    public int size() {
      return keys.length;
    }

    @Override
    public Iterator<Entry<String, V>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < keys.length;
        }

        @Override
        public Entry<String, V> next() {
          if (next == keys.length) {
            throw new NoSuchElementException();
          }
          return new SimpleImmutableEntry<>(keys[next], values[next++]);
        }
      };
    }
  }
}
