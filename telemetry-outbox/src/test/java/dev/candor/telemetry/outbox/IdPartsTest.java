package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids in parts of seven, on a real file. */
@Tag("P7")
class IdPartsTest extends IdPartsTestBase {
  private Opened store;

  @BeforeEach
  void openStore() throws Exception {
    store = open();
  }

  @Test
  void add_sameIdInALaterTransaction_isKnown() throws Exception {
    store.append("a", "b");

    assertThat(store.append("b", "c")).isEqualTo(1);
  }

  @Test
  void add_sameIdTwiceInATransaction_isKnown() throws Exception {
    assertThat(store.append("a", "a")).isEqualTo(1);
  }

  @Test
  void add_idsOfEveryClosedPart_areKnown() throws Exception {
    store.appendEach(0, 60);

    assertThat(store.parts()).isGreaterThan(5);
    assertThat(store.append(ids(0, 60))).isZero();
  }

  @Test
  void add_moreThanAPartAtOnce_areKnown() throws Exception {
    store.append(ids(0, 500));
    store.append("next");

    assertThat(store.parts()).isOne();
    assertThat(store.append(ids(0, 500))).isZero();
  }

  @Test
  void add_reopenedFile_knowsClosedPartsAndTheNewest() throws Exception {
    store.appendEach(0, 60);

    assertThat(open().append(ids(0, 61))).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ABC", "abc", "no hex at all", "日本語 é", "0'; --", "\0\0"})
  void add_textOfAnyKind_isKnownFromAPart(String id) throws Exception {
    store.append(id);
    store.appendEach(0, 20);

    assertThat(store.append(id)).isZero();
    assertThat(open().append(id)).isZero();
  }

  /** The two texts share the first 32 bits of their hash. */
  @Test
  void add_idThatBeginsLikeAKnownOne_isNew() throws Exception {
    List<String> alike = alike();
    store.append(alike.get(0));
    store.appendEach(0, 20);

    assertThat(store.append(alike.get(1))).isOne();
  }

  @Test
  void add_idsThatBeginAlikeInOnePart_areBothKnown() throws Exception {
    List<String> alike = alike();
    store.append(alike.get(0), alike.get(1));
    store.appendEach(0, 20);

    assertThat(store.append(alike.get(0), alike.get(1))).isZero();
  }

  @Test
  void add_rolledBack_isNewAgain() throws Exception {
    assertThatThrownBy(() -> store.appendAndFail(ids(0, 5))).isInstanceOf(SQLException.class);

    assertThat(store.append(ids(0, 5))).isEqualTo(5);
  }

  @Test
  void closingAPart_rolledBack_isDoneLater() throws Exception {
    store.append(ids(0, 7));
    assertThatThrownBy(() -> store.appendAndFail("x")).isInstanceOf(SQLException.class);
    assertThat(store.parts()).isZero();

    assertThat(store.append(ids(0, 8))).isOne();

    assertThat(store.parts()).isOne();
    assertThat(store.append(ids(0, 8))).isZero();
  }

  @Test
  void delete_rolledBackRightAfterOpening_rowsAreKnown() throws Exception {
    store.append(ids(0, 5));
    Opened second = open();
    assertThatThrownBy(() -> second.deleteAndFail(1, 5)).isInstanceOf(SQLException.class);

    assertThat(second.append(ids(0, 5))).isZero();
  }

  @Test
  void add_storedByAnotherOpener_isKnown() throws Exception {
    Opened other = open();
    store.append("a");
    other.append("b", "c");

    assertThat(store.append("a", "b", "c")).isZero();
  }

  @Test
  void add_partClosedByAnotherOpener_isKnown() throws Exception {
    Opened other = open();
    store.append(ids(0, 7));
    other.appendEach(7, 40);

    assertThat(store.append(ids(0, 40))).isZero();
  }

  @Test
  void add_partDeletedByAnotherOpener_isNew() throws Exception {
    store.appendEach(0, 40);
    open().delete(1, 40);

    assertThat(store.append(ids(0, 14))).isEqualTo(14);
  }

  @Test
  void delete_allRowsOfAPart_deletesThePart() throws Exception {
    store.appendEach(0, 40);
    long before = store.parts();

    store.delete(1, 7);

    assertThat(store.parts()).isEqualTo(before - 1);
    assertThat(store.append(ids(0, 40))).isEqualTo(7);
  }

  @Test
  void delete_allRowsButOneOfAPart_keepsThePart() throws Exception {
    store.appendEach(0, 40);
    long before = store.parts();

    store.delete(1, 6);

    assertThat(store.parts()).isEqualTo(before);
    assertThat(store.append(ids(0, 40))).isZero();
  }

  @Test
  void delete_aPartBetweenOthers_leavesTheOthers() throws Exception {
    store.appendEach(0, 40);

    store.delete(8, 14);

    assertThat(store.append(ids(0, 40))).isEqualTo(7);
    assertThat(open().append(ids(0, 40))).isZero();
  }

  @Test
  void delete_everything_leavesNoIdBehind() throws Exception {
    store.appendEach(0, 40);

    store.delete(1, 40);

    assertThat(store.parts()).isZero();
    assertThat(store.append(ids(0, 40))).isEqualTo(40);
  }

  @Test
  void delete_rolledBack_partsAreKnown() throws Exception {
    store.appendEach(0, 40);
    assertThatThrownBy(() -> store.deleteAndFail(1, 40)).isInstanceOf(SQLException.class);

    assertThat(store.append(ids(0, 40))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"randomblob(length(ids))", "substr(ids, 2)", "ids || x'00'"})
  void read_keysOutOfPlace_isADamagedFile(String ids) throws Exception {
    store.appendEach(0, 40);
    store.db.update("UPDATE known SET ids = " + ids);
    Opened second = open();

    assertThatThrownBy(() -> second.append("a"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(Trouble.of(e)).isEqualTo(Trouble.DAMAGED));
  }

  /** Whatever two openers do: no id has two rows, and what was never stored is new. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void add_anyCourseOfTwoOpeners_agreesWithASet(long seed) throws Exception {
    Random random = new Random(seed);
    List<Opened> openers = new ArrayList<>(List.of(store, open()));
    Set<String> ever = new HashSet<>();
    for (int step = 0; step < 400; step++) {
      int which = random.nextInt(2);
      switch (random.nextInt(10)) {
        case 0 -> openers.set(which, open());
        case 1 -> deleteSome(openers.get(which), random);
        case 2 -> {
          String[] batch = batch(random);
          assertThatThrownBy(() -> openers.get(which).appendAndFail(batch))
              .isInstanceOf(SQLException.class);
        }
        default -> append(openers.get(which), batch(random), ever);
      }
    }
    assertThat(store.db.number("SELECT count(*) FROM item")).isGreaterThan(20);
    assertThat(store.db.number("SELECT count(*) - count(DISTINCT id) FROM item")).isZero();
  }

  private static String[] batch(Random random) {
    String[] batch = new String[random.nextInt(12)];
    for (int i = 0; i < batch.length; i++) {
      batch[i] = id(random.nextInt(600));
    }
    return batch;
  }

  private static void deleteSome(Opened opener, Random random) throws SQLException {
    long first = opener.db.number("SELECT min(seq) FROM item");
    long from = random.nextBoolean() ? first : first + random.nextInt(30);
    opener.delete(from, from + random.nextInt(25));
  }

  private static void append(Opened opener, String[] batch, Set<String> ever) throws SQLException {
    Set<String> rows = new HashSet<>(opener.stored());
    Set<String> neverStored = new HashSet<>(List.of(batch));
    neverStored.removeAll(ever);

    opener.append(batch);

    ever.addAll(neverStored);
    rows.addAll(neverStored);
    assertThat(opener.stored()).containsAll(rows);
  }

  private static List<String> alike() {
    Map<Integer, String> seen = new HashMap<>();
    for (int i = 0; ; i++) {
      String before = seen.put(IdKey.of("id " + i, Digest.sha256()).print(), "id " + i);
      if (before != null) {
        return List.of(before, "id " + i);
      }
    }
  }
}
