package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MarksTest {
  private static final int ROW = 12;

  @Test
  void nextTwelve_randomMarks_isWhatAReaderOfSingleMarksFinds() {
    Random random = new Random(46);
    for (int round = 0; round < 500; round++) {
      boolean[] marked = rows(random);
      Marks marks = marks(marked);
      for (int from = 0; from <= marked.length; from++) {
        assertThat(marks.nextTwelve(from)).isEqualTo(row(marked, from));
      }
    }
  }

  @Test
  void nextClear_randomMarks_isTheFirstThatIsMissing() {
    Random random = new Random(47);
    for (int round = 0; round < 500; round++) {
      boolean[] marked = rows(random);
      Marks marks = marks(marked);
      for (int from = 0; from < marked.length; from++) {
        int clear = from;
        while (clear < marked.length && marked[clear]) {
          clear++;
        }
        assertThat(marks.nextClear(from)).isEqualTo(clear);
      }
    }
  }

  /** Rows of up to 30 marks and gaps of up to three. */
  private static boolean[] rows(Random random) {
    boolean[] marked = new boolean[random.nextInt(300)];
    int at = 0;
    while (at < marked.length) {
      int end = Math.min(marked.length, at + random.nextInt(30));
      while (at < end) {
        marked[at++] = true;
      }
      at += 1 + random.nextInt(3);
    }
    return marked;
  }

  private static Marks marks(boolean[] marked) {
    Marks marks = new Marks();
    marks.start(marked.length);
    for (int from = 0; from < marked.length; from += Marks.WORD) {
      long bits = 0;
      for (int i = from; i < Math.min(marked.length, from + Marks.WORD); i++) {
        bits |= marked[i] ? 1L << i : 0;
      }
      marks.put(from / Marks.WORD, bits);
    }
    return marks;
  }

  private static int row(boolean[] marked, int from) {
    int length = 0;
    for (int i = from; i < marked.length; i++) {
      length = marked[i] ? length + 1 : 0;
      if (length == ROW) {
        return i + 1 - ROW;
      }
    }
    return -1;
  }
}
