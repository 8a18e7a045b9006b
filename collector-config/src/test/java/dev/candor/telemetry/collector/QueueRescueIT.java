package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damages the queue of a real Collector, and starts it again. */
@Tag("P4")
class QueueRescueIT {
  private static final String ASIDE = ".damaged-";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path shared;

  /** A queue with items for a destination that is not there. */
  private static Path filled;

  @TempDir private Path folder;
  private final List<String> progress = new ArrayList<>();

  /** What can become of a file when a disk, a machine or a person fails. */
  enum Damage {
    ZEROED_HEAD,
    ZEROED,
    ONE_BYTE,
    CUT_IN_HALF,
    CUT_TO_A_PAGE,
    GARBAGE_PAGES,
    OTHER_TEXT;

    byte[] of(byte[] whole) {
      return switch (this) {
        case ZEROED_HEAD -> overwritten(whole, 0, new byte[Math.min(8192, whole.length)]);
        case ZEROED -> new byte[whole.length];
        case ONE_BYTE -> new byte[] {1};
        case CUT_IN_HALF -> Arrays.copyOf(whole, used(whole) / 2);
        case CUT_TO_A_PAGE -> Arrays.copyOf(whole, 4096);
        case GARBAGE_PAGES -> overwritten(whole, 8192, garbage(whole.length - 8192));
        case OTHER_TEXT -> "this is no queue\n".repeat(2000).getBytes();
      };
    }

    /** Bytes in use: a file may be longer than what its newer head counts, and half of it whole. */
    private static int used(byte[] whole) {
      ByteBuffer file = ByteBuffer.wrap(whole).order(ByteOrder.nativeOrder());
      int page = file.getInt(24);
      return page * (int) Math.max(file.getLong(56), file.getLong(page + 56));
    }

    private static byte[] overwritten(byte[] whole, int from, byte[] by) {
      byte[] damaged = whole.clone();
      System.arraycopy(by, 0, damaged, from, by.length);
      return damaged;
    }

    private static byte[] garbage(int length) {
      byte[] garbage = new byte[length];
      new Random(4).nextBytes(garbage);
      return garbage;
    }
  }

  @BeforeAll
  static void fillAQueue() throws IOException, InterruptedException {
    filled = shared.resolve("queue");
    try (CollectorProcess collector = builder(shared, filled).start()) {
      assertThat(post(collector)).isEqualTo(200);
    }
    assertThat(files(filled)).isNotEmpty();
  }

  private static CollectorProcess.Builder builder(Path folder, Path queue) {
    Path run = folder.resolve("run");
    return CollectorProcess.builder(GoldenCollector.program(), run)
        .config(CollectorFiles.BASE.unpack(run))
        .config(CollectorFiles.DEST_OTLP.unpack(run))
        .environment("CANDOR_DEST_ENDPOINT", "http://127.0.0.1:9")
        .environment("CANDOR_DEST_TOKEN", "none")
        .environment("CANDOR_QUEUE_DIR", queue.toString());
  }

  private static int post(CollectorProcess collector) throws IOException, InterruptedException {
    byte[] body = GoldenCollector.JSON.writeValueAsBytes(GoldenCase.base("acquisition"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(collector.endpoint() + "/v1/traces"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + collector.token())
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static List<Path> files(Path queue) throws IOException {
    try (Stream<Path> files = Files.list(queue)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Path copy() throws IOException {
    Path queue = Files.createDirectories(folder.resolve("queue"));
    for (Path file : files(filled)) {
      Files.copy(file, queue.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    return queue;
  }

  /** The file that holds items of traces. */
  private static Path traces(Path queue) throws IOException {
    return files(queue).stream()
        .filter(file -> file.toString().contains("traces"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void isDamaged_anyDamage_isSeen(Damage damage) throws IOException {
    Path file = traces(copy());
    assertThat(QueueFile.isDamaged(file)).isFalse();

    Files.write(file, damage.of(Files.readAllBytes(file)));

    assertThat(QueueFile.isDamaged(file)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void start_damagedQueue_movesThatFileAsideAndServes(Damage damage)
      throws IOException, InterruptedException {
    Path queue = copy();
    Path file = traces(queue);
    byte[] damaged = damage.of(Files.readAllBytes(file));
    Files.write(file, damaged);

    try (CollectorProcess collector = builder(folder, queue).progress(progress::add).start()) {
      assertThat(post(collector)).isEqualTo(200);
    }

    List<Path> aside = files(queue).stream().filter(f -> f.toString().contains(ASIDE)).toList();
    assertThat(aside)
        .singleElement()
        .satisfies(moved -> assertThat(moved).hasBinaryContent(damaged));
    assertThat(progress).singleElement().asString().contains("1 file was moved aside", "1 kept");
  }

  @Test
  @Tag("posix")
  void start_damagedQueue_isMovedBeforeTheCollectorSeesIt() throws IOException {
    Path queue = copy();
    Path file = traces(queue);
    Files.write(file, Damage.CUT_IN_HALF.of(Files.readAllBytes(file)));
    // Stands for a Collector that does not mind the damage, and notes what it found.
    Path seen = folder.resolve("seen");
    Path program = folder.resolve("collector");
    Files.writeString(program, "#!/bin/sh\nls '%s' > '%s'\n".formatted(queue, seen));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    CollectorProcess.Builder start =
        CollectorProcess.builder(program, folder.resolve("run"))
            .environment("CANDOR_QUEUE_DIR", queue.toString())
            .environment("PATH", "/bin:/usr/bin")
            .progress(progress::add);

    assertThatThrownBy(start::start).isInstanceOf(CollectorException.class);

    assertThat(Files.readAllLines(seen))
        .contains(aside(queue).getFileName().toString())
        .doesNotContain(file.getFileName().toString());
  }

  private static Path aside(Path queue) throws IOException {
    return files(queue).stream()
        .filter(file -> file.toString().contains(ASIDE))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void start_wholeQueue_isKept() throws IOException {
    Path queue = copy();

    try (CollectorProcess collector = builder(folder, queue).progress(progress::add).start()) {
      assertThat(collector.isAlive()).isTrue();
    }

    assertThat(progress).isEmpty();
    assertThat(files(queue)).noneMatch(file -> file.toString().contains(ASIDE));
  }

  @Test
  void isDamaged_whileACollectorWrites_isNeverSeen() throws Exception {
    Path queue = folder.resolve("queue");
    try (CollectorProcess collector = builder(folder, queue).start()) {
      assertThat(post(collector)).isEqualTo(200);
      Path file = traces(queue);
      CompletableFuture<Void> writes =
          CompletableFuture.runAsync(() -> IntStream.range(0, 300).forEach(i -> posted(collector)));

      int looks = 0;
      while (!writes.isDone()) {
        assertThat(QueueFile.isDamaged(file)).isFalse();
        looks++;
      }

      writes.join();
      assertThat(looks).isGreaterThan(10);
    }
  }

  private static void posted(CollectorProcess collector) {
    try {
      assertThat(post(collector)).isEqualTo(200);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void start_queueOfAnotherCollector_isLeftAlone() throws IOException {
    Path queue = copy();
    try (CollectorProcess first = builder(folder, queue).start()) {
      CollectorProcess.Builder second =
          builder(folder.resolve("second"), queue).progress(progress::add);

      assertThatThrownBy(second::start).isInstanceOf(CollectorException.class);

      assertThat(first.isAlive()).isTrue();
      assertThat(progress).isEmpty();
      assertThat(files(queue)).noneMatch(file -> file.toString().contains(ASIDE));
    }
  }
}
