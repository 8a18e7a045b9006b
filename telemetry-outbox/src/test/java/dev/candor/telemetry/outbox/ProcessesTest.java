package dev.candor.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.candor.telemetry.exporter.ItemJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes on one file, and what a kill leaves. */
@Timeout(120)
class ProcessesTest extends OutboxTestBase {
  private final List<Process> children = new ArrayList<>();

  private Process child(String name, String... arguments) throws IOException {
    Process process = Child.start(temporary.resolve(name + ".err"), arguments);
    children.add(process);
    return process;
  }

  @AfterEach
  void killChildren() {
    children.forEach(Process::destroyForcibly);
  }

  @Test
  @Tag("P6")
  void threeProcessesAppend_oneIsKilled_everythingAcknowledgedIsThere() throws Exception {
    String folder = folder().toString();
    Process one = child("one", "write", folder, "0", "1000");
    Process two = child("two", "write", folder, "100000", "101000");
    Process killed = child("killed", "write", folder, "200000", "900000");

    int acknowledged = 0;
    BufferedReader lines = killed.inputReader(StandardCharsets.UTF_8);
    for (int i = 0; i < 30; i++) {
      acknowledged = Integer.parseInt(lines.readLine());
    }
    // The handle leaves the pipe open, so that the last lines can be read.
    killed.toHandle().destroyForcibly();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      // A line may be cut short by the kill.
      acknowledged = line.length() == 6 ? Integer.parseInt(line) : acknowledged;
    }
    assertThat(lastLine(one)).isEqualTo("done");
    assertThat(lastLine(two)).isEqualTo("done");

    Set<String> ids = ids(open());
    assertThat(ids).containsAll(expected(0, 1_000));
    assertThat(ids).containsAll(expected(100_000, 101_000));
    assertThat(ids).containsAll(expected(200_000, acknowledged));
    try (Stream<Path> errors = Files.list(temporary)) {
      for (Path error : errors.filter(file -> file.toString().endsWith(".err")).toList()) {
        assertThat(error).as("standard error").isEmptyFile();
      }
    }
  }

  @Test
  @Tag("posix")
  @Tag("P3")
  void files_ofAnOpenStore_areForTheOwnerOnly() throws Exception {
    Process child = child("late", "late", folder().toString());
    assertThat(child.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("5");

    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file : files.toList()) {
        names.add(file.getFileName().toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as("%s", file.getFileName())
            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
      }
    }
    assertThat(names).contains("outbox.db", "outbox.db-wal", "outbox.db-shm", "native");
  }

  @Test
  @Tag("P3")
  void withdrawal_whatAnotherProcessStillHolds_isRefused() throws Exception {
    Process child = child("late", "late", folder().toString());
    BufferedReader lines = child.inputReader(StandardCharsets.UTF_8);
    assertThat(lines.readLine()).isEqualTo("5");
    SqliteOutbox outbox = open();
    PurgeReceipt receipt = outbox.withdraw(2);

    child.outputWriter(StandardCharsets.UTF_8).append("go\n").flush();

    assertThat(lines.readLine()).isEqualTo("5");
    assertThat(receipt.items()).isEqualTo(5);
    assertThat(receipt.complete()).isTrue();
    assertThat(outbox.items(0, 10)).isEmpty();
  }

  @Test
  @Tag("P7")
  @Tag("SV-74")
  void killedInTheMiddleOfADelivery_noKey_eachArrivesOnceOrIsUncertain() throws Exception {
    List<String> arrived = deliverWithAKill(false);

    assertThat(arrived).doesNotHaveDuplicates();
    SqliteOutbox outbox = open();
    assertThat(ledger(outbox, "otlp").uncertain()).isEqualTo(10);
    assertThat(ledger(outbox, "otlp").delivered()).isEqualTo(90);
    assertThat(arrived).hasSizeBetween(90, 100);
  }

  @Test
  @Tag("P7")
  void killedInTheMiddleOfADelivery_withKey_theSameBytesComeAgain() throws Exception {
    List<String> arrived = deliverWithAKill(true);

    assertThat(new HashSet<>(arrived)).hasSize(100);
    assertThat(ledger(open(), "otlp").delivered()).isEqualTo(100);
  }

  /** Kills the sending process during its third request; another courier takes over. */
  private List<String> deliverWithAKill(boolean deduplicates) throws Exception {
    List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch third = new CountDownLatch(3);
    CountDownLatch killed = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          body.lines().forEach(line -> arrived.add(ItemJson.read(line).id()));
          third.countDown();
          if (third.getCount() == 0) {
            awaitQuietly(killed);
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try (SqliteOutbox outbox =
        new SqliteOutbox(folder(), Outbox.Limits.defaults(), Clock.systemUTC())) {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      outbox.destinations(List.of("otlp"));
      outbox.append(Samples.events(1, 0, 100, Clock.systemUTC()));
      Process child =
          child("deliver", "deliver", folder().toString(), address + "", deduplicates + "");
      assertThat(third.await(30, TimeUnit.SECONDS)).isTrue();
      try (CourierThreads courier =
          new CourierThreads(
              outbox,
              List.of(new HttpTestDestination(address, deduplicates)),
              answer,
              Clock.systemUTC(),
              SETTINGS)) {
        courier.start();
        child.destroyForcibly().waitFor();
        killed.countDown();
        await().atMost(Duration.ofSeconds(30)).until(() -> ledger(outbox, "otlp").queued() == 0);
      }
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
    return arrived;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String lastLine(Process process) throws IOException {
    String last = "";
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      last = line;
    }
    return last;
  }

  private static Set<String> expected(int from, int to) {
    Set<String> ids = new HashSet<>();
    for (int i = from; i < to; i++) {
      ids.add(Samples.id(i));
    }
    return ids;
  }

  private static Set<String> ids(Outbox outbox) {
    Set<String> ids = new HashSet<>();
    List<StoredItem> page = outbox.items(0, 200);
    while (!page.isEmpty()) {
      page.forEach(item -> ids.add(item.item().id()));
      page = outbox.items(page.get(page.size() - 1).number(), 200);
    }
    return ids;
  }
}
