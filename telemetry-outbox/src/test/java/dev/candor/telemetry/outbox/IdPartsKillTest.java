package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process that stores three ids at a time and ends without a word at some moment of its fourth
 * transaction, which closes a part, or of its fifth.
 */
@Timeout(120)
class IdPartsKillTest extends IdPartsTestBase {
  @ParameterizedTest
  @CsvSource({
    "BEGUN,    3", "BEGUN,    4",
    "INSERTED, 3", "INSERTED, 4",
    "COMMITTED, 3", "COMMITTED, 4",
    "ENDED,    3", "ENDED,    4",
  })
  @Tag("P6")
  @Tag("P7")
  void killed_atAnyMoment_eachIdIsStoredOnce(Moment moment, int transaction) throws Exception {
    List<String> acknowledged = killedAt(moment, transaction);
    Opened store = open();
    List<String> before = store.stored();

    int added = store.append(ids(0, 30));

    assertThat(before).containsAll(acknowledged);
    assertThat(added).isEqualTo(30 - before.size());
    assertThat(store.stored()).doesNotHaveDuplicates().hasSize(30);
  }

  private List<String> killedAt(Moment moment, int transaction) throws Exception {
    Process child =
        Child.start(
            Writer.class,
            temporary.resolve("child.err"),
            temporary.resolve("outbox.db").toString(),
            moment.name(),
            transaction + "");
    String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).isEqualTo(Writer.KILLED);
    assertThat(temporary.resolve("child.err")).isEmptyFile();
    return told.lines().toList();
  }

  /** When the process ends. */
  enum Moment {
    BEGUN,
    INSERTED,
    /** On the disk, but not noted in memory. */
    COMMITTED,
    ENDED
  }

  /** The process. */
  static final class Writer {
    static final int KILLED = 86;

    private Writer() {}

    public static void main(String[] arguments) throws Exception {
      Moment last = Moment.valueOf(arguments[1]);
      int lastTransaction = Integer.parseInt(arguments[2]);
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      Opened store = Opened.of(Path.of(arguments[0]), FULL);
      for (int transaction = 0; transaction <= lastTransaction; transaction++) {
        boolean isLast = transaction == lastTransaction;
        String[] ids = ids(transaction * 3, transaction * 3 + 3);
        store.db.write(
            () -> {
              store.db.atEnd(committed -> endIf(isLast && last == Moment.COMMITTED));
              endIf(isLast && last == Moment.BEGUN);
              store.insert(ids);
              endIf(isLast && last == Moment.INSERTED);
              return 0;
            });
        out.println(String.join("\n", ids));
      }
      endIf(true);
    }

    private static void endIf(boolean now) {
      if (now) {
        Runtime.getRuntime().halt(KILLED);
      }
    }
  }
}
