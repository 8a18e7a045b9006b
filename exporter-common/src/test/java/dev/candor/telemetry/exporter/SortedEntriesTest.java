package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It is what a tree of the same entries is, but for changes. */
class SortedEntriesTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void copyOf_anyMap_isWhatATreeIs(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Map<String, Object> given = map(random);
      SortedMap<String, Object> tree = new TreeMap<>();
      tree.putAll(given);
      SortedMap<String, Object> entries = SortedEntries.copyOf(given);

      assertAlike(entries, tree);
      String from = key(random);
      String to = from + key(random);
      assertAlike(entries.subMap(from, to), tree.subMap(from, to));
      assertAlike(entries.headMap(to), tree.headMap(to));
      assertAlike(entries.tailMap(from), tree.tailMap(from));
      tree.put(from, 7L);
      assertAlike(SortedEntries.copyOf(given).with(from, 7L), tree);
    }
  }

  private static void assertAlike(SortedMap<String, Object> one, SortedMap<String, Object> tree) {
    assertThat(one).isEqualTo(tree).hasSameHashCodeAs(tree).hasSameSizeAs(tree);
    assertThat(tree).isEqualTo(one);
    assertThat(List.copyOf(one.entrySet())).isEqualTo(List.copyOf(tree.entrySet()));
    List<String> told = new ArrayList<>();
    one.forEach((key, value) -> told.add(key));
    assertThat(told).isEqualTo(List.copyOf(tree.keySet()));
    tree.forEach((key, value) -> assertThat(one.get(key)).isEqualTo(value));
    assertThat(one.containsKey("absent")).isFalse();
    assertThat(one.get("absent")).isNull();
    if (!tree.isEmpty()) {
      assertThat(one.firstKey()).isEqualTo(tree.firstKey());
      assertThat(one.lastKey()).isEqualTo(tree.lastKey());
    }
  }

  @Test
  void copyOf_oneOfThese_isTheSame() {
    SortedEntries<String> entries = SortedEntries.copyOf(Map.of("b", "2", "a", "1"));

    assertThat(SortedEntries.copyOf(entries)).isSameAs(entries);
  }

  @Test
  void equals_otherValuesOrKeys_isFalse() {
    SortedEntries<String> entries = SortedEntries.copyOf(Map.of("a", "1"));

    assertThat(entries).isNotEqualTo(SortedEntries.copyOf(Map.of("a", "2")));
    assertThat(entries).isNotEqualTo(SortedEntries.copyOf(Map.of("b", "1")));
  }

  @Test
  void changes_ofIt_orOfWhatItWasMadeOf_areNone() {
    Map<String, String> given = new TreeMap<>(Map.of("a", "1"));
    SortedEntries<String> entries = SortedEntries.copyOf(given);
    given.put("a", "2");
    entries.with("a", "3");

    assertThat(entries).containsOnly(Map.entry("a", "1"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> entries.put("b", "1"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> entries.remove("a"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> entries.entrySet().iterator().next().setValue("2"));
  }

  @Test
  void ends_ofNone_areRefused() {
    SortedEntries<String> none = SortedEntries.copyOf(Map.of());

    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(none::firstKey);
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(none::lastKey);
  }

  @Test
  void toString_any_showsNeitherKeyNorValue() {
    assertThat(SortedEntries.copyOf(Map.of("canary", "canary"))).hasToString("SortedEntries[1]");
  }

  private static Map<String, Object> map(Random random) {
    Map<String, Object> map =
        switch (random.nextInt(3)) {
          case 0 -> new HashMap<>();
          case 1 -> new TreeMap<>();
          default -> new TreeMap<>(Comparator.reverseOrder());
        };
    for (int i = random.nextInt(9); i > 0; i--) {
      map.put(key(random), random.nextInt(3));
    }
    return map;
  }

  private static String key(Random random) {
    return Integer.toString(random.nextInt(40), 6);
  }
}
