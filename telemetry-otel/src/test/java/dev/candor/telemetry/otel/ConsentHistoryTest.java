package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.otel.History.Step;
import dev.candor.telemetry.otel.HistoryRun.Observer;
import dev.candor.telemetry.otel.HistoryRun.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random histories of consent, each run by the real engine and held against {@link ConsentModel}
 * after every step: what was recorded under a narrower answer never leaves, nothing leaves after a
 * withdrawal, nothing exists before the first answer, totals carry no id, the ledger balances.
 *
 * <p>A history that fails is shrunk before it is shown. {@code -Dcandor.histories=N} runs N instead
 * of 10,000; from 10,000 on, each pair of situation and deed must have been met 50 times. {@code
 * -Dcandor.consent.seed=N} takes the place of the fresh seed.
 */
@Tag("P2")
@Tag("P3")
@Tag("once")
class ConsentHistoryTest {
  private static final int HISTORIES = 10_000;
  private static final int FRESH = 500;
  private static final int LEAST = 50;
  // Ends with a yes whose events must arrive; the rest end as they end.
  private static final int EVERY = 8;

  private static Path base = Path.of("");

  @BeforeAll
  static void chooseFolder() {
    // In memory where there is such a place: a disk would wait for each of many small commits.
    Path memory = Path.of("/dev/shm");
    base = Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
  }

  @Test
  @Tag("P1")
  @Tag("P8")
  void histories_ofFixedSeeds_breakNoPromiseAndMeetEveryPair() {
    int histories = Integer.getInteger("candor.histories", HISTORIES);
    AtomicLongArray met = new AtomicLongArray(Situation.values().length * Deed.values().length);
    AtomicLong left = new AtomicLong();
    long begun = System.nanoTime();

    OptionalLong failing = firstFailing(0, histories, PlantedFault.NONE, met, left);

    System.out.printf(
        "consent: %,d histories, %,d steps, %,d events and marks left, %.0f s%n",
        histories, sum(met), left.get(), (System.nanoTime() - begun) / 1e9);
    failing.ifPresent(ConsentHistoryTest::fail);
    assertThat(left.get()).as("what left").isGreaterThan(histories / 2);
    if (histories >= HISTORIES) {
      assertThat(rare(met)).as("pairs met less than " + LEAST + " times").isEmpty();
    }
  }

  @Test
  @Tag("P1")
  @Tag("P8")
  void histories_ofAFreshSeed_breakNoPromise() {
    ConsentSeed.print(FRESH + " histories");

    firstFailing(
            ConsentSeed.FRESH,
            FRESH,
            PlantedFault.NONE,
            new AtomicLongArray(1_000),
            new AtomicLong())
        .ifPresent(ConsentHistoryTest::fail);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void plantedFault_withinTheFixedSeeds_isFound(PlantedFault planted) {
    OptionalLong found =
        firstFailing(0, HISTORIES, planted, new AtomicLongArray(1_000), new AtomicLong());

    assertThat(found).isPresent();
    String fault = run(found.getAsLong(), planted).fault();
    System.out.printf(
        "consent: %s found by history %,d: %s%n", planted, found.getAsLong() + 1, fault);
    assertThat(fault).contains(planted.breach());
  }

  @Test
  void process_thatHasNotHeardOfANoAndAYesAfterIt_sendsNothingOld() {
    History history =
        new History(
            List.of(
                Step.of(Deed.SAY_EVERYTHING, 0),
                Step.of(Deed.RECORD_ALL, 0),
                Step.of(Deed.STORE, 0),
                new Step(Deed.ANSWER_AND_DIE, 1, ConsentPreset.NO.ordinal()),
                new Step(Deed.ANSWER_AND_DIE, 1, ConsentPreset.EVERYTHING.ordinal()),
                Step.of(Deed.FLUSH, 0)));

    assertThat(run(history, true, PlantedFault.NONE, silent()).fault()).isNull();
  }

  @Test
  void process_thatHasNotHeardOfANo_makesNoNewId() {
    History history =
        new History(
            List.of(
                Step.of(Deed.SAY_EVERYTHING, 0),
                new Step(Deed.SAY_NO, 1, 0),
                Step.of(Deed.RECORD, Purpose.PERFORMANCE.ordinal()),
                Step.of(Deed.STORE, 0)));

    assertThat(run(history, true, PlantedFault.NONE, silent()).fault()).isNull();
  }

  @Test
  void shrink_failingHistory_isSmallAndStillFails() {
    PlantedFault planted = PlantedFault.ENVIRONMENT_IGNORED;
    Predicate<History> fails = history -> run(history, false, planted, silent()).fault() != null;
    History failing =
        LongStream.range(0, HISTORIES)
            .mapToObj(History::of)
            .filter(fails)
            .findFirst()
            .orElseThrow();

    History small = failing.shrink(fails);

    assertThat(small.steps()).hasSizeLessThan(failing.steps().size());
    assertThat(fails.test(small)).isTrue();
    for (int i = 0; i < small.steps().size(); i++) {
      List<Step> fewer = new ArrayList<>(small.steps());
      fewer.remove(i);
      assertThat(fails.test(new History(fewer))).as("without step " + (i + 1)).isFalse();
    }
  }

  private static OptionalLong firstFailing(
      long seed, int histories, PlantedFault planted, AtomicLongArray met, AtomicLong left) {
    Observer observer =
        (situation, deed) ->
            met.incrementAndGet(situation.ordinal() * Deed.values().length + deed.ordinal());
    return LongStream.range(seed, seed + histories)
        .parallel()
        .filter(
            one -> {
              Verdict verdict = run(History.of(one), one % EVERY == 0, planted, observer);
              left.addAndGet(verdict.left());
              return verdict.fault() != null;
            })
        .findFirst();
  }

  private static void fail(long seed) {
    boolean toAYes = seed % EVERY == 0;
    History small =
        History.of(seed)
            .shrink(one -> run(one, toAYes, PlantedFault.NONE, silent()).fault() != null);
    throw new AssertionError(
        "seed " + seed + ": " + run(small, toAYes, PlantedFault.NONE, silent()).fault() + small);
  }

  private static Verdict run(long seed, PlantedFault planted) {
    return run(History.of(seed), seed % EVERY == 0, planted, silent());
  }

  private static Observer silent() {
    return (situation, deed) -> {};
  }

  private static Verdict run(
      History history, boolean toAYes, PlantedFault planted, Observer observer) {
    Path root = null;
    try {
      root = Files.createTempDirectory(base, "candor-history-");
      try (HistoryRun run = new HistoryRun(root, planted)) {
        return toAYes ? run.runToAYes(history, observer) : run.run(history, observer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      remove(root);
    }
  }

  private static void remove(@Nullable Path root) {
    if (root == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long sum(AtomicLongArray met) {
    return LongStream.range(0, met.length()).map(i -> met.get((int) i)).sum();
  }

  private static List<String> rare(AtomicLongArray met) {
    List<String> rare = new ArrayList<>();
    for (Situation situation : Situation.values()) {
      for (Deed deed : Deed.values()) {
        long n = met.get(situation.ordinal() * Deed.values().length + deed.ordinal());
        if (n < LEAST) {
          rare.add(situation + " " + deed + " " + n);
        }
      }
    }
    return rare;
  }
}
